"""What can only be seen beside the solution, and limits of one test."""

# interface: objects
# expect: test_memory_of_one_test = memory memory_error candidate
# expect: test_time_of_one_test = timeout cpu candidate
# expect: test_a_probe_gives_plain_data = failed cannot_cross author
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
