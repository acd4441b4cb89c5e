import pytest

from solution import Boolean, Field, Integer, Model, Text, ValidationError


class Person(Model):
    name = Text(max_length=10)
    age = Integer(minimum=0, default=18)
    active = Boolean(default=True)


class Employee(Person):
    salary = Integer(default=0)


def test_values_and_defaults():
    p = Person(name="Ann")
    assert (p.name, p.age, p.active) == ("Ann", 18, True)


def test_assignment_is_validated():
    p = Person(name="Ann")
    p.age = 30
    assert p.age == 30
    with pytest.raises(ValidationError) as info:
        p.age = -1
    assert info.value.field == "age"
    assert str(info.value) == "age: must be at least 0"
    assert p.age == 30


def test_constructor_is_validated():
    with pytest.raises(ValidationError, match="name: too long"):
        Person(name="x" * 11)
    with pytest.raises(ValidationError, match="name: is required"):
        Person()


def test_wrong_types():
    with pytest.raises(ValidationError, match="age: expected int"):
        Person(name="A", age="old")
    with pytest.raises(ValidationError, match="active: expected bool"):
        Person(name="A", active=1)


def test_unknown_field():
    with pytest.raises(TypeError, match="nickname"):
        Person(name="A", nickname="B")


def test_instances_do_not_share_values():
    a, b = Person(name="A"), Person(name="B")
    a.age = 1
    assert b.age == 18


def test_descriptor_seen_from_the_class():
    assert isinstance(Person.age, Field)
    assert Person.age.name == "age"


def test_fields_are_listed_in_order_and_inherited():
    assert Person.fields() == ["name", "age", "active"]
    assert Employee.fields() == ["name", "age", "active", "salary"]


def test_to_and_from_dict():
    p = Employee.from_dict({"name": "Bo", "salary": 5})
    assert isinstance(p, Employee)
    assert p.to_dict() == {"name": "Bo", "age": 18, "active": True, "salary": 5}


def test_save_and_find():
    Person.objects.clear()
    ann, bob = Person(name="Ann", age=3), Person(name="Bob", age=5)
    ann.save()
    bob.save()
    assert Person.find(name="Bob") == [bob]
    assert Person.find(active=True) == [ann, bob]
    assert Person.find(name="Bob", age=6) == []


def test_each_model_has_its_own_table():
    Person.objects.clear()
    Employee.objects.clear()
    Employee(name="E").save()
    assert len(Employee.objects) == 1
    assert len(Person.objects) == 0
