"""Calls between the two sides: strictly nested in a conversation, replies only to the caller (PROTOCOL.md, "Calls").

The head of a message is [kind and conversation, operation]: "?" asks, "=" answers with a value, "!" answers with an
exception. Each thread that asks has a conversation of its own, and on the other side a thread that serves it. Whoever
waits reads for all; tables are changed under one lock, in the order in which messages are read and sent.
"""

from __future__ import annotations

import collections
import contextlib
import itertools
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from . import limits
from .decode import Decoder
from .encode import encode
from .loops import running_loop
from .space import Space
from .values import Malformed

__tracebackhide__ = True  # pytest: no frame of this module is the test's

OURS = "pygrader "  # how the names of threads of this module begin
MAIN = ""  # the conversation of the main threads
_KINDS = ("?", "=", "!")
_MAX_THREADS = 64  # that serve the other side's
_MAX_BEGUN = 20  # threads of the tests that the guest has one for; others take turns
_CROWD = 200  # containers and stand-ins, after which a thread waits for the others to pause, to release some
_PATIENCE = 0.05  # seconds of that: the others may wait for this one
_TURNS = 4  # calls of such others at once


class Transport(Protocol):
    """Carries whole messages to the other side and back."""

    def send(self, message: bytes) -> None:
        """Send one message."""

    def receive(self) -> bytes:
        """Wait for one message."""


class _Own(threading.local):
    """What each thread has for itself."""

    depth = 0
    conversation: str | None = None


class _Over(Exception):
    """The thread that began a conversation has ended."""


Heard = tuple[list[Any], list[Any], BaseException | None]  # head, values, or why the values cannot be had


