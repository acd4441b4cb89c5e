import traceback

import pytest

from solution import (ConfigError, FieldError, MissingField, ParseError, load, parse_line, safe_divide, validate,
                      wrap_errors)


def test_hierarchy():
    assert issubclass(ParseError, ConfigError)
    assert issubclass(MissingField, FieldError)
    assert issubclass(FieldError, ConfigError)
    assert issubclass(FieldError, KeyError)
    assert not issubclass(ParseError, KeyError)


def test_parse_error_knows_where():
    with pytest.raises(ParseError) as info:
        load("a = 1\nb ? 2\n")
    error = info.value
    assert (error.line, error.text) == (2, "b ? 2")
    assert str(error) == "line 2: expected 'name = value', got 'b ? 2'"
    assert error.args == (2, "b ? 2")


def test_cause_is_kept():
    with pytest.raises(ParseError) as info:
        parse_line("port = 80x", 7)
    assert isinstance(info.value.__cause__, ValueError)
    assert "invalid literal" in str(info.value.__cause__)


def test_context_is_suppressed():
    with pytest.raises(MissingField) as info:
        validate({"host": 1}, ["host", "port"])
    assert info.value.__cause__ is None
    assert info.value.__suppress_context__
    assert info.value.field == "port"


@pytest.mark.parametrize("kind", [MissingField, FieldError, ConfigError, KeyError, LookupError])
def test_caught_by_any_base(kind):
    with pytest.raises(kind):
        validate({}, ["x"])


def test_message_is_readable():
    with pytest.raises(ConfigError, match=r"^missing field: port$"):
        validate({}, ["port"])


def test_can_be_raised_by_the_test_itself():
    error = MissingField("x")
    try:
        raise error
    except ConfigError as caught:
        assert caught is error
        assert caught.field == "x"


def test_wrap_errors_translates_foreign_errors():
    class Foreign(Exception):
        code = 42

    original = Foreign("far away")
    with pytest.raises(ConfigError, match="while loading: far away") as info:
        with wrap_errors("loading"):
            raise original
    assert info.value.__cause__ is original
    assert info.value.__cause__.code == 42


def test_wrap_errors_leaves_config_errors_alone():
    error = FieldError("f")
    with pytest.raises(FieldError) as info:
        with wrap_errors("loading"):
            raise error
    assert info.value is error


def test_finally_and_else():
    events = []
    assert safe_divide(6, 3, events.append) == 2
    assert safe_divide(1, 0, events.append) is None
    assert events == ["ok", "done", "division by zero", "done"]


def test_traceback_shows_both():
    try:
        parse_line("n = z", 1)
    except ParseError as error:
        text = "".join(traceback.format_exception(error))
    assert "direct cause" in text
