"""The operations of the candidate's objects that tests may use: how Python spells them, does them and we name them.

The judge's classes have a special method for each that the candidate's class claims. Of arithmetic and comparisons the
guest calls just that method, which may say NotImplemented: the judge asks the other operand then, as Python does. The
others it does whole (`x in a`, not `a.__contains__(x)`), so that which method implements them is the solution's affair.
"""

from __future__ import annotations

import copy
import math
import operator
import os
import pickle
from collections.abc import Callable
from typing import Any

_ARITHMETIC = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@",
    "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "divmod": "divmod",
}


def special(target: Any, name: str) -> Any:
    """A special method as a statement looks it up: on the class, and bound as the class says (mocks bind otherwise)."""
    for base in type(target).__mro__:
        if name in base.__dict__:
            found = base.__dict__[name]
            return found.__get__(target, type(target)) if hasattr(type(found), "__get__") else found
    raise AttributeError(f"{type(target).__name__!r} object has no attribute {name!r}")


def _by_name(name: str) -> Callable[..., Any]:
    return lambda own, *args: special(own, name)(*args)


COMPARISONS: dict[str, tuple[str, Callable[..., Any]]] = {
    **{name: ("==", _by_name(name)) for name in ("__eq__", "__ne__")},
    **{name: ("order", _by_name(name)) for name in ("__lt__", "__le__", "__gt__", "__ge__")},
    "__contains__": ("in", operator.contains), "__bool__": ("bool", bool), "__len__": ("len", len),
    "__hash__": ("hash", hash),
}
"""Those by which the candidate answers what a test compares."""

BINARY: dict[str, tuple[str, Callable[..., Any]]] = {
    f"__{sort}{name}__": (sign, _by_name(f"__{sort}{name}__"))
    for name, sign in _ARITHMETIC.items() for sort in ("", "r", "i") if sort + name != "idivmod"
}
"""Arithmetic, both ways round and in place; one name for all three."""

OTHERS: dict[str, tuple[str, Callable[..., Any]]] = {
    "__int__": ("int", int), "__float__": ("float", float), "__complex__": ("complex", complex),
    "__index__": ("index", operator.index), "__bytes__": ("bytes", bytes), "__str__": ("str", str),
    "__repr__": ("repr", repr), "__format__": ("format", format), "__fspath__": ("fspath", os.fspath),
    "__neg__": ("neg", operator.neg), "__pos__": ("pos", operator.pos), "__abs__": ("abs", abs),
    "__invert__": ("invert", operator.invert), "__round__": ("round", round), "__trunc__": ("int", math.trunc),
    "__floor__": ("round", math.floor), "__ceil__": ("round", math.ceil),
    "__iter__": ("iter", iter), "__reversed__": ("reversed", reversed), "__getitem__": ("[]", operator.getitem),
    "__setitem__": ("[]=", operator.setitem), "__delitem__": ("del []", operator.delitem),
    "__copy__": ("copy", copy.copy), "__deepcopy__": ("copy", lambda own, *_: copy.deepcopy(own)),
    "__missing__": ("[]", lambda own, key: type(own).__missing__(own, key)), "__dir__": ("dir", dir),
    "__pickle__": ("pickle", pickle.dumps),
    **{name: ("descriptor", _by_name(name)) for name in ("__get__", "__set__", "__delete__", "__set_name__")},
}

ALL: dict[str, tuple[str, Callable[..., Any]]] = {**COMPARISONS, **BINARY, **OTHERS}
"""By special method: the name in a surface, and what the guest does."""

CLAIMS = frozenset(ALL) | {"__call__", "__next__", "__enter__", "__exit__", "__await__", "__aiter__", "__anext__",
                           "__aenter__", "__aexit__", "__init__", "__del__", "__instancecheck__", "__subclasshook__"}
"""The special methods that a class may claim to have."""

IMPLIED = {
    "__getitem__": ("__iter__", "__contains__"), "__iter__": ("__contains__",), "__len__": ("__bool__",),
    "__index__": ("__int__", "__float__", "__complex__"), "__float__": ("__complex__",),
}
"""What Python does by another special method where a class lacks one: a solution with either is as good."""
OF_DATACLASSES = frozenset(("__init__", "__repr__", "__eq__", "__lt__", "__le__", "__gt__", "__ge__"))
"""What a test's class below a candidate's may be given after it was made."""

_STRUCTURAL = frozenset((
    "__new__", "__init_subclass__", "__class_getitem__", "__mro_entries__", "__prepare__", "__subclasscheck__",
    "__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__reduce_ex__", "__class__", "__dict__",
    "__weakref__", "__slots__", "__doc__", "__module__", "__qualname__", "__name__", "__annotations__", "__bases__",
    "__mro__", "__wrapped__", "__signature__", "__isabstractmethod__", "__abstractmethods__", "__test__",
))
"""Names that say what a class is, or how its attributes are found: every local class has its own."""


def is_method(name: Any) -> bool:
    """Whether a function under that name is a method to be called by it, and nothing by which Python works."""
    if type(name) is not str:
        return False
    special = name.startswith("__") and name.endswith("__")
    return not special or name == "__init__" or name not in CLAIMS and name not in _STRUCTURAL
