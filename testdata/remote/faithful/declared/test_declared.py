"""What a solution's metaclasses and constructors make of what tests' classes declare."""

# interface: objects
import pytest
from solution import Field, Labelled, LocalError, Model, Settings, Store, Wrapped


class User(Model):
    name = Field(str)
    age = Field(int, 3)
    kind = "user"

    def hello(self):
        return f"hi {self.name}"


class Admin(User):
    level = Field(int, 9)


class Colours(Wrapped):
    red = 1

    def three(self):
        return 3


class Named(Labelled):
    label = "abc"


class Quiet(Settings):
    level = 1
    other = 2


def test_declarations_that_are_taken_away():
    user = User(name="ann")
    assert (user.name, user.age, user.hello(), user.kind) == ("ann", 3, "hi ann", "user")
    assert not hasattr(User, "name") and sorted(User.fields) == ["age", "name"]
    assert (Admin(name="bob").level, Admin(name="bob").hello()) == (9, "hi bob")


def test_declarations_that_are_replaced():
    assert Colours.red.value == 1 and Colours().red is Colours.red
    assert (Colours().three(), Colours.calls) == (3, 1)


def test_what_a_base_makes_of_a_class():
    assert (Named.label, Named().label) == ("ABC", "ABC")


def test_attributes_over_declarations():
    assert (Quiet().level, Quiet().other) == (3, 2)


def test_private_methods_of_an_error():
    error = LocalError("x")
    assert error._code() == 5
    with pytest.raises(ValueError, match="other"):
        error._raise_other()


class OwnStore(Store):
    pass


def test_a_mixin_of_the_librarys_below():
    store = OwnStore()
    assert store.ask() == store.get("a", raw=True) == ("own", True)
    assert dict(store) == {"a": 1} and list(store.values()) == [1] and "a" in store
