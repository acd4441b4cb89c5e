"""The solution's metaclasses, its classes of them, the tests' own classes of them, and __new__."""

# interface: objects
import pytest
from solution import (
    Base,
    Colour,
    Config,
    Doubled,
    Field,
    Final,
    First,
    Kid,
    Leaf,
    Model,
    Node,
    Prepared,
    Registry,
    SingletonMeta,
    Worker,
)


@pytest.fixture(autouse=True)
def clean():
    SingletonMeta._instances.clear()
    yield
    SingletonMeta._instances = {}


def test_one_object():
    assert Config() is Config()
    Config().set("a", 1)
    assert Config().values == {"a": 1}


def test_a_state_that_a_fixture_clears():
    assert Config().values == {}


def test_type():
    assert type(Config) is SingletonMeta and Config.__class__ is SingletonMeta
    assert isinstance(Config, SingletonMeta) and isinstance(Base, type)
    assert isinstance(Base, Registry) and not isinstance(int, Registry)
    assert issubclass(SingletonMeta, type) and SingletonMeta.__name__ == "SingletonMeta"
    assert Registry.__doc__ == "Keeps its classes."


def test_classes_of_the_tests():
    class Own(metaclass=SingletonMeta):
        pass

    class Below(Config):
        pass

    assert Own() is Own() and Below() is Below() and Below() is not Config()
    assert type(Below) is SingletonMeta


def test_a_metaclass_of_the_tests():
    class Meta(SingletonMeta):
        pass

    class Own(metaclass=Meta):
        pass

    assert Own() is Own() and isinstance(Own, SingletonMeta)


def test_special_methods():
    assert len(Base) == 2 and list(Base) == [1, 2] and 2 in Base and Base[0] == 1
    assert repr(Base) == "<Registry Base>" and str(Kid) == "<Registry Kid>"
    assert Base < Kid and sorted([Kid, Base]) == [Base, Kid]
    assert Base + Kid == [1, 2, 3]
    assert Base == Base and Base != Kid and {Base: 1}[Base] == 1


def test_attributes():
    assert Base.describe() == "Base is described" and Registry.describe(Kid) == "Kid is described"
    assert Base.upper == "BASE" and Registry.look_up("kiddo") is Kid
    made = Registry.made

    class Own(Base, tag="own"):
        items = []

    assert Registry.made == made + 1 and Registry.known["own"] is Own and Own.tag == "own"


def test_patched(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Registry, "known", {"z": 1})
        assert Registry.known == {"z": 1}
    assert "base" in Registry.known


def test_bases():
    assert Kid.__mro__ == (Kid, Base, object) and Kid.__bases__ == (Base,)
    assert issubclass(Kid, Base) and not issubclass(Base, Kid)
    with pytest.raises(TypeError):
        Kid()
    assert Worker().work() == 1


def test_who_decides():
    class Duck:
        quack = 1

    assert isinstance(Duck(), Base) and not isinstance(3, Base)


def test_refused():
    with pytest.raises(TypeError, match="Leaf is final"):

        class Own(Leaf):
            pass

    with pytest.raises(TypeError, match="Leaf is final"):
        type("Own", (Leaf,), {})
    with pytest.raises(TypeError, match="Leaf is final"):
        Final("Own", (Leaf,), {})


def test_prepared():
    class Own(metaclass=Prepared):
        pass

    class Below(First):
        pass

    assert First.added == Own.added == Below.added == 1
    assert type(Own) is type(Below) is Prepared


def test_fields():
    class User(Model):
        name = Field()
        age = Field()

    assert list(User.fields) == ["name", "age"] and User.fields["name"].name == "name"


def test_called():
    made = Registry("Made", (), {"items": [9]})
    assert made[0] == 9 and isinstance(made, Registry) and made.__name__ == "Made" and made.tag == "made"


def test_of_an_enumeration():
    assert 1 in Colour and Colour.RED in Colour and 5 not in Colour
    assert Colour["RED"] is Colour.RED


def test_new_of_the_tests():
    class Own(Node):
        only = None

        def __new__(cls, *args):
            if cls.only is None:
                cls.only = super().__new__(cls, *args)
                cls.only.x = 1
            return cls.only

    assert Own() is Own() and Own().x == 1 and Own().made
    assert type(Node.__new__(Node)) is Node


def test_new_of_the_tests_below_data():
    class Own(Doubled):
        def __new__(cls, value):
            return super().__new__(cls, value + 1)

    assert Doubled(2) == 4 and Own(1) == 4
