import os
import types


class LockedError(PermissionError):
    pass


class Journal(list):
    def __init__(self, path):
        self.path = path
        self.file = open(path, "a+")
        self.numbers = iter(range(1, 10**6))

    def write(self, text):
        if self.file.closed:
            raise LockedError(text)
        entry = types.SimpleNamespace(number=next(self.numbers), text=text, start=self.file.tell())
        self.file.write("{0.number}: {0.text}\n".format(entry))
        self.file.flush()
        self.append(entry)
        return entry

    def undo(self):
        os.truncate(self.path, self[-1].start)
        return self.pop()

    def read(self):
        with open(self.path) as file:
            return file.read()

    def close(self):
        self.file.close()
