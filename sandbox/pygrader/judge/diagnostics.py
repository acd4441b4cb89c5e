"""What the solution warns of and logs, issued as if it had happened here: pytest.warns, filters and caplog see it."""

from __future__ import annotations

import logging
import os
import sys
import traceback
import types
import warnings
from collections.abc import Callable
from typing import Any

from ..wire.values import Malformed

__tracebackhide__ = True  # pytest: no frame of this module is the test's

_MAX_TEXT = 1 << 16
_MAX_NAME, _MAX_DOTS = 500, 30  # a logger has one for each of its dots


def _warn(message: Any, category: Any, filename: Any, line: Any) -> None:
    """Issue a warning; a filter of the tests may make an error of it, which then is raised in the solution."""
    if not isinstance(category, type) or not issubclass(category, Warning) or type(line) is not int:
        raise Malformed("a warning")
    if not isinstance(message, Warning) and type(message) is not str:
        raise Malformed("the text of a warning")
    if not filename and (caller := _caller()) is not None:
        warnings.warn_explicit(message, category, caller.f_code.co_filename, caller.f_lineno)
        return
    # A name that leads nowhere: whoever shows a warning reads the line that it is of.
    name = os.path.basename(_text(filename))
    warnings.warn_explicit(message, category, f"<solution>/{name}", line, name.removesuffix(".py"))


def _caller() -> types.FrameType | None:
    """The innermost frame that is none of ours: the test's, which the solution warns."""
    frame: types.FrameType | None = sys._getframe()
    while frame is not None and str(frame.f_globals.get("__name__")).startswith("pygrader."):
        frame = frame.f_back
    return frame


class _Record(logging.LogRecord):
    """A record of the solution's, whose text was made there: made here, it could take any time and memory."""

    def getMessage(self) -> str:
        """As of any record."""
        return str(vars(self)["_pygrader_text"])


def _log(name: Any, level: Any, text: Any, path: Any, line: Any, function: Any, error: Any, msg: Any,
         held: Any) -> None:
    """Hand a record to the logger of that name here, whose level the guest has respected."""
    if type(level) is not int or type(line) is not int or type(held) is not dict:
        raise Malformed("a record of a log")
    if type(name) is not str or len(name) > _MAX_NAME or name.count(".") > _MAX_DOTS:
        raise Malformed("the name of a logger")
    raised = (type(error), error, None) if isinstance(error, BaseException) else None
    record = _Record(_text(name), level, _text(path), line, _text(msg), None, raised, _text(function))
    record.__dict__["_pygrader_text"] = _text(text)
    if type(args := held.get("args")) in (tuple, dict):
        record.args = args
    for name, value in held.items():  # what the solution gave as `extra`
        if type(name) is str and not hasattr(record, name) and not name.startswith("_"):
            record.__dict__[name] = value
    if raised is not None:  # the frames are the solution's, whose traceback has crossed as a text
        lines = [getattr(error, "_pygrader_trace", ""), *traceback.format_exception_only(error)]
        record.exc_text = "".join(["Traceback (most recent call last):\n", *lines]).rstrip("\n")
    logging.getLogger(None if record.name == "root" else record.name).handle(record)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise Malformed("a text of a diagnostic")
    return value[:_MAX_TEXT]


OPERATIONS: dict[str, Callable[..., None]] = {"warn": _warn, "log": _log}
"""What the guest may ask for that concerns no object of the tests."""
