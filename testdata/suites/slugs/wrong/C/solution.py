import re


def slugify(title, max_length=None):
    slug = re.sub(r"\W+", "-", title.lower()).strip("-")
    return slug[:max_length]


def unique_slugs(titles):
    titles.sort()
    return [slugify(t) for t in set(titles)]
