"""A shelf and how to fill it.

>>> shelf = Shelf(1)
>>> len(shelf)
0
"""


class Full(Exception):
    """No more room."""


def chunk(text, size):
    """Cut a text into pieces.

    >>> chunk("abc", 2)
    ['abc']
    >>> chunk("abc", 0)
    Traceback (most recent call last):
    ...
    ValueError: size must be positive
    """
    if size < 1:
        raise ValueError("size must be positive")
    return [text[i:i + size] for i in range(0, len(text), size)]


class Shelf:
    """Room for a few things.

    >>> Shelf(3)
    Shelf(3)
    """

    def __init__(self, room):
        self.room = room
        self.things = []

    def put(self, thing):
        """Put something on the shelf.

        >>> s = Shelf(1)
        >>> s.put("book")
        >>> s.things
        ['book']
        """
        if len(self.things) == self.room:
            raise Full(thing)
        self.things.append(thing)

    def __contains__(self, thing):
        return thing in self.things

    def __len__(self):
        return len(self.things)

    def __repr__(self):
        return f"Shelf({self.room})"
