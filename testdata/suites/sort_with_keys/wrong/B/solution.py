import heapq


def merge_sort(items, key=lambda item: item):
    def sort(pairs):
        if len(pairs) < 2:
            return pairs
        middle = len(pairs) // 2
        left, right = sort(pairs[:middle]), sort(pairs[middle:])
        out, i, j = [], 0, 0
        while i < len(left) and j < len(right):
            if right[j][0] < left[i][0]:
                out.append(right[j])
                j += 1
            else:
                out.append(left[i])
                i += 1
        return out + left[i:] + right[j:]

    return [item for _, item in sort([(key(item), item) for item in items])]


def insertion_sort(items, key=lambda item: item):
    keys, out = [], []
    for item in items:
        k = key(item)
        place = len(keys)
        while place and key(item) < key(out[place - 1]):
            place -= 1
        keys.insert(place, k)
        out.insert(place, item)
    return out


def group_by(items, key):
    groups = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def top_n(items, n, key=None):
    return heapq.nlargest(n, items, key=key)
