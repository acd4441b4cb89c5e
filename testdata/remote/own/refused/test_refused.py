# expect: test_object_where_data_is_expected = failed cannot_cross candidate
# expect: test_object_in_a_list = failed cannot_cross candidate
# expect: test_object_attribute = failed cannot_cross candidate
# expect: test_function_attribute = failed cannot_cross candidate
# expect: test_refusal_is_not_caught = failed cannot_cross candidate
# expect: test_refusal_is_not_suppressed = failed cannot_cross candidate
# expect: test_refusal_is_not_an_xfail = failed cannot_cross candidate
# expect: test_steering[keyboard] = failed cannot_cross candidate
# expect: test_steering[skip] = failed cannot_cross candidate
# expect: test_steering[loud] = failed cannot_cross candidate
# expect: test_steering[generator] = failed cannot_cross candidate
# expect: test_steering[group] = failed cannot_cross candidate
# expect: test_own_list = failed cannot_cross author
# expect: test_own_dict = failed cannot_cross author
# expect: test_argument_too_large = failed cannot_cross author
# expect: test_argument_far_too_large = failed cannot_cross author
# expect: test_argument_of_too_many_parts = failed cannot_cross author
# expect: test_answer_too_large = failed cannot_cross candidate
# expect: test_module_passed_in = failed cannot_cross author
# expect: test_own_time_zone[West] = failed cannot_cross author
# expect: test_own_time_zone[nameless] = failed cannot_cross author
# expect: test_source_is_not_run[exec] = failed cannot_cross author
# expect: test_source_is_not_run[copy] = failed cannot_cross author
# expect: test_source_is_not_run[loader] = failed cannot_cross author
# expect: test_source_is_not_run[program] = failed cannot_cross author
# expect: test_program_of_plain_data = failed cannot_cross author
# expect: test_exit = crashed crashed candidate
# expect: test_exit_is_not_caught = crashed crashed candidate
# expect: test_segfault = crashed crashed candidate
# expect: test_signal = crashed crashed candidate
# expect: test_memory_error = memory memory_error candidate
# expect: test_growth = memory memory_error candidate
# expect: test_flood = output_limit output candidate
# expect: test_loop = timeout cpu candidate
# expect: test_shared_tree = failed bad_message candidate
# expect: test_colliding_keys = failed bad_message candidate
# expect: test_deep_key = failed bad_message candidate
# expect: test_wide_key = failed bad_message candidate
# expect: test_far_column = failed bad_message candidate
# expect: test_too_large = failed too_large candidate
# expect: test_too_many = failed bad_message candidate
import contextlib
import datetime
import importlib.machinery
import json
import os
import pathlib
import subprocess
import sys
import zoneinfo

import pytest
import solution


def test_object_where_data_is_expected():
    """An object equals nothing: comparing it is refused."""
    assert solution.thing() == 42


def test_object_in_a_list():
    """Nor does it within data."""
    assert solution.things() == [42]


def test_object_attribute():
    """An object has no attributes."""
    assert solution.thing().value == 1


def test_function_attribute():
    """An attribute that a decorator hangs on a function belongs to another interface."""
    assert solution.function().calls == 3


def test_refusal_is_not_caught():
    """pytest.raises(Exception) and a bare except catch no verdict."""
    with pytest.raises(BaseException):
        solution.thing() == 1
    try:
        solution.thing() == 1
    except BaseException:
        pass


def test_refusal_is_not_suppressed():
    """Nor does contextlib.suppress."""
    with contextlib.suppress(BaseException):
        solution.thing() == 1


@pytest.mark.xfail
def test_refusal_is_not_an_xfail():
    """An xfail mark turns no refusal into what the author expected."""
    solution.thing() == 1


@pytest.mark.parametrize("name", ["keyboard", "skip", "loud", "generator", "group"])
def test_steering(name):
    """What steers a test runner is refused."""
    with contextlib.suppress(BaseException):
        solution.steer(name)


def test_stop_iteration_is_an_error():
    """StopIteration out of a call would end the test's own loop."""
    with pytest.raises(RuntimeError):
        [solution.steer("stop") for _ in range(3)]


