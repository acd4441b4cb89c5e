"""Bases, abstractness, generic classes, fields, and what of the library tests pass in."""

# interface: objects
import abc, argparse, configparser, dataclasses, inspect, types, typing, xml.etree.ElementTree as ET
import pytest, solution
from solution import Plain, Shape, Stack, Sub


def test_mro():
    assert (
        Plain.__mro__ == (Plain, object)
        and Shape.__mro__ == (Shape, abc.ABC, object)
        and inspect.getmro(Sub) == (Sub, Plain, object)
    )
    assert Shape.__bases__ == (abc.ABC,) and Sub.__bases__ == (Plain,) and Plain.__bases__ == (object,)
    assert solution.MyErr.__bases__ == (ValueError,) and solution.D.__mro__ == (solution.D, dict, object)

    class Mine(Sub):
        pass

    assert Mine.__mro__ == (Mine, Sub, Plain, object) and Mine.__bases__ == (Sub,)
    assert [c.__name__ for c in Sub.mro()] == ["Sub", "Plain", "object"]


def test_abstract():
    class Half(Shape):
        pass

    assert inspect.isabstract(Half) and Half.__abstractmethods__ == frozenset({"area"})
    with pytest.raises(TypeError):
        Half()

    class Full(Half):
        def area(self):
            return 2

    assert not inspect.isabstract(Full) and Full().area() == 2

    class More(Shape):
        def area(self):
            return 1

        @abc.abstractmethod
        def other(self):
            ...

    assert More.__abstractmethods__ == {"other"}


def test_generic():
    class IntStack(Stack[int]):
        pass

    assert IntStack().push(1).pop() == 1 and issubclass(IntStack, Stack)
    assert (
        typing.get_origin(Stack[int]) is Stack
        and typing.get_args(Stack[int]) == (int,)
        and Stack[int]().push(2).pop() == 2
    )
    assert solution.Reg["a"] == "reg a"


def test_field():
    f = dataclasses.fields(solution.DC)[0]
    assert f.metadata["doc"] == "d" and f.default_factory is list and f.default is dataclasses.MISSING
    assert solution.DC() == solution.DC([]) and dataclasses.fields(solution.DC)[1].default is None


def test_vars():
    assert solution.getvars(types.SimpleNamespace(q=1)) == {"q": 1} and solution.getvars(argparse.Namespace(q=1)) == {
        "q": 1
    }
    assert solution.isns(types.SimpleNamespace(x=1))[0]
    assert solution.run(argparse.Namespace(x=1)) == (2, 0, True)


def test_lib():
    assert solution.tags(ET.fromstring("<a k='v'><b>t</b><c/></a>")) == (["b", "c"], "t", "v")
    c = configparser.ConfigParser()
    c.read_string("[s]\nk=3\n")
    assert solution.cfg(c) == (3, "3", ["s"])
    p = argparse.ArgumentParser()
    p.add_argument("--n", type=int)
    assert solution.parse(p) == 3


def test_attributes_of_an_exception_class(monkeypatch):
    Refused = solution.Refused
    assert Refused.status == 403 and Refused("x").code == 403 and Refused.known == []
    assert type(Refused.of(5)) is Refused and Refused.of(5).code == 5
    assert not hasattr(Refused, "nothing")
    with monkeypatch.context() as patch:
        patch.setattr(Refused, "status", 7)
        assert Refused("x").code == 7
    assert Refused("x").code == 403

    class Own(Refused):
        extra = 1

    assert Own.extra == 1 and Own.status == 403
    with pytest.raises(Refused):
        raise Own("x")


def test_descriptors_that_learn_their_names():
    class User(solution.Record):
        name = solution.Field()
        age = solution.Field()

    assert list(User.fields) == ["name", "age"] and User.fields["age"].name == "age" and User.table == "user"


def test_reflected_operators_of_a_tuple():
    assert 2 * solution.Vector(1, 2) == solution.Vector(1, 2) * 2 == solution.Vector(2, 4)


def test_special_methods_are_annotated():
    assert typing.get_type_hints(Stack.__len__) == {"return": int}
    assert list(inspect.signature(Stack.__len__).parameters) == ["self"]


def test_a_property_of_the_tests_function():
    class Own:
        @solution.as_property
        def value(self):
            return 5

    assert Own().value == 5 and isinstance(vars(Own)["value"], property)


def test_parameters_of_a_generic_class():
    assert Stack.__parameters__ == (solution.T,) and Stack[int] == Stack[int]
