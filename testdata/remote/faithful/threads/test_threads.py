"""Several threads on either side."""

# interface: objects
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
