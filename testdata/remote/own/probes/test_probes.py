"""What can only be seen beside the solution, and limits of one test."""

# interface: objects
# expect: test_memory_of_one_test = memory memory_error candidate
# expect: test_time_of_one_test = timeout cpu candidate
# expect: test_a_probe_gives_plain_data = failed cannot_cross candidate
import pygrader
import pytest

import solution


@pygrader.probe
def nodes_left(count):
    """This text does not cross."""
    import gc

    import solution  # nor does this
    for _ in range(count):
        solution.leak()
    gc.collect()
    return sum(type(obj).__name__ == "Node" for obj in gc.get_objects())


@pygrader.probe
def source():
    import inspect
    return inspect.currentframe().f_code.co_name


@pygrader.probe
def an_object():
    import solution
    return solution.Node()


def test_a_probe():
    assert nodes_left(10) == 0
    assert nodes_left(count=1) == 0


def test_a_probe_has_no_name():
    assert source() == "probe"


def test_a_probe_gives_plain_data():
    an_object()


def test_closures_stay_with_the_tests():
    outside = 3
    with pytest.raises(ValueError, match="pass them as arguments"):
        @pygrader.probe
        def probe():
            return outside


@pytest.mark.sandbox_limits(memory=32 << 20)
def test_memory_of_one_test():
    solution.hungry(64 << 20)


def test_memory_without_that():
    assert solution.hungry(64 << 20) == 64 << 20


@pytest.mark.sandbox_limits(cpu=0.3)
def test_time_of_one_test():
    solution.busy()


def test_cpu_time_and_memory_of_a_call(sandbox_usage):
    with sandbox_usage() as idle:
        pass
    with sandbox_usage() as hungry:
        solution.hungry(64 << 20)
    with sandbox_usage() as again:
        solution.hungry(1 << 20)
    with sandbox_usage() as busy:
        solution.busy(1)
    assert idle.peak_memory < 1 << 20
    assert 63 << 20 < hungry.peak_memory < 80 << 20
    assert again.peak_memory < 8 << 20
    assert busy.cpu_seconds > 0.5


def test_usage_beside_a_thread_of_the_solution(sandbox_usage, capsys):
    seen = []
    thread = solution.later(seen.append)
    for _ in range(5):
        with sandbox_usage():
            pass
    thread.join()
    assert seen == [0, 1, 2, 3, 4]
