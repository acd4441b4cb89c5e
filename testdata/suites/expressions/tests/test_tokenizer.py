import pytest

from calc import Token, TokenKind, TokenizeError, tokenize


def kinds(text):
    return [t.kind for t in tokenize(text)]


def test_numbers_and_operators():
    assert kinds("1 + 2") == [TokenKind.NUMBER, TokenKind.OP, TokenKind.NUMBER]


def test_token_equality():
    assert list(tokenize("x*3")) == [Token(TokenKind.NAME, "x", 0), Token(TokenKind.OP, "*", 1), Token(TokenKind.NUMBER, "3", 2)]


def test_positions():
    assert [t.pos for t in tokenize("  a  ( 1.5 )")] == [2, 5, 7, 11]


def test_tokenize_is_lazy():
    tokens = tokenize("1 + $")
    assert next(tokens).text == "1"
    assert next(tokens).text == "+"
    with pytest.raises(TokenizeError):
        next(tokens)


def test_error_has_position():
    with pytest.raises(TokenizeError, match=r"unexpected '\$' at 4") as e:
        list(tokenize("1 + $"))
    assert e.value.pos == 4


def test_empty():
    assert list(tokenize("")) == []


def test_kind_names():
    assert {k.name for k in TokenKind} >= {"NUMBER", "NAME", "OP"}
    assert TokenKind["NUMBER"] is TokenKind.NUMBER
