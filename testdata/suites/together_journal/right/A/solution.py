from dataclasses import dataclass


class LockedError(Exception):
    pass


@dataclass(eq=False)
class Entry:
    number: int
    text: str


class Journal:
    def __init__(self, path):
        self.path = path
        self.path.touch()
        self.closed = False
        self._last = 0
        self._entries = []

    def _save(self):
        self.path.write_text("".join(f"{e.number}: {e.text}\n" for e in self._entries))

    def write(self, text):
        if self.closed:
            raise LockedError("the journal is closed")
        self._last += 1
        entry = Entry(self._last, text)
        self._entries.append(entry)
        self._save()
        return entry

    def undo(self):
        entry = self._entries.pop()
        self._save()
        return entry

    def read(self):
        return self.path.read_text()

    def close(self):
        self.closed = True

    def __len__(self):
        return len(self._entries)

    def __getitem__(self, index):
        return self._entries[index]
