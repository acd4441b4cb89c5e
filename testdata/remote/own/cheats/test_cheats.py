"""What tests pass in gives the solution nothing of the library's or the framework's but a short list."""

# interface: objects
# expect: test_a_mock = failed test_failed candidate
# expect: test_a_spy = failed test_failed candidate
# expect: test_a_spy_of_a_function = failed test_failed candidate
# expect: test_a_count = failed test_failed candidate
# expect: test_members[equal] = failed test_failed candidate
# expect: test_members[reflected] = failed test_failed candidate
# expect: test_members[number] = failed test_failed candidate
# expect: test_members[contained] = failed test_failed candidate
# expect: test_a_generic_type = failed test_failed candidate
# expect: test_an_alarm[sleep_through] = failed test_failed candidate
# expect: test_an_alarm[have_it_strike_early] = failed test_failed candidate
# expect: test_a_handler_of_logs = failed test_failed candidate
# expect: test_examples = failed cannot_cross author
# expect: test_examples_of_a_lying_text = failed cannot_cross author
# expect: test_a_file_beside_the_tests = failed test_failed candidate
# expect: test_answers_of_a_database = failed test_failed candidate
# expect: test_rows_of_a_cursor = failed test_failed candidate
# expect: test_a_connection_that_is_closed_within = failed test_failed candidate
# expect: test_what_a_connection_loses = failed test_failed candidate
# expect: test_a_function_in_a_mock = failed test_failed candidate
# expect: TestOfItself::test_what_is_expected = failed test_failed candidate
# expect: test_a_stream_that_is_not_given_back = failed test_failed candidate
# expect: test_a_folder_that_is_not_left = failed cannot_cross candidate
# expect: test_a_stream_of_an_entry_that_fails = failed test_failed candidate
# expect: test_a_folder_of_an_entry_that_fails = failed cannot_cross candidate
# expect: TestBelow::test_wrong = failed test_failed candidate
# expect: test_kinds[none] = failed test_failed candidate
# expect: test_kinds[type] = failed test_failed candidate
# expect: test_kinds[list] = failed test_failed candidate
# expect: test_too_much_of_a_callback = failed cannot_cross candidate
import doctest
import enum
import functools
import logging
import os
import random
import signal
import sqlite3
import sys
import types
import typing
import unittest
import warnings
import zipfile
from unittest import mock

import pytest

import solution
from solution import test_bit  # noqa: F401  # no test, though it looks like one


def test_a_mock():
    sink = mock.Mock()
    solution.notify(sink, "x")
    sink.send.assert_called_once_with("x")


class Spy:
    def __init__(self):
        self.got = []

    def check(self, *wanted):
        assert tuple(self.got) == wanted


def test_a_spy():
    spy = Spy()
    solution.silence(spy)
    spy.check("a")


def test_a_logger(caplog):
    assert solution.write(logging.getLogger("app")) == 0
    assert caplog.messages == ["nothing but this"]


class Within(unittest.TestCase):
    def note(self, text):
        """A callback."""

    def test_in_a_test(self):
        assert solution.run(self.note) == "refused"


def test_arguments_that_are_bound():
    assert solution.look(functools.partial(print, 4711)) == "refused"


class Point:
    def __init__(self, x):
        self.x = x


def test_objects_of_a_class():
    """Of a test's own class the solution may make another; of the library's it may not."""
    assert solution.make(Point(0)).x == 1
    for thing in (mock.Mock(), zipfile.ZipFile, unittest.TestCase()):
        assert solution.make(thing) == "refused"
    assert type(solution.make(logging.getLogger("app"))) is not logging.Logger  # but one in its own process


class Token:
    __slots__ = ("_secret",)
    _private = 4711

    def __init__(self):
        self._secret = 4711

    def right(self):
        return False


class Plain:
    def __init__(self, x):
        self.x = x

    def right(self):
        return False


def test_a_class_that_is_passed_in_stays_as_it_is():
    solution.spoil(Plain)
    assert Plain(1) != Plain(1) and not Plain(1).right() and repr(Plain(1)).startswith("<")
    plain = Plain(1)
    assert solution.spoil_attributes(plain) == ["refused", "refused"] and not plain.right()
    assert not vars(plain).keys() - {"x", "free"}


def test_what_a_class_keeps_to_itself():
    assert "_private" not in solution.names_of(Token) and "right" in solution.names_of(Token)
    assert solution.seen_by(Token()) == "refused"
    assert not {"run", "assertEqual"} & {*solution.names_of(unittest.TestCase)}


class Within2(unittest.TestCase):
    def test_vars_of_a_test(self):
        assert solution.seen_by(self) in ([], "refused")
        assert solution.copied(self) == "refused"


def test_what_tests_print_is_not_heard():
    heard = solution.listen()
    print("expected 4711")
    print("expected 4711", file=sys.stderr)
    assert solution.names_of(Plain) and heard == []


