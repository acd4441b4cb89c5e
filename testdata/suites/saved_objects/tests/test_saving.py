import copy
import pickle

import pytest

from solution import Card, Deck, Suit, from_json, load_all, save_all, to_json


@pytest.fixture
def deck():
    return Deck([Card(Suit.HEARTS, 3), Card(Suit.SPADES, 14)])


def test_pickle_round_trip(deck):
    again = pickle.loads(pickle.dumps(deck))
    assert again == deck
    assert again is not deck
    assert again.cards[0] == Card(Suit.HEARTS, 3)


def test_pickle_leaves_the_cache_out(deck):
    deck.score()
    assert deck.cached
    assert not pickle.loads(pickle.dumps(deck)).cached


def test_pickled_enum_is_the_same_member():
    assert pickle.loads(pickle.dumps(Suit.CLUBS)) is Suit.CLUBS


def test_json_round_trip(deck):
    text = to_json(deck)
    assert text == '{"cards": ["3h", "14s"]}'
    assert from_json(text) == deck


def test_eval_of_repr():
    card = Card(Suit.DIAMONDS, 7)
    assert eval(repr(card)) == card


def test_files(tmp_path, deck):
    path = tmp_path / "decks.bin"
    save_all(path, [deck, Deck([])])
    assert load_all(path) == [deck, Deck([])]


def test_damaged_file(tmp_path):
    path = tmp_path / "bad.bin"
    path.write_bytes(b"not a pickle")
    with pytest.raises(ValueError, match="bad.bin is damaged"):
        load_all(path)


def test_copies(deck):
    assert copy.deepcopy(deck) == deck
    assert copy.copy(deck).cards is not deck.cards
    assert copy.copy(deck).cards[0] is deck.cards[0]


def test_score(deck):
    assert deck.score() == 17
    deck.cards.append(Card(Suit.CLUBS, 2))
    assert deck.score() == 17
    deck.forget()
    assert deck.score() == 19


def test_sets_of_cards():
    assert {Card(Suit.CLUBS, 2)} & {Card(Suit.CLUBS, 2), Card(Suit.CLUBS, 3)} == {Card(Suit.CLUBS, 2)}
