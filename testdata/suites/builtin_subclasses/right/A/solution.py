class CaseInsensitiveDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__()
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __delitem__(self, key):
        super().__delitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def get(self, key, default=None):
        return super().get(key.lower(), default)

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value


class HistoryList(list):
    def __init__(self, items=()):
        super().__init__(items)
        self.removed = []

    def pop(self, index=-1):
        item = super().pop(index)
        self.removed.append(item)
        return item

    def remove(self, item):
        super().remove(item)
        self.removed.append(item)

    def __delitem__(self, index):
        self.removed.append(self[index])
        super().__delitem__(index)

    def __getitem__(self, index):
        found = super().__getitem__(index)
        return HistoryList(found) if isinstance(index, slice) else found


class Email(str):
    def __new__(cls, text):
        user, at, domain = text.partition("@")
        if not (user and at and domain) or "@" in domain:
            raise ValueError(f"not an address: {text!r}")
        self = super().__new__(cls, f"{user}@{domain.lower()}")
        self.user = user
        self.domain = domain.lower()
        return self


class Percent(int):
    def __new__(cls, value):
        return super().__new__(cls, min(100, max(0, value)))

    def __str__(self):
        return f"{int(self)} %"

    def __format__(self, spec):
        return format(str(self), spec)

    def of(self, total):
        return total * self // 100
