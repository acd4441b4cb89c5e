import contextlib
import os
import sys

import pytest

from contexts import Countdown, Indenter, Tag, Transaction, cd, redirected, suppress_all, swap


class TestTransaction:
    def test_commit(self):
        data = {"a": 1}
        with Transaction(data) as working:
            working["b"] = 2
        assert data == {"a": 1, "b": 2}

    def test_rollback(self):
        data = {"a": 1}
        with pytest.raises(ZeroDivisionError):
            with Transaction(data) as working:
                working["a"] = 100
                1 / 0
        assert data == {"a": 1}

    def test_data_untouched_until_the_end(self):
        data = {}
        with Transaction(data) as working:
            working["x"] = 1
            assert data == {}
        assert data == {"x": 1}

    def test_nested_values(self):
        data = {"list": [1]}
        with contextlib.suppress(RuntimeError), Transaction(data) as working:
            working["list"].append(2)
            raise RuntimeError
        assert data == {"list": [1]}

    def test_not_reentrant(self):
        t = Transaction({})
        with t:
            with pytest.raises(RuntimeError, match="already"):
                t.__enter__()


class TestTag:
    def test_nesting(self, capsys):
        with Tag("html"):
            with Tag("body"):
                print("hi")
        assert capsys.readouterr().out == "<html>\n<body>\nhi\n</body>\n</html>\n"

    def test_closes_on_error(self, capsys):
        with pytest.raises(KeyError):
            with Tag("p"):
                raise KeyError("x")
        assert capsys.readouterr().out == "<p>\n</p>\n"

    def test_as_decorator(self, capsys):
        @Tag("b")
        def shout(text):
            print(text.upper())
            return len(text)

        assert shout("yes") == 3
        assert capsys.readouterr().out == "<b>\nYES\n</b>\n"


def test_indenter(capsys):
    with Indenter() as indent:
        indent.print("a")
        with indent:
            indent.print("b")
            with indent:
                indent.print("c")
        indent.print("d")
    assert capsys.readouterr().out == "  a\n    b\n      c\n  d\n"


def test_cd(tmp_path):
    before = os.getcwd()
    with cd(tmp_path) as where:
        assert os.path.samefile(os.getcwd(), tmp_path)
        assert where == tmp_path
    assert os.getcwd() == before


def test_cd_restores_after_error(tmp_path):
    before = os.getcwd()
    with pytest.raises(ValueError):
        with cd(tmp_path):
            raise ValueError
    assert os.getcwd() == before


def test_redirected():
    with redirected() as buffer:
        print("captured")
        print("error", file=sys.stderr)
    assert buffer.getvalue() == "captured\n"


def test_suppress_all():
    with suppress_all(ValueError, KeyError) as caught:
        int("x")
    assert isinstance(caught.exception, ValueError)
    with pytest.raises(IndexError):
        with suppress_all(ValueError):
            [][0]


def test_exit_stack(capsys):
    with contextlib.ExitStack() as stack:
        tags = [stack.enter_context(Tag(name)) for name in "ab"]
        assert len(tags) == 2
    assert capsys.readouterr().out == "<a>\n<b>\n</b>\n</a>\n"


def test_swap():
    class Config:
        debug = False

    with swap(Config, "debug", True):
        assert Config.debug is True
    assert Config.debug is False


def test_swap_instance():
    class Thing:
        pass

    thing = Thing()
    with swap(thing, "extra", 1):
        assert thing.extra == 1
    assert not hasattr(thing, "extra")


class TestCountdown:
    def test_list(self):
        assert list(Countdown(3)) == [3, 2, 1]

    def test_iterates_twice(self):
        c = Countdown(2)
        assert list(c) == list(c) == [2, 1]

    def test_iterator_protocol(self):
        it = iter(Countdown(1))
        assert iter(it) is it
        assert next(it) == 1
        with pytest.raises(StopIteration):
            next(it)

    def test_reversed_len_contains(self):
        c = Countdown(4)
        assert list(reversed(c)) == [1, 2, 3, 4]
        assert len(c) == 4
        assert 4 in c and 5 not in c

    def test_unpack_and_builtins(self):
        first, *rest = Countdown(3)
        assert (first, rest) == (3, [2, 1])
        assert sum(Countdown(4)) == 10
        assert max(Countdown(4)) == 4
        assert list(enumerate(Countdown(2))) == [(0, 2), (1, 1)]
        assert list(map(str, Countdown(2))) == ["2", "1"]

    def test_slicing(self):
        assert list(Countdown(5)[1:3]) == [4, 3]
        assert Countdown(5)[-1] == 1
