"""Several threads on either side."""

# interface: objects
import queue
import threading

import solution
from solution import Counter, Mailbox


def test_threads_of_a_test():
    """Each has its own conversation, and all see one solution."""
    counter = Counter()
    threads = [threading.Thread(target=lambda: [counter.increment() for _ in range(20)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.value == 80


def test_a_call_that_waits_for_another_thread():
    """The call of one test thread goes on while another's is blocked in the solution."""
    mailbox = Mailbox(1)
    got = []
    reader = threading.Thread(target=lambda: got.extend(mailbox.get() for _ in range(3)))
    reader.start()
    for number in range(3):
        mailbox.put(number)
    reader.join()
    assert got == [0, 1, 2]


def test_callbacks_from_the_solutions_threads():
    """While the call that started them waits."""
    assert solution.parallel(lambda n: n * n, range(20)) == [n * n for n in range(20)]


def test_errors_in_callbacks_of_threads():
    """They come out where the solution lets them out."""
    def broken(number):
        raise ValueError(number)
    try:
        solution.parallel(broken, [7])
    except ValueError as error:
        assert error.args == (7,)
    else:
        assert False


def test_callback_after_the_call():
    """A thread that outlives the call that made it is answered while a test waits in another call."""
    told = []
    solution.later(told.append).join()
    assert told == ["done"]


def test_a_crowd_of_threads():
    """Their stacks fit into the memory of a test."""
    assert solution.crowd(24) == 24


def test_threads_one_after_another():
    """Each has values of its own in the solution; those that have ended take no room."""
    seen = []
    for _ in range(100):
        thread = threading.Thread(target=lambda: seen.extend([solution.visits(), solution.visits()]))
        thread.start()
        thread.join()
    assert seen == [1, 2] * 100


def test_threads_of_the_solution_one_after_another():
    seen = []
    for _ in range(100):
        solution.in_a_thread(lambda: seen.append(threading.get_ident()))
    assert len(seen) == 100


def test_many_threads_of_the_solution_at_once():
    assert solution.together(lambda number: 2 * number, 20) == [2 * number for number in range(20)]


def test_many_threads_of_the_test_at_once():
    found = []
    gate = threading.Barrier(20)

    def work(number):
        found.append(solution.square(number))
        gate.wait()
    threads = [threading.Thread(target=work, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [number * number for number in range(20)]


def test_a_thousand_threads():
    """More than can call at once: each waits for one that has ended."""
    counter = Counter()
    threads = [threading.Thread(target=counter.increment) for _ in range(1000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counter.value == 1000


def test_threads_that_have_ended_are_forgotten():
    """As the tests before left many."""
    assert solution.crowd(3) == 3


def test_what_one_thread_lets_go_another_is_given():
    """Each look at a function or an object makes a stand-in, which nobody holds for long."""
    failed = []

    def work():
        try:
            for number in range(80):
                assert solution.get(number) == number and solution.made()[0].value == 0
        except BaseException as error:
            failed.append(error)
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


def test_a_callback_that_comes_while_the_test_waits():
    """A thread that a solution starts may call at any time after, first of all when nobody asks anything."""
    ticks = queue.Queue()
    with solution.Ticking(0.05, lambda: ticks.put(1)) as ticking:
        for _ in range(3):
            ticks.get(timeout=10)
    ticking.join()
    assert isinstance(ticking, threading.Thread) and not ticking.is_alive()


def test_name_of_a_thread():
    """The solution knows a thread of the tests' by the name that they gave it."""
    names = []
    thread = threading.Thread(target=lambda: names.append(solution.where()), name="T")
    thread.start()
    thread.join()
    assert names == ["T"] and solution.where() == "MainThread"
