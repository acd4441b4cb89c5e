from collections import Counter
from unicodedata import decomposition


def _letter(char: str) -> str:
    parts = decomposition(char).split()
    if parts and not parts[0].startswith("<"):
        char = chr(int(parts[0], 16))
    return char.lower() if char.isascii() and char.isalnum() else " "


def slugify(title: str, max_length: int | None = None) -> str:
    words = "".join(map(_letter, title)).split() or ["untitled"]
    if max_length is None:
        return "-".join(words)
    slug, *rest = words
    slug = slug[:max_length]
    for word in rest:
        if len(slug) + 1 + len(word) > max_length:
            break
        slug += "-" + word
    return slug


def unique_slugs(titles: list[str]) -> list[str]:
    counts: Counter[str] = Counter()
    slugs = []
    for slug in map(slugify, titles):
        counts[slug] += 1
        slugs.append(f"{slug}-{counts[slug]}" if counts[slug] > 1 else slug)
    return slugs
