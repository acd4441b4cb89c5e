from bisect import bisect_right
from collections import defaultdict
from itertools import zip_longest


def _identity(x):
    return x


def _merge(a, b):
    a, b = a[::-1], b[::-1]
    merged = []
    while a and b:
        merged.append(b.pop() if b[-1][0] < a[-1][0] else a.pop())
    return merged + a[::-1] + b[::-1]


def merge_sort(items, *, key=_identity):
    runs = [[(key(x), x)] for x in items]
    while len(runs) > 1:
        runs = [_merge(a, b) for a, b in zip_longest(runs[::2], runs[1::2], fillvalue=[])]
    return [x for run in runs for _, x in run]


def insertion_sort(items, *, key=_identity):
    keys, result = [], []
    for x in items:
        k = key(x)
        at = bisect_right(keys, k)
        keys[at:at] = [k]
        result[at:at] = [x]
    return result


def group_by(items, key):
    groups = defaultdict(list)
    for x in items:
        groups[key(x)].append(x)
    return groups


def top_n(items, n, key=_identity):
    return sorted(items, key=key, reverse=True)[:n]