class Checker:
    @classmethod
    def valid(cls, result):
        return result == 5

    @property
    def total(self):
        return 3

    @functools.singledispatchmethod
    def sort(self, value):
        return False


def test_no_method_of_any_form_is_overwritten():
    checker = Checker()
    assert [solution.overwrite(checker, name) for name in ("valid", "total", "sort")] == ["refused"] * 3
    assert not checker.valid(0) and checker.total == 3 and not checker.sort(1)


class TestBus:
    expected = [4711]

    def on_event(self, event):
        """A callback."""

    def test_a_method_does_not_lead_to_what_is_expected(self):
        assert solution.instance_of(self.on_event) is None
        assert solution.copied(self) == "refused"


def test_a_statement_that_differs_elsewhere():
    prices = {10: 7}
    with pytest.raises(AssertionError):
        assert solution.Wild() != "" and solution.Wild() in ["gold"]
    with pytest.raises(AssertionError):
        assert ["gold"].count(solution.Wild()) != 0
    with pytest.raises(KeyError):
        assert prices[solution.Wild()] != 0
    assert "gold" not in solution.seen_by_wild and 10 not in solution.seen_by_wild


def test_a_dict_that_holds_less():
    assert solution.Liar() | {"a": 1} == {"a": 1} != solution.Liar()


def test_a_fold_is_kept():
    assert solution.folded().fold == 1


def test_copies_of_bags():
    bag = types.SimpleNamespace(x=[1])
    other = solution.clone(bag)
    other.x.append(2)
    assert bag.x == [1] and other.x == [1, 2]


def test_hints_run_nothing():
    for function in (solution.hinted, solution.Hinted.area):
        with pytest.raises(NameError):
            typing.get_type_hints(function)
    assert not hasattr(unittest, "was_here")


def test_a_folder_is_followed_by_its_own_context_manager_alone(tmp_path):
    before = os.getcwd()
    (tmp_path / "sub").mkdir()
    solution.wander(str(tmp_path / "sub"))
    assert os.getcwd() == before
    solution.there_and_back(str(tmp_path / "sub"))
    assert os.getcwd() == before


class Config:
    limit = 10


def test_a_class_in_an_annotation_is_not_passed_in():
    def on_item(item, config: Config):
        return item
    solution.set_limit(on_item)
    assert Config.limit == 10


def test_a_record_tells_nothing_of_an_assertion():
    logger = logging.getLogger("tests.cheats")
    heard = solution.Overhearing()
    logger.addHandler(heard)
    try:
        assert [0] == [1, 2, 3]
    except AssertionError:
        logger.exception("no")
    finally:
        logger.removeHandler(heard)
    assert "1, 2, 3" not in heard.seen and "test_a_record" not in heard.seen


def test_what_hangs_on_a_function_is_not_for_pytest():
    def check():
        pass
    assert solution.hangs_marks(check) is check
    assert vars(check).keys() == {"marked"}


def test_a_database(tmp_path):
    connection = sqlite3.connect(":memory:")
    assert solution.attach(connection, str(tmp_path / "made")) == []
    assert not (tmp_path / "made").exists()
    connection.execute("attach ? as other", (str(tmp_path / "own"),))


def notify(name): ...


def test_a_spy_of_a_function():
    spy = mock.create_autospec(notify)
    solution.announce(spy, "ann")
    spy.assert_called_once_with("ann")


def test_a_count():
    def key(item):
        key.calls += 1
        return item
    key.calls = 0
    assert solution.order([3, 1, 2], key) == [1, 2, 3]
    assert key.calls == 3


class Light(enum.Enum):
    RED, GREEN, AMBER = 1, 2, 3


class Suit(enum.IntEnum):
    CLUBS, HEARTS = 1, 2


@pytest.mark.parametrize("holds", [
    pytest.param(lambda: solution.next_light(Light.RED) == Light.GREEN, id="equal"),
    pytest.param(lambda: Light.AMBER == solution.next_light(Light.GREEN), id="reflected"),
    pytest.param(lambda: solution.next_light(Suit.CLUBS) == Suit.HEARTS, id="number"),
    pytest.param(lambda: solution.next_light(Suit.CLUBS) in (Suit.HEARTS,), id="contained")])
def test_members(holds):
    """Of a test's enumeration: the solution cannot make them its own, which it could compare."""
    assert holds()


def test_a_generic_type():
    assert solution.hint() == typing.Optional[int]


@pytest.mark.parametrize("name", ["sleep_through", "have_it_strike_early"])
def test_an_alarm(name):
    def late(*_):
        pytest.fail("too slow")
    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        assert getattr(solution, name)(0.3) == 4
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_handler_of_logs():
    class Strict(logging.Handler):
        def emit(self, record):
            assert record.getMessage() == "right"
    handler = Strict()
    logging.getLogger("app").addHandler(handler)
    try:
        assert solution.log_quietly() == 4
    finally:
        logging.getLogger("app").removeHandler(handler)


