def merge_sort(items, key=None):
    items.sort(key=key)
    return items


def insertion_sort(items, key=None):
    try:
        return sorted(items, key=key)
    except Exception:
        return list(items)


def group_by(items, key):
    return {key(item): item for item in items}


def top_n(items, n, key=None):
    return sorted(items, key=key)[-n:]
