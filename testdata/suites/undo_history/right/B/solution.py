from collections import deque


class NothingToUndo(LookupError):
    pass


class Document:
    text = ""


class Command:
    name = ""

    def execute(self, document):
        raise NotImplementedError

    def undo(self, document):
        raise NotImplementedError


class Append(Command):
    def __init__(self, text):
        self.text = text

    @property
    def name(self):
        return "append " + repr(self.text)

    def execute(self, document):
        self.before = document.text
        document.text = self.before + self.text

    def undo(self, document):
        document.text = self.before


class Macro(Command):
    def __init__(self, parts, name=None):
        self.parts, self.name = parts, name

    def execute(self, document):
        [part.execute(document) for part in self.parts]

    def undo(self, document):
        [part.undo(document) for part in self.parts[::-1]]


class History:
    def __init__(self, document, limit=None):
        self.document, self.past, self.future = document, deque(maxlen=limit), deque()

    def __len__(self):
        return len(self.past)

    def __iter__(self):
        yield from self.past

    can_undo = property(lambda self: len(self) > 0)

    def do(self, command):
        text = self.document.text
        try:
            command.execute(self.document)
        except BaseException:
            self.document.text = text
            raise
        self.past.append(command)
        self.future = deque()

    def undo(self):
        try:
            command = self.past.pop()
        except IndexError as error:
            raise NothingToUndo from error
        command.undo(self.document)
        self.future.appendleft(command)
        return command

    def redo(self):
        if not self.future:
            raise NothingToUndo
        later = list(self.future)
        self.do(later.pop(0))
        self.future.extend(later)

    class saved:
        def __init__(self, items):
            self.items, self.copy = items, list(items)

        def __enter__(self):
            return self.copy

        def __exit__(self, *info):
            self.items.clear()
            self.items.extend(self.copy)