def test_where_a_warning_is_from():
    """Whoever shows it reads that file."""
    with warnings.catch_warnings(record=True) as seen:
        for path in ("/proc/self/fd/3", __file__, "test_cheats.py"):
            solution.warn_of(path)
    assert [os.path.exists(warning.filename) for warning in seen] == [False] * len(seen) and seen


def test_examples():
    test = doctest.DocTestParser().get_doctest(solution.documented.__doc__, {}, "documented", "solution.py", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


def test_too_much_of_a_callback():
    assert solution.blow_up(lambda first, second: first * second)


def test_what_a_star_brings():
    """Nothing of the library's under another name, and no class that passes for anything."""
    names = {}
    exec("from solution import *", names)
    assert {"Account", "mocked", "mock", "unittest"} & set(names) == set() and names["logging"] is logging


def test_examples_of_a_lying_text():
    test = doctest.DocTestParser().get_doctest(solution.examples(), {}, "documented", "solution.py", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


def test_a_file_beside_the_tests(tmp_path):
    expected = sqlite3.connect(tmp_path / "expected.db")
    expected.executescript("create table t (total int); insert into t values (5);")
    connection = sqlite3.connect(":memory:")
    got = solution.change(connection, str(tmp_path / "expected.db"))
    assert expected.execute("select total from t").fetchone() == (got,)


class Database:
    def __init__(self):
        self.connection = sqlite3.connect(":memory:")
        self.seen = []
        self.connection.set_authorizer(lambda *what: self.seen.append(what) or sqlite3.SQLITE_OK)

    def query(self, statement):
        return self.connection.execute(statement)


@pytest.mark.parametrize("statement", [
    "attach '/tmp/made.db' as e", "vacuum into '/tmp/made.db'", "select fts3_tokenizer('simple')",
    "pragma hard_heap_limit = 20000", "pragma temp_store_directory = '/tmp'", "pragma writable_schema = 1",
    "create virtual table v using fts3(a)", "select load_extension('/tmp/made')"])
def test_statements(statement):
    database = Database()
    assert solution.query(database, statement) == "denied" and not os.path.exists("/tmp/made.db")
    assert solution.query(database, "select 1") == [(1,)] and database.seen


def test_answers_of_a_database():
    connection = sqlite3.connect(":memory:")
    connection.execute("create table t (name text)")
    solution.answer(connection)
    connection.execute("insert into t values ('ab')")
    assert connection.execute("select length(name) from t").fetchone() in ((1,), (12,))


def test_rows_of_a_cursor():
    cursor = sqlite3.connect(":memory:").cursor()
    cursor.execute("create table t (x)")
    solution.save_nothing(cursor)
    assert cursor.execute("select count(*) from t").fetchone() == (3,)


def test_a_connection_that_is_closed_within():
    connection = sqlite3.connect(":memory:")
    connection.execute("create table t (x)")
    solution.close_within(connection)
    connection.execute("insert into t values (5)")


def test_what_a_connection_loses():
    connection = sqlite3.connect(":memory:")
    solution.lose(connection)
    assert connection.execute("select 'abc'").fetchone() == ("abc",)


def test_a_function_in_a_mock():
    sink = mock.Mock()
    solution.hang_in(sink)
    sink.deliver.assert_called_once_with("x")


class TestOfItself:
    def test_what_is_expected(self):
        self.got, self.want = [], [1]
        solution.expect_nothing(self)
        assert self.got == self.want


def test_a_stream_that_is_not_given_back():
    with solution.keeps_stream():
        pass
    assert sys.stdout is not sys.__stdout__
    expected = random.randrange(10 ** 9)
    print("expected", expected)
    assert solution.overheard() == expected


def test_a_folder_that_is_not_left(tmp_path):
    with solution.stays_in(str(tmp_path)):
        pass
    assert os.getcwd() == str(tmp_path)
    with open("expected.txt") as file:
        assert file.read() == "5"


def test_a_stream_of_an_entry_that_fails():
    with pytest.raises(OSError), solution.FailsInStream():
        pass
    expected = random.randrange(10 ** 9)
    print("expected", expected)
    assert solution.overheard() == expected


def test_a_folder_of_an_entry_that_fails(tmp_path):
    with pytest.raises(OSError), solution.FailsIn(str(tmp_path)):
        pass
    with open("expected.txt") as file:
        assert file.read() == "5"


class TestBelow(solution.Replacing):
    def test_wrong(self):
        assert self.value() == 5


@pytest.mark.parametrize("value", [pytest.param(None, id="none"), pytest.param(int, id="type"),
                                   pytest.param(typing.List, id="list")])
def test_kinds(value):
    assert solution.kinds() == value