class Link:
    """One end. perform does what the other side asks for: an operation, values, names for the last of them."""

    def __init__(self, space: Space, transport: Transport, trusted: bool,
                 perform: Callable[[str, list[Any], list[str]], Any]) -> None:
        self.space = space
        self.transport = transport
        self._trusted = trusted
        self._perform = perform
        self._unsaid: list[Any] = []  # numbers released here, which the other side has yet to learn
        self.reset()

    def reset(self) -> None:
        """Begin anew in a fork, where no other thread is."""
        self._own = _Own()
        self._tables = threading.RLock()
        self._turn = threading.Condition(threading.Lock())
        self._reader: int | None = None  # the thread that reads
        self._served: dict[str, collections.deque[Heard]] = {MAIN: collections.deque()}
        self._begun: dict[str, threading.Thread] = {}  # by threads of this side
        self._shared: list[str] = []  # conversations that threads take turns in
        self._turns = threading.Semaphore(_TURNS)
        self._names = itertools.count(1)
        self._failed: BaseException | None = None
        self._asking = 0  # threads that wait for an answer
        self._quiet = threading.Condition(self._tables)
        self._crowd = _CROWD
        self._reading = False  # whether a thread does nothing else

    @property
    def depth(self) -> int:
        """How deep this thread is in calls across."""
        return self._own.depth

    def ask(self, operation: str, *values: Any, names: tuple[str, ...] = ()) -> Any:
        """Have the other side do something; returns its value or raises its exception.

        names: of the last values, which are keyword arguments. Within an event loop the other side works within it too.
        """
        loop = running_loop()
        if loop is not None:
            return self.space.loops.around(self, loop, operation, values, names)
        answer = self.exchange(operation, values, names)
        if len(answer) != 1:
            raise Malformed("an answer without its one value")
        return answer[0]

    def exchange(self, operation: str, values: tuple[Any, ...], names: tuple[str, ...]) -> list[Any]:
        """Send a request and give the values of its answer; raises the one of an exception."""
        if self._own.conversation is None:
            if not self._gets_one():
                with self._borrowed():
                    return self.exchange(operation, values, names)
            self._introduce()
        conversation = self._own.conversation
        assert conversation is not None
        if self._begun and operation != "over":
            self._bury()
        with _Deeper(self):
            outermost = self._own.depth == 1
            with self._tables:
                if outermost and self._asking and self.space.size() > self._crowd:
                    self._quiet.wait_for(lambda: not self._asking, _PATIENCE)
                    self._crowd = 2 * max(_CROWD, self.space.size())
                self._asking += outermost
            try:
                self._send_request(["?" + conversation, operation, *names], list(values), outermost)
                while True:
                    head, answer = self._await(conversation)
                    if head[0][0] == "?":
                        self._serve(head, answer)
                    elif head[0][0] == "=":
                        return answer
                    elif len(answer) == 1 and isinstance(answer[0], BaseException):
                        raise answer[0]
                    else:
                        raise Malformed("an exception that is none")
            finally:
                with self._tables:
                    self._asking -= outermost
                    self._quiet.notify_all()

    def _send_request(self, head: list[Any], values: list[Any], outermost: bool) -> None:
        with self._tables:
            if outermost and self._may_release(1):
                self._unsaid += [*self.space.release(), *self.space.offers()]
                self._crowd = max(_CROWD, 2 * self.space.size())
            message = encode(self.space, head, values, full=outermost or self.space.is_small(), released=self._unsaid)
            self._unsaid = []
            self.transport.send(message)

    def _may_release(self, asking: int) -> bool:
        """Whether nothing that the other side may be sending names what is let go: no other thread is at work."""
        return not self._trusted and self._asking == asking and not (
            self._served.keys() - self._begun.keys() - {MAIN, *self._shared})

    def tidy(self, tell: bool) -> None:
        """Release what nobody holds, where tests then look for what is left. tell: at once, if there is any."""
        if self._own.depth == 0 and self._tables.acquire(blocking=False):
            offers: list[list[int]] = []
            try:
                if self._may_release(0):
                    self._unsaid += self.space.release()
                    offers = self.space.offers()
            finally:
                self._tables.release()
            if (offers or tell and self._unsaid) and self._failed is None:
                self.ask("nothing")

    def serve(self) -> None:
        """Wait for one request of the main conversation and answer it."""
        self._own.conversation = MAIN
        self._serve(*self._await(MAIN))

    @contextlib.contextmanager
    def _borrowed(self) -> Iterator[None]:
        """A conversation that other threads have too, in turns."""
        with self._turns:
            with self._turn:
                self._own.conversation = name = self._shared.pop() if self._shared else self._new_name()
            try:
                yield
            finally:
                self._own.conversation = None
                self._shared.append(name)

    def _gets_one(self) -> bool:
        """Give this thread a conversation of its own, unless the tests have too many."""
        if threading.current_thread() is threading.main_thread():
            self._own.conversation = MAIN
            return True
        with self._turn:
            if not self._trusted and len(self._begun) >= _MAX_BEGUN:
                return False
            self._own.conversation = name = self._new_name()
            self._begun[name] = threading.current_thread()
            return True

    def _introduce(self) -> None:
        """Tell the solution the name that the tests gave this thread, if it is none of Python's."""
        name = threading.current_thread().name
        if self._own.conversation != MAIN and not (self._trusted or name.startswith(("Thread-", OURS))):
            self.exchange("named", (name,), ())

    def _new_name(self) -> str:
        """That of a conversation: the judge counts up from 1, the guest down from -1."""
        name = f"{'-' if self._trusted else ''}{next(self._names)}"
        self._served[name] = collections.deque()
        return name

    def _bury(self) -> None:
        """Tell the other side whose threads have ended, before the next request of any."""
        with self._turn:
            over = [name for name, thread in self._begun.items() if not thread.is_alive()]
            for name in over:
                del self._begun[name], self._served[name]
        if over:
            self.exchange("over", tuple(over), ())

    def _await(self, conversation: str) -> tuple[list[Any], list[Any]]:
        """The next message of a conversation: read by this thread, or by another one that waits."""
        me = threading.get_ident()
        waiting = self._served[conversation]
        while True:
            with self._turn:
                while not waiting and self._reader not in (None, me) and self._failed is None:
                    self._turn.wait()
                if not waiting:
                    if self._failed is not None:
                        raise self._failed
                    within = self._reader == me  # decoding asks, where a key is to be hashed
                    self._reader = me
            if not waiting:
                self._read(within)
            if waiting:
                head, values, error = waiting.popleft()
                if error is not None:
                    raise error
                return head, values

    def _read(self, within: bool) -> None:
        """Read one message and hand it to its conversation."""
        failed: BaseException | None = None
        unserved: BaseException | None = None
        try:
            heard = self._receive()
        except BaseException as error:
            failed = error
        with self._turn:
            if not within:
                self._reader = None
            if failed is None:
                try:
                    self._hand_over(heard)
                except Malformed as error:
                    failed = error
                except RuntimeError as error:  # no thread can be started, which is what the one that asks is told
                    unserved = error
            self._failed = failed
            self._turn.notify_all()
        if unserved is not None:
            self._answer("!" + heard[0][0][1:], heard[0][1], unserved)
        if failed is not None:
            raise failed

    def _answer(self, kind: str, operation: str, value: Any) -> None:
        with self._tables:
            self.transport.send(encode(self.space, [kind, operation], [value], full=False))

    def _receive(self) -> Heard:
        message = self.transport.receive()
        with self._tables:
            decoder = Decoder(self.space, message, self._trusted)
            head = decoder.head
            if len(head) < 2 or set(map(type, head)) != {str} or head[0][:1] not in _KINDS:
                raise Malformed("head of a message")
            try:
                return head, decoder.values(), None
            except Malformed:
                raise
            except BaseException as error:  # a refusal, which is its conversation's affair
                return head, [], error

    def _hand_over(self, heard: Heard) -> None:
        name = heard[0][0][1:]
        waiting = self._served.get(name)
        if waiting is None:
            sign, digits = ("", name) if self._trusted else (name[:1], name[1:])
            if (heard[0][0][0] != "?" or sign != ("" if self._trusted else "-") or not digits.isascii()
                    or not digits.isdigit() or len(self._served.keys() - self._begun.keys()) > _MAX_THREADS):
                raise Malformed("a message of no conversation")
            thread = threading.Thread(target=self._keep_serving, args=(name,), daemon=True, name=OURS + name)
            waiting = self._served[name] = collections.deque()
            try:
                thread.start()
            except RuntimeError:
                del self._served[name]
                raise
        waiting.append(heard)

    def aside(self, ask: Callable[[], None], read: Callable[[], Any], wait: Callable[[], Any]) -> Any:
        """Ask what no message is for. read: from the transport, while no thread reads for the others; wait: for what
        one reads that does nothing else."""
        if self._reading:
            with self._tables:
                ask()
            return wait()
        with self._turn:
            while self._reader is not None:
                self._turn.wait()
            self._reader = threading.get_ident()
        try:
            with self._tables:
                ask()
            return read()
        finally:
            with self._turn:
                self._reader = None
                self._turn.notify_all()

    def keep_reading(self) -> None:
        """Have a thread read from now on, while the others are at work: one may wait for what another is asked next."""
        if not self._reading:
            self._reading = True
            threading.Thread(target=self._read_on, daemon=True, name=OURS).start()

    def _read_on(self) -> None:
        try:
            while True:
                with self._turn:
                    while self._reader is not None:
                        self._turn.wait()
                    self._reader = threading.get_ident()
                self._read(False)
        except BaseException:  # as in _keep_serving
            return

    def _keep_serving(self, name: str) -> None:
        """Serve a thread of the other side until that is over."""
        self._own.conversation = name
        try:
            while True:
                self._serve(*self._await(name))
        except BaseException:  # the stream has ended, or the test is over: the main thread says so
            return

    def _end(self, names: list[Any]) -> None:
        """Serve threads of the other side no more that have ended."""
        with self._turn:
            for name in names:
                known = type(name) is str and name in self._served and name not in self._begun and name != MAIN
                if known:
                    self._served.pop(name).append(([], [], _Over()))
                elif not self._trusted:  # the judge may name one that no thread could be started for here
                    raise Malformed("the end of no conversation")
            self._turn.notify_all()

    def _serve(self, head: list[Any], values: list[Any]) -> None:
        """Carry out a request. Its frames are ours, so it deepens what the caller may use of the stack."""
        conversation = head[0][1:]
        with _Deeper(self):
            outermost = self._own.depth == 1
            kind, told = "=", None  # told: to be called when an answer with a loop's orders is made
            try:
                if head[1] == "within":
                    answer, told = self.space.loops.within(self, self._perform, values, head[2:])
                elif head[1] == "over":
                    self._end(values)
                    answer = [None]
                else:
                    answer = [self._perform(head[1], values, head[2:])]
            except Malformed:
                raise
            except BaseException as error:
                kind, answer = "!", [error]
            with self._tables:
                try:
                    message = encode(self.space, [kind + conversation, head[1]], answer,
                                     full=outermost or self.space.is_small(),
                                     reached=values,  # what a callback did to its arguments
                                     released=self.space.returned)
                    self.space.returned = []
                    if told is not None:
                        told()
                except Malformed:
                    raise
                except BaseException as error:
                    message = encode(self.space, ["!" + conversation, head[1]], [error], full=outermost)
                self.transport.send(message)

    @property
    def is_read(self) -> bool:
        """Whether a thread reads for all: nobody else may read from the transport."""
        return self._reading

    @property
    def has_threads(self) -> bool:
        """Whether any thread but the main one may be reading."""
        return self._reading or len(self._served) > 1


class _Deeper:
    """Counts the nesting, gives the stack room for it, and caps it with a RecursionError."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def __enter__(self) -> None:
        own = self._link._own
        if own.depth >= (limits.MAX_NESTING if own.conversation == MAIN else limits.MAX_NESTING_ASIDE):
            raise RecursionError("maximum recursion depth exceeded across tests and solution")
        own.depth += 1
        if own.depth > 1:
            sys.setrecursionlimit(sys.getrecursionlimit() + limits.FRAMES_PER_CALL)

    def __exit__(self, *_: object) -> None:
        own = self._link._own
        if own.depth > 1:
            try:
                sys.setrecursionlimit(sys.getrecursionlimit() - limits.FRAMES_PER_CALL)
            except RecursionError:  # the solution has set it lower meanwhile, than which the stack is deep now
                pass
        own.depth -= 1
