"""What tests do around the solution, and what the solution does around its answers."""

# interface: objects
import contextlib, io, sys, time, random, os, warnings, logging, pytest
from unittest import mock
from unittest.mock import patch, mock_open
import solution
def test_input(monkeypatch):
    monkeypatch.setattr("builtins.input", lambda p: "bob" + p)
    assert solution.ask() == "bobname? "
def test_input2():
    with patch("builtins.input", side_effect=["a", "b"]) as m:
        assert solution.ask() == "a" and solution.ask() == "b"
    assert m.call_count == 2
    m.assert_called_with("name? ")
def test_print():
    with patch("builtins.print") as p:
        solution.shout()
    p.assert_called_once_with("hi")
def test_stdin(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("a\nb\n"))
    assert solution.lines() == ["a", "b"]
def test_stdin_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("joe\n"))
    assert solution.ask() == "joe"
def test_time(monkeypatch):
    calls = []
    monkeypatch.setattr(time, "sleep", calls.append)
    monkeypatch.setattr(time, "time", lambda: 42.0)
    assert solution.slow() == 42.0 and calls == [5]
def test_time2():
    with patch("solution.time.sleep") as s, patch("solution.time") as t:
        t.time.return_value = 3
        assert solution.slow() == 3
def test_time3():
    with patch("time.sleep") as s:
        solution.slow()
        s.assert_called_once_with(5)
def test_random():
    random.seed(3); a = [solution.roll() for _ in range(10)]
    random.seed(3); b = [solution.roll() for _ in range(10)]
    assert a == b
    random.seed(3)
    assert a == [random.randint(1,6) for _ in range(10)]
    with patch("random.randint", return_value=99): assert solution.roll() == 99
def test_env(monkeypatch):
    monkeypatch.setenv("FOO", "bar")
    assert solution.env() == "bar"
    monkeypatch.delenv("FOO")
    assert solution.env() is None
    with patch.dict(os.environ, {"FOO": "z"}): assert solution.env() == "z"
    assert solution.env() is None
def test_cwd(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert solution.cwd() == str(tmp_path)
def test_argv(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["prog", "x"])
    assert solution.argv() == ["x"]
def test_warns():
    with pytest.warns(DeprecationWarning, match="old"):
        assert solution.old() == 3
    with pytest.warns(solution.MyWarning): solution.mine()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DeprecationWarning): solution.old()
def test_log(caplog):
    with caplog.at_level(logging.INFO):
        solution.logs()
    assert [r.getMessage() for r in caplog.records] == ["info 1", "warned"]
    assert caplog.record_tuples[0] == ("app", logging.INFO, "info 1")
    caplog.clear()
    solution.logs()
    assert "warned" in caplog.text and "info" not in caplog.text
def test_a_folder_while_it_calls(tmp_path):
    before = os.getcwd()

    @solution.working_in(tmp_path)
    def write():
        with open("made.txt", "w") as file:
            file.write("x")
        return os.getcwd()

    assert write() == str(tmp_path) and (tmp_path / "made.txt").exists() and os.getcwd() == before
def test_a_record(caplog):
    solution.logs_a_request("get", 3)
    (record,) = caplog.records
    assert (record.msg, record.args, record.getMessage()) == ("%s took %d", ("get", 3), "get took 3")
    assert (record.user, record.request) == ("ann", {"method": "get"})
    with pytest.raises(TypeError, match="not all arguments"):
        solution.logs_wrongly()
def test_open():
    with patch("builtins.open", mock_open(read_data="data")) as m:
        assert solution.readf("x.txt") == "data"
    m.assert_called_once_with("x.txt")
def test_open2():
    with patch("solution.open", mock_open(read_data="data"), create=True) as m:
        assert solution.readf("x.txt") == "data"
def test_exists():
    with patch("os.path.exists", return_value=True): assert solution.exists("/nope")
    assert not solution.exists("/nope")
def test_tmp(tmp_path):
    p = tmp_path / "a.txt"; p.write_text("hello")
    assert solution.readf(p) == "hello"
def test_capsys(capsys):
    solution.shout()
    assert capsys.readouterr().out == "hi\n"
def test_capfd(capfd):
    solution.shout()
    assert capfd.readouterr().out == "hi\n"
