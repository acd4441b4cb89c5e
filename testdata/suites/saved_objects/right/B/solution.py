import copyreg
import enum
import json
from collections import namedtuple


@enum.unique
class Suit(str, enum.Enum):
    CLUBS, DIAMONDS, HEARTS, SPADES = "c", "d", "h", "s"
    __repr__ = enum.Enum.__str__


Card = namedtuple("Card", ["suit", "rank"])


class Deck:
    __slots__ = "cards", "memory"

    def __init__(self, cards):
        self.cards, self.memory = list(cards), []

    @property
    def cached(self):
        return len(self.memory) > 0

    def score(self):
        if not self.memory:
            self.memory.append(sum(rank for _, rank in self.cards))
        return self.memory[0]

    def forget(self):
        self.memory.clear()

    def __eq__(self, other):
        return self.cards == other.cards


copyreg.pickle(Deck, lambda deck: (Deck, (deck.cards,)))


def to_json(deck):
    return '{"cards": [%s]}' % ", ".join('"%d%s"' % (card.rank, card.suit.value) for card in deck.cards)


def from_json(text):
    cards = [(Suit(word[-1:]), int(word[:-1])) for word in json.loads(text).pop("cards")]
    return Deck(map(Card._make, cards))


def save_all(path, decks):
    with open(path, "w") as file:
        for deck in decks:
            print(to_json(deck), file=file)


def load_all(path):
    try:
        return [from_json(line) for line in open(path)]
    except ValueError:
        raise ValueError(str(path) + " is damaged") from None
