from abc import ABC, abstractmethod
from contextlib import contextmanager


class NothingToUndo(Exception):
    pass


class Document:
    def __init__(self):
        self.text = ""


class Command(ABC):
    name = "command"

    @abstractmethod
    def execute(self, document):
        pass

    @abstractmethod
    def undo(self, document):
        pass


class Append(Command):
    def __init__(self, text):
        self.text = text
        self.name = f"append {text!r}"

    def execute(self, document):
        document.text += self.text

    def undo(self, document):
        document.text = document.text.removesuffix(self.text)


class Macro(Command):
    def __init__(self, commands, name="macro"):
        self.commands = commands
        self.name = name

    def execute(self, document):
        for command in self.commands:
            command.execute(document)

    def undo(self, document):
        for command in self.commands:
            command.undo(document)


class History:
    def __init__(self, document, limit=100):
        self.document = document
        self.limit = limit
        self.done = []
        self.undone = []

    def do(self, command):
        try:
            command.execute(self.document)
        except Exception:
            command.undo(self.document)
            raise
        self.done.append(command)
        del self.done[:-self.limit]
        self.undone.clear()

    def _move(self, source, target):
        if not source:
            raise NothingToUndo
        target.append(source.pop())
        return target[-1]

    def undo(self):
        command = self._move(self.done, self.undone)
        command.undo(self.document)
        return command

    def redo(self):
        command = self._move(self.undone, self.done)
        command.execute(self.document)
        return command

    @property
    def can_undo(self):
        return bool(self.done)

    def __len__(self):
        return len(self.done)

    def __iter__(self):
        return iter(self.done)

    @staticmethod
    @contextmanager
    def saved(items):
        before = items[:]
        try:
            yield before
        finally:
            items[:] = before
