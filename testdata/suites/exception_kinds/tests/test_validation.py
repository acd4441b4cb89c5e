import copy
import pickle
import traceback

import pytest

import validation
from validation import (
    Errors,
    Field,
    FieldError,
    RequiredError,
    Schema,
    TooLong,
    ValidationError,
    retry_later,
    validate_all,
)


@pytest.fixture
def schema():
    return Schema(
        name=Field(str, max_length=5),
        age=Field(int, check=lambda v: v >= 0),
        email=Field(str, required=False),
    )


def test_valid(schema):
    assert schema.validate({"name": "Ann", "age": 3}) == {"name": "Ann", "age": 3, "email": None}


def test_hierarchy():
    assert issubclass(TooLong, FieldError)
    assert issubclass(FieldError, ValidationError)
    assert issubclass(ValidationError, ValueError)
    assert issubclass(RequiredError, KeyError)
    assert RequiredError.__mro__.index(FieldError) < RequiredError.__mro__.index(KeyError)


def test_required(schema):
    with pytest.raises(RequiredError) as excinfo:
        schema.validate({"age": 3})
    assert excinfo.value.field == "name"
    assert excinfo.type is RequiredError
    assert excinfo.typename == "RequiredError"


def test_too_long_message(schema):
    with pytest.raises(TooLong, match=r"name: at most 5 characters, got 6$"):
        schema.validate({"name": "Rachel", "age": 1})


def test_cause_of_conversion(schema):
    with pytest.raises(FieldError) as excinfo:
        schema.validate({"name": "A", "age": "old"})
    cause = excinfo.value.__cause__
    assert isinstance(cause, ValueError)
    assert "invalid literal" in str(cause)
    assert excinfo.value.__suppress_context__


def test_conversion(schema):
    assert schema.validate({"name": "A", "age": "41"})["age"] == 41


def test_check_that_raises(schema):
    class Odd(Exception):
        pass

    def check(value):
        raise Odd("no")

    with pytest.raises(Odd):
        Schema(x=Field(int, check=check)).validate({"x": 1})


def test_notes(schema):
    with pytest.raises(FieldError) as excinfo:
        schema.validate({"name": "A", "age": -1})
    assert excinfo.value.__notes__ == ["while validating {'name': 'A', 'age': -1}"]


def test_any_of_several_types(schema):
    with pytest.raises((TypeError, RequiredError)):
        schema.validate({})


def test_not_a_mapping(schema):
    with pytest.raises(TypeError):
        schema.validate(None)


def test_unknown_field_lists_names(schema):
    with pytest.raises(ValidationError) as excinfo:
        schema.validate({"name": "A", "age": 1, "zip": 1, "abc": 2})
    assert excinfo.value.args == ("unknown fields", ["abc", "zip"])


def test_group():
    schema = Schema(a=Field(int), b=Field(int))
    with pytest.raises(ExceptionGroup) as excinfo:
        validate_all(schema, [{"a": 1, "b": 2}, {"a": 1}, {"a": "x", "b": 1}])
    group = excinfo.value
    assert isinstance(group, Errors)
    assert [type(e).__name__ for e in group.exceptions] == ["RequiredError", "FieldError"]
    assert "2 of 3" in str(group)


def test_except_star():
    schema = Schema(a=Field(int))
    caught = []
    try:
        validate_all(schema, [{}, {"a": "x"}])
    except* RequiredError as group:
        caught.append(len(group.exceptions))
    except* FieldError as group:
        caught.append(str(group.exceptions[0].__cause__)[:7])
    assert caught == [1, "invalid"]


def test_group_subgroup():
    with pytest.raises(Errors) as excinfo:
        validate_all(Schema(a=Field(int)), [{}, {}])
    sub = excinfo.value.subgroup(lambda e: isinstance(e, RequiredError))
    assert len(sub.exceptions) == 2


def test_exceptions_can_be_copied():
    error = TooLong("name", 5, 6)
    again = copy.copy(error)
    assert (again.field, again.limit) == ("name", 5)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_traceback_formatting():
    try:
        Schema(a=Field(int)).validate({})
    except RequiredError as error:
        text = "".join(traceback.format_exception_only(type(error), error))
    assert text.startswith("validation.RequiredError: ")


def test_context_of_handler_error():
    with pytest.raises(RuntimeError) as excinfo:
        retry_later(lambda: 1 / 0, on_error=lambda e: {}["missing"])
    assert isinstance(excinfo.value.__context__, KeyError)
    assert isinstance(excinfo.value.__context__.__context__, ZeroDivisionError)


def test_retry_returns_same_exception():
    error = ValueError("mine")

    def fail():
        raise error

    seen = []
    assert retry_later(fail, on_error=seen.append) is None
    assert seen[0] is error


def test_repr():
    assert repr(TooLong("name", 5, 6)) == "TooLong('name', 5, 6)"
    assert repr(ValidationError("x")) == "ValidationError('x')"


def test_raise_from_test():
    with pytest.raises(FieldError) as excinfo:
        raise TooLong("a", 1, 2) from OSError("x")
    assert excinfo.value.limit == 1
    assert isinstance(excinfo.value.__cause__, OSError)


def test_equality_is_identity():
    assert ValidationError("a") != ValidationError("a")
    error = ValidationError("a")
    assert error == error
    assert len({error, error}) == 1
