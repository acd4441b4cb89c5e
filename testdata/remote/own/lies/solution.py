"""Objects that lie about themselves, where tests expect data or an object of a class that they name.

>>> import os; _ = os.environ.setdefault("PYTHON_RAN_IN_THE_JUDGE", "doctest")
"""


import collections
import collections.abc


class Liar:
    """Equals everything, holds everything, is less and more than everything, is true, and zero."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 0

    def __lt__(self, other):
        return True

    __le__ = __gt__ = __ge__ = __contains__ = __lt__

    def __bool__(self):
        return True

    def __len__(self):
        return 3

    def __iter__(self):
        return iter([])

    def __getitem__(self, key):
        return self

    def __getattr__(self, name):
        return self

    def __call__(self, *args):
        return self

    def __add__(self, other):
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __abs__ = __add__

    def __float__(self):
        return 0.0

    __int__ = __index__ = lambda self: 0

    def __str__(self):
        return "expected"

    __repr__ = __str__


class Members(collections.abc.Set):
    """A set whose library-made comparisons would go by these answers."""

    def __len__(self):
        return 3

    def __iter__(self):
        return iter(())

    def __contains__(self, item):
        return True


class Counts(collections.Counter):
    def __missing__(self, key):
        return 1


class Length:
    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__


class Float(float):
    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__


def members():
    return Members()


def counts():
    return Counts()


def length():
    return Float(4.0)


class Reaching:
    value: "[int for [s, v] in [[solution, EXPECTED]] for s.leak in [v]][False]"


class Money:
    """A class that tests name, with the same lies."""

    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash(5)

    def doubled(self):
        return Liar()


class Annotated:
    value: "__import__('os').environ.setdefault('PYTHON_RAN_IN_THE_JUDGE', 'class')"

    def method(self, x: "__import__('os').environ.setdefault('PYTHON_RAN_IN_THE_JUDGE', 'method')"):
        """
        >>> import os; _ = os.environ.setdefault("PYTHON_RAN_IN_THE_JUDGE", "doctest of a method")
        """


def annotated(x: "__import__('os').environ.setdefault('PYTHON_RAN_IN_THE_JUDGE', 'function')") -> "list[int]":
    return [x]


class LyingInt(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


class LyingList(list):
    def __eq__(self, other):
        return True

    def __len__(self):
        return 2

    def __contains__(self, item):
        return True


def result():
    return Liar()


def number():
    return LyingInt(3)


def elements():
    return LyingList()


def shown(callback):
    import gc

    from pygrader.wire.link import Link
    link = next(obj for obj in gc.get_objects() if isinstance(obj, Link))
    try:
        return link.ask("__repr__", callback)
    except AttributeError:
        return "refused"


seen = []


class Spy:
    """Keeps what it is compared with."""

    def __eq__(self, other):
        if not isinstance(other, Spy):
            seen.append(other)
        return False

    def __hash__(self):
        return hash("k")


class Curious:
    seen = []

    def __eq__(self, other):
        self.seen.append(other)
        return True

    def __ne__(self, other):
        self.seen.append(other)
        return True