def test_own_list():
    """A test's own kind of list would lose changes."""
    class Rows(list):
        pass
    solution.same(Rows())


def test_module_passed_in():
    """Modules never cross."""
    solution.same(json)


class West(datetime.tzinfo):
    def utcoffset(self, when):
        return datetime.timedelta(hours=-5)


def nameless():
    with open("/usr/share/zoneinfo/Europe/Berlin", "rb") as file:
        return zoneinfo.ZoneInfo.from_file(file)


@pytest.mark.parametrize("zone", [West, nameless])
def test_own_time_zone(zone):
    """A time is data, which code of a test's own, or a file, cannot be part of."""
    solution.same(datetime.datetime(2020, 1, 1, tzinfo=zone()))


def run_text(path, folder):
    exec(open(path).read(), {})


def run_copy(path, folder):
    pathlib.Path(folder, "copied.py").write_text(pathlib.Path(path).read_text())
    sys.path.insert(0, folder)
    import copied
    assert copied


def run_loader(path, folder):
    importlib.machinery.SourceFileLoader("loaded", path).load_module()


def run_program(path, folder):
    pathlib.Path(path).read_text()
    os.system("true")


@pytest.mark.parametrize("run", [pytest.param(run_text, id="exec"), pytest.param(run_copy, id="copy"),
                                 pytest.param(run_loader, id="loader"), pytest.param(run_program, id="program")])
def test_source_is_not_run(run, tmp_path):
    """Not in the judge, however a test comes to it."""
    run(solution.__file__, str(tmp_path))


def test_program_of_plain_data():
    """A program that runs is an object."""
    subprocess.run([sys.executable, solution.__file__])


def test_exit():
    """os._exit(0) is no success."""
    solution.leave()


def test_exit_is_not_caught():
    """Nor can a test take it for one."""
    with contextlib.suppress(BaseException):
        solution.leave()


def test_segfault():
    """A crash of the interpreter."""
    solution.segfault()


def test_signal():
    """A signal."""
    solution.terminate()


def test_memory_error():
    """A single allocation over the limit is a MemoryError."""
    solution.memory()


def test_growth():
    """So is growth beyond it."""
    solution.grow()


def test_memory_error_can_be_expected():
    """It is a real exception in the solution's process."""
    with pytest.raises(MemoryError):
        solution.grow()


def test_flood():
    """Printing without end."""
    solution.flood()


def test_loop():
    """A busy loop ends at the CPU limit."""
    solution.loop()


def test_endless_generator():
    """An endless generator is read as far as the test wants."""
    assert next(solution.endless(1)) == 1


def test_shared_tree():
    """Nested pairs would keep a comparison busy for ever."""
    assert solution.pairs() == [1]


def test_colliding_keys():
    """Keys with one hash would make a dict quadratic."""
    assert solution.colliding()


def test_deep_key():
    """A deep key would overflow the stack when it is hashed."""
    assert solution.deep_key()


def test_too_large():
    """A message over the limit."""
    assert solution.too_much()


def test_too_many():
    """More nodes than the limit."""
    assert solution.many()


def test_wide_key():
    """A wide key would be hashed part by part at each look."""
    assert solution.wide_key()


def test_far_column():
    """Showing a SyntaxError takes as much memory as its columns say."""
    solution.far_column()


def test_own_dict():
    """A test's own kind of dict would lose changes too."""
    class Table(dict):
        pass
    solution.same({"table": Table()})


def test_argument_too_large():
    """A test that passes more at once than may cross is the author's to mend."""
    solution.same(b"x" * (25 << 20))


def test_argument_far_too_large():
    """So is one that no frame could hold."""
    solution.same(b"x" * (40 << 20))


def test_argument_of_too_many_parts():
    """And one with more parts than the limit."""
    solution.same([0] * 1_600_000)


def test_answer_too_large():
    """And a callback that answers with too much."""
    with contextlib.suppress(BaseException):
        solution.call(lambda: b"x" * (25 << 20))


def test_others_keep_their_marks():
    """A test after all that passes."""
    assert solution.same([1]) == [1]
