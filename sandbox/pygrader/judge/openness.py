"""What the guest may use of what tests pass in: public attributes of their own objects, of the library's a short list.

A test's own class is code that its author wrote for the solution to meet. What the library offers can do anything (a
Logger adds a handler that writes files, a mock's class sets any attribute, a TestCase runs the tests), so only names
that are known to do no more than they say are open.
"""

from __future__ import annotations

import sys
import types
import unittest
from typing import Any

from ..wire import operations
from . import databases
from .handles import Handle

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_BARE = ("builtins", "abc", "typing", "collections", "collections.abc", "enum", "dataclasses", "contextlib", "datetime",
         "numbers")
"""Modules of the library whose classes a test's class may have as bases, and be made by the guest all the same."""
_QUEUE = frozenset(("put", "get", "put_nowait", "get_nowait", "qsize", "empty", "full", "join", "task_done", "maxsize"))
_LOCK = frozenset(("acquire", "release", "locked"))
_PATTERN = frozenset(("match", "search", "fullmatch", "findall", "finditer", "sub", "subn", "split", "pattern", "flags",
                      "groups", "groupindex"))
_LIBRARY: dict[tuple[str, str], frozenset[str]] = {
    ("logging", "Logger"): frozenset(("debug", "info", "warning", "warn", "error", "exception", "critical", "fatal",
                                      "log", "isEnabledFor", "getEffectiveLevel", "hasHandlers", "name", "level",
                                      "disabled")),
    ("logging", "LoggerAdapter"): frozenset(("debug", "info", "warning", "error", "exception", "critical", "log")),
    ("random", "Random"): frozenset(("random", "randint", "randrange", "choice", "choices", "shuffle", "sample",
                                     "uniform", "gauss", "normalvariate", "betavariate", "expovariate", "triangular",
                                     "getrandbits", "randbytes", "seed")),
    ("_random", "Random"): frozenset(("random", "getrandbits", "seed")),
    ("threading", "Event"): frozenset(("set", "clear", "wait", "is_set", "isSet")),
    ("threading", "Condition"): _LOCK | {"wait", "wait_for", "notify", "notify_all"},
    ("threading", "Semaphore"): _LOCK, ("threading", "BoundedSemaphore"): _LOCK, ("threading", "_RLock"): _LOCK,
    ("_thread", "lock"): _LOCK, ("_thread", "RLock"): _LOCK,
    ("threading", "Barrier"): frozenset(("wait", "reset", "abort", "parties", "n_waiting", "broken")),
    ("threading", "Thread"): frozenset(("start", "join", "is_alive", "name", "daemon", "ident")),
    ("queue", "Queue"): _QUEUE, ("queue", "LifoQueue"): _QUEUE, ("queue", "PriorityQueue"): _QUEUE,
    ("_queue", "SimpleQueue"): _QUEUE, ("asyncio.queues", "Queue"): _QUEUE,
    ("asyncio.locks", "Event"): frozenset(("set", "clear", "wait", "is_set")),
    ("asyncio.locks", "Lock"): _LOCK, ("asyncio.locks", "Semaphore"): _LOCK,
    ("concurrent.futures._base", "Future"): frozenset((
        "result", "exception", "done", "cancelled", "running", "cancel", "add_done_callback", "set_result",
        "set_exception")),
    ("concurrent.futures._base", "Executor"): frozenset(("submit", "map", "shutdown")),
    ("concurrent.futures.thread", "ThreadPoolExecutor"): frozenset(("submit", "map", "shutdown")),
    ("re", "Pattern"): _PATTERN,
    ("re", "Match"): frozenset(("group", "groups", "groupdict", "start", "end", "span", "expand", "string", "re", "pos",
                                "endpos", "lastindex", "lastgroup")),
    ("string", "Template"): frozenset(("substitute", "safe_substitute", "template")),
    ("sqlite3", "Connection"): databases.CONNECTION, ("sqlite3", "Cursor"): databases.CURSOR,
    ("sqlite3", "Row"): frozenset(("keys",)),
    ("_csv", "writer"): frozenset(("writerow", "writerows", "dialect")),
    ("csv", "DictWriter"): frozenset(("writerow", "writerows", "writeheader", "fieldnames")),
    ("csv", "DictReader"): frozenset(("fieldnames", "line_num")),
    ("_hashlib", "HASH"): frozenset(("update", "digest", "hexdigest", "copy", "name", "digest_size", "block_size")),
    ("xml.etree.ElementTree", "Element"): frozenset((
        "tag", "text", "tail", "attrib", "find", "findall", "findtext", "iter", "itertext", "iterfind", "get", "set",
        "keys", "items", "append", "extend", "insert", "remove", "clear")),
    ("xml.etree.ElementTree", "ElementTree"): frozenset(("getroot", "find", "findall", "findtext", "iter", "iterfind")),
    ("configparser", "RawConfigParser"): frozenset((
        "get", "getint", "getfloat", "getboolean", "sections", "options", "has_section", "has_option", "items", "set",
        "add_section", "remove_section", "remove_option", "read_string", "read_dict", "defaults")),
    ("configparser", "SectionProxy"): frozenset(("get", "getint", "getfloat", "getboolean", "name")),
    ("_socket", "socket"): frozenset(("send", "sendall", "recv", "shutdown", "settimeout", "gettimeout", "getsockname",
                                      "getpeername")),
    ("socket", "socket"): frozenset(("close", "makefile")),
    ("wsgiref.validate", "InputWrapper"): frozenset(("read", "readline", "readlines", "close")),
    ("wsgiref.validate", "ErrorWrapper"): frozenset(("write", "writelines", "flush", "close")),
    ("contextvars", "ContextVar"): frozenset(("get", "set", "reset", "name")),
    ("textwrap", "TextWrapper"): frozenset(("wrap", "fill", "width")),
    ("_struct", "Struct"): frozenset(("pack", "unpack", "unpack_from", "iter_unpack", "size", "format")),
    ("zipfile", "ZipFile"): frozenset(("namelist", "read", "infolist", "testzip")),
    ("argparse", "ArgumentParser"): frozenset(("parse_args", "parse_known_args", "add_argument", "error", "prog")),
    ("ipaddress", "IPv4Address"): frozenset(("packed", "is_private", "is_loopback", "exploded", "compressed")),
    ("ipaddress", "_BaseV4"): frozenset(("version", "max_prefixlen")),
    ("zoneinfo", "ZoneInfo"): frozenset(("key", "utcoffset", "dst", "tzname")),
}
"""Names that instances of the library's classes offer; what is in no list offers its protocols and operators alone."""
_BAGS = frozenset((("types", "SimpleNamespace"), ("argparse", "Namespace")))  # only what a test put in
_USER = frozenset((("collections", "UserDict"), ("collections", "UserList"), ("collections", "UserString")))
COPIED = _BAGS | _USER
_SCALARS = frozenset((bool, int, float, str, bytes, type(None)))
COLLECTED: set[type] = set()
"""Classes that pytest has found tests in."""
_RUNS = ("test", "setUp", "tearDown", "asyncSetUp", "asyncTearDown", "run")
_FRAMEWORK = (unittest.TestCase, unittest.TestResult, unittest.TestSuite)


