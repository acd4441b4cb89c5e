import pytest

from solution import slugify, unique_slugs


@pytest.mark.parametrize("title, expected", [
    ("Hello World", "hello-world"),
    ("  padded  ", "padded"),
    ("C++ & Python!", "c-python"),
    ("a--b__c", "a-b-c"),
    ("Crème Brûlée", "creme-brulee"),
    ("", "untitled"),
    ("!!!", "untitled"),
])
def test_slugify(title, expected):
    assert slugify(title) == expected


def test_max_length_cuts_at_a_word():
    assert slugify("the quick brown fox", max_length=10) == "the-quick"


def test_max_length_cuts_a_single_long_word():
    assert slugify("incomprehensibilities", max_length=6) == "incomp"


def test_unique_slugs_numbers_repeats():
    assert unique_slugs(["News", "news", "Old", "NEWS"]) == ["news", "news-2", "old", "news-3"]


def test_unique_slugs_leaves_its_argument_alone():
    titles = ["One", "One"]
    unique_slugs(titles)
    assert titles == ["One", "One"]
