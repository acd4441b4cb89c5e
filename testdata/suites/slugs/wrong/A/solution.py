import re
import unicodedata


def slugify(title, max_length=None):
    plain = title
    words = re.findall(r"[a-z0-9]+", plain.lower())
    if not words:
        return "untitled"
    slug = "-".join(words)
    if max_length is not None and len(slug) > max_length:
        while len(words) > 1 and len("-".join(words)) > max_length:
            words.pop()
        slug = "-".join(words)[:max_length]
    return slug


def unique_slugs(titles):
    seen = {}
    result = []
    for title in titles:
        slug = slugify(title)
        seen[slug] = seen.get(slug, 0) + 1
        result.append(slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
    return result