class TestU:
    def test_logs(self):
        import unittest
        class T(unittest.TestCase):
            def runTest(self):
                with self.assertLogs("app", level="INFO") as cm: solution.logs()
                self.assertEqual(len(cm.output), 2)
                with self.assertWarns(DeprecationWarning): solution.old()
        r = T().run(); 
        assert r is None or r.wasSuccessful(), r.failures+r.errors
def test_datetime():
    with patch("solution.datetime") as d:
        d.now.return_value = 5
        assert solution.datetime.now() == 5
def test_a_traceback_in_the_log(caplog):
    def broken():
        raise OSError("no bus")
    solution.logs_a_failure(broken)
    assert "Traceback (most recent call last)" in caplog.text and "OSError: no bus" in caplog.text


def test_streams_that_the_solution_replaces(capsys):
    with solution.captured() as out:
        print("from the test")
        solution.tell("from the solution")
        print("to errors", file=sys.stderr)
    print("after")
    assert out.getvalue() == "from the test\nfrom the solution\n"
    assert capsys.readouterr() == ("after\n", "to errors\n")
    with solution.captured(io.StringIO()) as mine:
        print("x", end="")
        solution.tell("y")
    assert mine.getvalue() == "xy\n"


def test_streams_replaced_around_a_callback(capsys):
    assert solution.output_of(lambda: print("from a callback")) == "from a callback\nand mine\n"
    assert solution.errors_of(lambda: print("oh", file=sys.stderr)) == "oh\n"
    print("out")
    assert capsys.readouterr().out == "out\n"


def test_streams_that_tests_take_away():
    with contextlib.redirect_stdout(None):
        solution.tell("unheard")
    with contextlib.redirect_stdout(io.StringIO()) as out:
        solution.tell("heard")
    assert out.getvalue() == "heard\n"


def test_streams_within_streams():
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        print("a")
        with solution.captured() as inner:
            print("b")
        print("c")
    assert out.getvalue() == "a\nc\n" and inner.getvalue() == "b\n"
    with pytest.raises(TypeError):
        with solution.captured():
            sys.stdout.write(3)


def test_warning_of_the_caller():
    with pytest.warns(DeprecationWarning) as caught:
        solution.outdated()
    assert caught[0].filename == __file__ and caught[0].lineno == sys._getframe().f_lineno - 1


class TestFolder:
    @pytest.fixture(autouse=True)
    def in_a_folder(self, tmp_path, monkeypatch):
        (tmp_path / "sub" / "below").mkdir(parents=True)
        monkeypatch.chdir(tmp_path)
        self.root = tmp_path

    def test_of_a_context_manager(self):
        with solution.in_folder("sub") as where:
            assert os.getcwd() == str(self.root / "sub") == where
            with solution.in_folder(self.root / "sub" / "below"):
                open("made.txt", "w").write("here")
            assert os.listdir("below") == ["made.txt"] and solution.listed() == ["below"]
        assert os.getcwd() == str(self.root) and solution.listed() == ["sub"]
        with pytest.raises(KeyError):
            with solution.in_folder("sub"):
                raise KeyError
        assert os.getcwd() == str(self.root)

    def test_that_is_not_left(self):
        with solution.in_folder("sub", back=False):
            pass
        assert os.getcwd() == str(self.root / "sub")


def test_handler_and_formatter_of_the_solution():
    """A record of the tests' is what the solution's handlers and formatters take it to be."""
    logger = logging.getLogger("tests.own")
    handler = solution.Keeping()
    assert isinstance(handler, logging.Handler) and handler.level == logging.NOTSET
    logger.addHandler(handler)
    try:
        logger.warning("pin %d", 1234)
        try:
            raise KeyError("k")
        except KeyError:
            logger.exception("failed")
    finally:
        logger.removeHandler(handler)
    assert handler.lines[0] == "WARNING|pin 1234"
    assert handler.lines[1].startswith("ERROR|failed\nTraceback (most recent") and handler.lines[1].endswith("KeyError: 'k'")
    record = logging.LogRecord("a", logging.INFO, "p", 1, "%s", ("x",), None)
    assert handler.format(record) == "INFO|x"
def test_the_state_of_random():
    random.seed(5)
    before = random.getstate()
    solution.do_not_draw(random.Random(1))
    assert random.getstate() == before
    drawn = solution.draw()
    assert random.getstate() != before
    random.setstate(before)
    assert solution.draw() == drawn
    random.setstate(before)
    assert random.random() == drawn
    state = random.getstate()
    value = random.random()
    random.setstate(state)
    assert random.random() == value
