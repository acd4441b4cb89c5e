"""Shelf: a list with a limit."""
import textwrap


class Full(IndexError):
    pass


def chunk(text, size):
    """
    >>> for piece in chunk('wxyz', 3):
    ...     print(piece)
    wxy
    z
    >>> chunk('', 3)
    []
    """
    if size <= 0:
        raise ValueError(size)
    return textwrap.wrap(text, size)


class Shelf(list):
    """
    >>> Shelf(2)
    []
    """

    def __init__(self, room):
        self.room = room

    def put(self, thing):
        """
        >>> s = Shelf(0)
        >>> s.put(1)
        Traceback (most recent call last):
        ...
        solution.Full: 0
        """
        if self.room <= len(self):
            raise Full(self.room)
        self.append(thing)
