import io
import os
import sys
from contextlib import redirect_stdout

import pytest

from solution import Timer, Transaction, temp_cwd, swallow, captured_env


class TestTimer:
    def test_measures(self, monkeypatch):
        values = iter([10.0, 12.5])
        monkeypatch.setattr("time.perf_counter", lambda: next(values))
        with Timer() as t:
            pass
        assert t.elapsed == pytest.approx(2.5)

    def test_elapsed_even_after_error(self):
        t = Timer()
        with pytest.raises(ZeroDivisionError):
            with t:
                1 / 0
        assert t.elapsed >= 0

    def test_elapsed_before_use(self):
        assert Timer().elapsed is None

    def test_prints_label(self):
        buf = io.StringIO()
        with redirect_stdout(buf):
            with Timer("load"):
                pass
        assert buf.getvalue().startswith("load: ")
        assert buf.getvalue().endswith("s\n")

    def test_silent_without_label(self, capsys):
        with Timer():
            pass
        assert capsys.readouterr().out == ""


class TestTransaction:
    def test_commit(self):
        d = {"a": 1}
        with Transaction(d) as t:
            t["b"] = 2
            assert d == {"a": 1, "b": 2}
        assert d == {"a": 1, "b": 2}

    def test_rollback(self):
        d = {"a": [1]}
        with pytest.raises(RuntimeError):
            with Transaction(d) as t:
                t["b"] = 2
                del t["a"]
                raise RuntimeError
        assert d == {"a": [1]}

    def test_rollback_of_nested_values(self):
        d = {"a": [1]}
        with pytest.raises(RuntimeError):
            with Transaction(d):
                d["a"].append(2)
                raise RuntimeError
        assert d == {"a": [1]}

    def test_same_object_kept(self):
        d = {}
        alias = d
        with pytest.raises(KeyError):
            with Transaction(d):
                d["x"] = 1
                d["nope"]
        assert alias is d and alias == {}


class TestTempCwd:
    def test_changes_and_restores(self, tmp_path):
        before = os.getcwd()
        with temp_cwd(tmp_path) as p:
            assert os.path.samefile(os.getcwd(), tmp_path)
            assert p == tmp_path
        assert os.getcwd() == before

    def test_restores_after_error(self, tmp_path):
        before = os.getcwd()
        with pytest.raises(ValueError):
            with temp_cwd(tmp_path):
                raise ValueError
        assert os.getcwd() == before

    def test_as_decorator(self, tmp_path):
        @temp_cwd(tmp_path)
        def write():
            open("made.txt", "w").close()

        write()
        assert (tmp_path / "made.txt").exists()


class TestSwallow:
    def test_swallows(self):
        with swallow(KeyError, ValueError) as caught:
            raise ValueError("x")
        assert str(caught.exception) == "x"

    def test_other_errors_pass(self):
        with pytest.raises(TypeError):
            with swallow(KeyError):
                raise TypeError

    def test_nothing_raised(self):
        with swallow(KeyError) as caught:
            pass
        assert caught.exception is None


class TestCapturedEnv:
    def test_set_and_restore(self, monkeypatch):
        monkeypatch.setenv("APP_MODE", "old")
        monkeypatch.delenv("APP_NEW", raising=False)
        with captured_env(APP_MODE="new", APP_NEW="1"):
            assert os.environ["APP_MODE"] == "new"
            assert os.environ["APP_NEW"] == "1"
        assert os.environ["APP_MODE"] == "old"
        assert "APP_NEW" not in os.environ

    def test_none_unsets(self, monkeypatch):
        monkeypatch.setenv("APP_MODE", "old")
        with captured_env(APP_MODE=None):
            assert "APP_MODE" not in os.environ
        assert os.environ["APP_MODE"] == "old"
