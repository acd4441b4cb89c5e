"""Processes that a test forks must not ask the solution."""

# interface: objects
# expect: test_pool = failed cannot_cross author
# expect: test_process = failed cannot_cross author
import multiprocessing

import solution


def child(queue):
    queue.put(solution.work(2))


def test_pool():
    with multiprocessing.Pool(2) as pool:
        assert pool.map(solution.work, [1, 2]) == [1, 4]


def test_process():
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=child, args=(queue,))
    process.start()
    process.join()
    assert process.exitcode == 0


def test_afterwards():
    """Answers are of the questions that were asked."""
    assert [solution.work(n) for n in range(5)] == [0, 1, 4, 9, 16]
