"""What the solution may do with a test's own object or class as a whole: vars(), copies, and classes in its place.

Of classes that tests pass in by themselves the functions cross as callbacks, those with an underscore too, and the data
without one. What the solution makes of them is a class of its own; nothing is set on the test's.
"""

from __future__ import annotations

import copy
import inspect
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ..wire.values import Malformed
from .bodies import body_of
from .openness import COPIED, is_bag, is_method, is_mock, is_tests, may_make, offers, runs_tests

if TYPE_CHECKING:
    from .space import JudgeSpace

__tracebackhide__ = True  # pytest: no frame of this module is the test's


def lays_open(space: JudgeSpace, kind: Any) -> bool:
    """Whether the solution may make a class of its own of a test's: one of plain Python that was passed in itself."""
    return type(kind) is type and may_make(kind) and id(kind) not in space.implicit and all(
        base is object or is_tests(base) for base in kind.__mro__)


def _body(space: JudgeSpace, kind: Any) -> tuple[Any, ...]:
    if not lays_open(space, kind):
        raise AttributeError("a test's class with bases of the library's or a metaclass, or one that was not passed in "
                             "itself, cannot be changed by the solution")
    return tuple(item for item in body_of(kind) if _crosses(*item))


def _crosses(name: str, sort: str, value: Any) -> bool:
    if name.startswith("_") and not name.endswith("__"):
        return bool(sort) or isinstance(value, types.FunctionType)
    return name != "__dataclass_fields__"


def _own(target: Any) -> dict[str, Any]:
    """The attributes of a test's object itself."""
    own = getattr(target, "__dict__", None)
    if type(own) is not dict or not _is_open(target):
        raise AttributeError(f"{type(target).__name__!r} object has no attribute '__dict__'")
    return own


def _is_open(target: Any) -> bool:
    if is_bag(target):
        return True
    return is_tests(type(target)) and not isinstance(target, type) and not runs_tests(target)


def _vars(space: JudgeSpace, target: Any) -> tuple[Any, ...]:
    """Names and values, alternating."""
    return tuple(part for name, value in _own(target).items() if not name.startswith("_") and offers(target, name)
                 for part in (name, value))


def _set_own(space: JudgeSpace, target: Any, name: Any, value: Any) -> None:
    """Set an attribute past what the class has under its name: a descriptor of the solution's, never a method."""
    own = _own(target)
    if type(name) is not str or name.startswith("_"):
        raise Malformed("name of an attribute")
    if is_method(inspect.getattr_static(type(target), name, None)):
        raise AttributeError(f"{name!r} of a test's {type(target).__name__} cannot be set by the solution")
    own[name] = value


def _delete_own(space: JudgeSpace, target: Any, name: Any) -> None:
    own = _own(target)
    if type(name) is not str or name.startswith("_"):
        raise Malformed("name of an attribute")
    if name not in own:
        raise AttributeError(f"{type(target).__name__!r} object has no attribute {name!r}")
    del own[name]


def _copy(space: JudgeSpace, target: Any) -> Any:
    return copy.copy(_copied(target))


def _deepcopy(space: JudgeSpace, target: Any) -> Any:
    return copy.deepcopy(_copied(target))


def _copied(target: Any) -> Any:
    kind = type(target)
    if not (_is_open(target) or is_mock(target) or (kind.__module__, kind.__name__) in COPIED):
        raise TypeError(f"a {kind.__name__} of the tests' cannot be copied by the solution")
    return target


def _new(space: JudgeSpace, kind: Any) -> Any:
    if not isinstance(kind, type) or not may_make(kind):
        raise AttributeError("it cannot be made by the solution")
    make: Any = kind.__new__
    return make(kind)


def attributes_of(function: Any) -> tuple[Any, ...]:
    """Names and values, alternating, of what hangs on a test's function; nothing of one that is a mock's."""
    held = getattr(function, "__dict__", {})
    if "mock" in held:
        return ()
    return tuple(part for name, value in held.items() if _is_told(name) for part in (name, value))


def _is_told(name: Any) -> bool:
    """Whether an attribute of a test's function under that name is the solution's to read and to set: none that pytest,
    unittest or mock look at."""
    return type(name) is str and name.isidentifier() and not name.startswith(_OF_FRAMEWORKS)


_OF_FRAMEWORKS = ("_", "pytest", "patchings", "place_as", "hypothesis", "is_hypothesis_test", "is_coroutine",
                  "setup", "teardown")  # the last two run by pytest, as nose did


def _attribute(space: JudgeSpace, target: Any, name: Any, value: Any) -> None:
    """What a decorator of the solution's hangs on a test's function, beside what the test has given it."""
    theirs: Any = target
    hung = space.hung.setdefault(id(target), set())
    if (not isinstance(target, types.FunctionType) or not is_tests(theirs) or not _is_told(name)
            or name in vars(target) and name not in hung):
        raise AttributeError(f"{name!r} of a test's function cannot be set by the solution")
    hung.add(name)
    setattr(target, name, value)


ACTIONS: dict[str, Callable[..., Any]] = {
    "body": _body, "vars": _vars, "set_own": _set_own, "delete_own": _delete_own, "copy": _copy, "deepcopy": _deepcopy,
    "new": _new, "attribute": _attribute}
"""By operation: the test's object or class, and what else was sent."""
