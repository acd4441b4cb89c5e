import re
from collections import Counter, defaultdict


def _words(text):
    return re.findall(r"[a-z']+", text.lower())


def count_words(text):
    return Counter(_words(text))


def top(text, n):
    return sorted(count_words(text).items(), key=lambda pair: (-pair[1], pair[0]))[:n]


def index(text):
    places = defaultdict(list)
    for place, word in enumerate(_words(text)):
        places[word].append(place)
    return places


def common(left, right):
    return set(_words(left)) & set(_words(right))


def mean_length(text):
    words = _words(text)
    if not words:
        raise ValueError("no words")
    return sum(map(len, words)) / len(words)
