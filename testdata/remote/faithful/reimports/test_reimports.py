"""Modules that tests take out of sys.modules, to import them anew."""

# interface: objects
import importlib, sys, pytest


@pytest.fixture
def fresh():
    sys.modules.pop("solution", None)
    import solution

    yield solution
    sys.modules.pop("solution", None)


def test_a(fresh):
    assert fresh.add(1) == 1


def test_b(fresh):
    assert fresh.add(1) == 1
    assert fresh.STATE == [1]


def test_env(monkeypatch):
    monkeypatch.setenv("LEVEL", "high")
    monkeypatch.delitem(sys.modules, "solution", raising=False)
    import solution

    assert solution.LEVEL == "high"


def test_reload(monkeypatch):
    import solution

    monkeypatch.setenv("LEVEL", "low")
    solution.add(4)
    m = importlib.reload(solution)
    assert m is solution and solution.LEVEL == "low" and solution.STATE == []


def test_classes_differ():
    import solution as one

    del sys.modules["solution"]
    import solution as two

    assert one is not two and one.Reg is not two.Reg
    one.Reg.items["a"] = 1
    assert two.Reg.items == {}


def test_in_modules():
    import solution

    assert sys.modules["solution"] is solution


def test_put_back(monkeypatch):
    import solution

    with monkeypatch.context() as m:
        m.delitem(sys.modules, "solution")
        import solution as other

        assert other is not solution
    import solution as again

    assert again is solution
    assert importlib.reload(solution) is solution
