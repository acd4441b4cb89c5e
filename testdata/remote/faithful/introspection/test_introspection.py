"""What __dict__, vars() and inspect show of the solution's modules and classes."""

# interface: objects
import collections
import inspect
import typing
import pytest
import solution
from solution import Sq, Stack


def test_module():
    assert solution.__doc__ == "Docs of the module." and solution.__version__ == "1.2"
    assert solution.__all__ == ["add", "Stack"]
    assert "add" in dir(solution) and hasattr(solution, "Sq") and not hasattr(solution, "nope")
    assert getattr(solution, "nope", 3) == 3
    assert "add" in vars(solution) and "add" in solution.__dict__
    fs = dict(inspect.getmembers(solution, inspect.isfunction))
    assert {"add", "_private", "memo"} <= set(fs)
    cs = [n for n, c in inspect.getmembers(solution, inspect.isclass) if c.__module__ == solution.__name__]
    assert "Stack" in cs and "Sq" in cs
    assert solution._private() == 1


def test_sig():
    s = inspect.signature(solution.add)
    assert list(s.parameters) == ["a", "b", "scale"] and s.parameters["b"].default == 2
    assert s.return_annotation is float and s.parameters["scale"].kind is inspect.Parameter.KEYWORD_ONLY
    assert typing.get_type_hints(solution.add) == {"a": int, "b": int, "scale": float, "return": float}
    assert solution.add.__annotations__["a"] is int and solution.add.__defaults__ == (2,)
    assert solution.add.__kwdefaults__ == {"scale": 1.0}
    assert inspect.getfullargspec(solution.add).args == ["a", "b"]
    assert (
        solution.add.__name__ == "add"
        and solution.add.__module__ == "solution"
        and solution.add.__doc__.startswith("Add")
    )
    assert str(s) == "(a: int, b: int = 2, *, scale: float = 1.0) -> float"
    assert solution.add.__code__.co_argcount == 2


def test_abc():
    assert inspect.isabstract(solution.Shape)
    assert solution.Shape.__abstractmethods__ == frozenset({"area", "name"})
    with pytest.raises(TypeError, match="abstract"):
        solution.Shape()

    class C(solution.Shape):
        name = "c"

        def area(self):
            return 3

    assert C().area() == 3 and isinstance(C(), solution.Shape)

    class D(solution.Shape):
        pass

    with pytest.raises(TypeError):
        D()


def test_props():
    assert isinstance(solution.Sq.name, property) and isinstance(solution.Sq.__dict__["name"], property)
    with pytest.raises(AttributeError):
        Sq(2).name = "x"
    t = solution.Temp(100)
    assert t.f == 212
    t.f = 32
    assert t.c == 0
    with pytest.raises(ValueError, match="cold"):
        t.f = -1000
    assert solution.Temp.f.fset is not None and solution.Sq.name.fset is None


def test_slots():
    s = solution.Slot()
    assert not hasattr(s, "__dict__") and solution.Slot.__slots__ == ("x",)
    with pytest.raises(AttributeError):
        s.y = 1


def test_class_bits():
    assert Sq.__mro__[1] is solution.Shape and Sq.__bases__ == (solution.Shape,)
    assert Sq in solution.Shape.__subclasses__() and Sq.__name__ == "Sq" and Sq.__module__ == "solution"
    assert type(Sq(1)) is Sq and Sq(1).__class__ is Sq and Sq(1).__dict__ == {"s": 1} and vars(Sq(2)) == {"s": 2}
    assert "area" in dir(Sq(1)) and "area" in Sq.__dict__
    assert inspect.ismethod(Sq(1).area) and inspect.isfunction(Sq.area)
    assert isinstance(Stack.__dict__["helper"], staticmethod) and isinstance(
        inspect.getattr_static(Stack, "of"), classmethod
    )
    assert {n for n, _ in inspect.getmembers(Sq, inspect.isfunction)} >= {"area", "__init__"}
    assert Stack.push.__annotations__["return"] is None
    assert Stack.of(1, 2).pop() == 2 and Stack.helper(1) == 2
    assert callable(Sq) and not callable(Sq(1))
    assert Stack[int]([1]).pop() == 1
    before = Stack.count
    Stack()
    assert Stack.count == before + 1
