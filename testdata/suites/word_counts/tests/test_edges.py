import pytest
import solution


def test_mean_length_without_words():
    with pytest.raises(ValueError, match="^no words$"):
        solution.mean_length(" ... ")


def test_bytes_are_refused():
    with pytest.raises(TypeError):
        solution.count_words(b"bytes")
