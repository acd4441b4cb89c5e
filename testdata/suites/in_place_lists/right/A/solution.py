def rotate(items, n):
    if items:
        n %= len(items)
        items[:] = items[len(items) - n:] + items[:len(items) - n]


def dedupe(items, key=None):
    seen = set()
    kept = []
    for item in items:
        mark = item if key is None else key(item)
        if mark not in seen:
            seen.add(mark)
            kept.append(item)
    items[:] = kept
    return items


def flatten_into(nested, target=None):
    if target is None:
        target = []
    for item in nested:
        if isinstance(item, list):
            flatten_into(item, target)
        else:
            target.append(item)
    return target


def merge_settings(base, changes):
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            merge_settings(base[key], value)
        else:
            base[key] = value


def split_by(items, test):
    return [i for i in items if test(i)], [i for i in items if not test(i)]
