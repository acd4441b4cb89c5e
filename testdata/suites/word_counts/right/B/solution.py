"""Statistics of words."""
from __future__ import annotations

import statistics
from collections import Counter
from string import punctuation


def split(text: str) -> list[str]:
    if not isinstance(text, str):
        raise TypeError("text must be a str")
    bare = (word.strip(punctuation) for word in text.casefold().split())
    return [word for word in bare if word]


def count_words(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in split(text):
        counts[word] += 1
    return counts


def top(text: str, n: int) -> list[tuple[str, int]]:
    ordered = Counter(dict(sorted(count_words(text).items())))
    return ordered.most_common(n)


def index(text: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(split(text)):
        places.setdefault(word, []).append(place)
    return places


def common(left: str, right: str) -> frozenset[str]:
    return frozenset(split(left)).intersection(split(right))


def mean_length(text: str) -> float:
    try:
        return statistics.fmean(len(word) for word in split(text))
    except statistics.StatisticsError:
        raise ValueError("no words") from None