def is_tests(kind: type) -> bool:
    """Whether a class is the tests' own, rather than the library's or pytest's."""
    return kind.__module__.partition(".")[0] not in sys.stdlib_module_names | {"_pytest", "pytest", "pygrader"}


def is_bag(target: Any) -> bool:
    """Whether an object of the library's holds what a test put in, and nothing else."""
    return (type(target).__module__, type(target).__name__) in _BAGS


_OF_COPIES = frozenset(("__setstate__", "__getnewargs__", "__getnewargs_ex__", "__getinitargs__", "__post_init__",
                        "__length_hint__"))


def is_hook(name: str) -> bool:
    """Whether a name is made like Python's own, and is none of these: what a solution may ask of any object."""
    return (name.startswith("__") and name.endswith("__") and operations.is_method(name)
            and not hasattr(object, name) and name not in _OF_COPIES)


def has_own(kind: type, name: str) -> bool:
    """Whether a class of the tests' has a function under a name."""
    return any(is_tests(base) and isinstance(vars(base).get(name), types.FunctionType) for base in kind.__mro__)


def runs_tests(target: Any) -> bool:
    """Whether an object is what tests are methods of: its attributes are what they expect, as a rule."""
    return isinstance(target, _FRAMEWORK) or not COLLECTED.isdisjoint(type(target).__mro__)


def is_mock(obj: Any) -> bool:
    """Whether an object is one of unittest.mock's."""
    mock = sys.modules.get("unittest.mock")  # which takes long to import
    return mock is not None and issubclass(type(obj), mock.NonCallableMock)


def offers(target: Any, name: str) -> bool:
    """Whether the guest may read that public name of an object that tests passed in, which is no class."""
    kind = type(target)
    if isinstance(target, _FRAMEWORK):  # a test case may stand in for an object, by what its author gave it
        mine = name in vars(target) or any(name in vars(base) for base in kind.__mro__ if is_tests(base))
        return isinstance(target, unittest.TestCase) and mine and not name.startswith(_RUNS)
    if is_mock(target) and name in vars(kind):  # each has a class of its own: a property that a test has put there
        return True
    for base in kind.__mro__:
        if name in vars(base):
            key = (base.__module__, base.__name__)
            plain = is_tests(base) or key in _USER or base.__module__ in ("builtins", "collections", "collections.abc")
            return plain or name in _LIBRARY.get(key, ())
    if is_mock(target):
        return True  # a child, or what a test has set
    if is_tests(kind) or (kind.__module__, kind.__name__) in _BAGS | _USER or any(
            name in _LIBRARY.get((base.__module__, base.__name__), ()) for base in kind.__mro__):
        return True
    # What a library's record holds that is a text or a number: subprocess.CompletedProcess(…).stdout.
    held = getattr(target, "__dict__", {}).get(name)
    return type(held) in _SCALARS and kind.__module__.partition(".")[0] in sys.stdlib_module_names


def is_method(static: Any) -> bool:
    """Whether what a test's class has is a method of the test's, in any form, rather than data or a descriptor that is
    to be set."""
    if hasattr(type(static), "_pygrader") or isinstance(static, Handle):
        return False
    return callable(static) or hasattr(type(static), "__get__") and not hasattr(type(static), "__set__")


def may_make(target: type) -> bool:
    """Whether the guest may make an instance of a class that it was given: one of the tests' own on bare ground."""
    return is_tests(target) and not issubclass(target, _FRAMEWORK) and all(
        is_tests(base) or base.__module__ in _BARE or hasattr(base, "_pygrader") for base in target.__mro__)


def may_call(target: Any) -> bool:
    """Whether the guest may call what it was given."""
    if isinstance(target, type):
        return issubclass(target, BaseException) or may_make(target)
    if isinstance(target, types.MethodType) and isinstance(target.__self__, type):
        return may_call(target.__self__)
    return not isinstance(target, _FRAMEWORK)


def may_operate(target: Any, operation: str) -> bool:
    """Whether the guest may have an object's own operator run. Of the library's objects no text: a function's shows the
    name of its test."""
    return is_tests(type(target)) and not isinstance(target, _FRAMEWORK) or is_mock(target) or (
        operation in operations.COMPARISONS | operations.BINARY)
