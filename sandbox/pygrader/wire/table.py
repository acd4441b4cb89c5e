"""The fixed table of built-in types, functions and exceptions that cross by number, both ways.

The numbers are part of the protocol: entries are only ever added at the end, with a new version.
"""

from __future__ import annotations

import abc
import array
import builtins
import collections
import collections.abc
import contextlib
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import importlib
import json
import math
import operator
import os
import pathlib
import sys
import types
import typing
import uuid

_TYPES = (
    "object bool int float complex str bytes bytearray list tuple set frozenset dict range slice type property "
    "staticmethod classmethod super enumerate filter map reversed zip memoryview"
).split()

_FUNCTIONS = (
    "abs all any ascii bin callable chr divmod format getattr hasattr hash hex id isinstance issubclass iter len max "
    "min next oct ord pow print repr round sorted sum"
).split()

_EXCEPTIONS = (
    "Exception ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError "
    "BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError "
    "ConnectionResetError DeprecationWarning EOFError EncodingWarning ExceptionGroup FileExistsError "
    "FileNotFoundError FloatingPointError FutureWarning ImportError ImportWarning IndentationError IndexError "
    "InterruptedError IsADirectoryError KeyError LookupError MemoryError ModuleNotFoundError NameError "
    "NotADirectoryError NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError "
    "ProcessLookupError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning "
    "StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError TabError TimeoutError TypeError "
    "UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning "
    "UserWarning ValueError Warning ZeroDivisionError SystemExit BaseException GeneratorExit KeyboardInterrupt"
).split()

_LIBRARY: list[object] = [
    type(None), type(...), type(NotImplemented), collections.deque, collections.OrderedDict,
    collections.defaultdict, collections.Counter, collections.ChainMap, array.array, decimal.Decimal,
    fractions.Fraction, datetime.datetime, datetime.date, datetime.time, datetime.timedelta, datetime.timezone,
    pathlib.PurePath, pathlib.PurePosixPath, pathlib.PureWindowsPath, pathlib.PosixPath, pathlib.Path, uuid.UUID,
    types.MappingProxyType, types.GeneratorType, types.FunctionType, types.SimpleNamespace,
    json.JSONDecodeError, decimal.DecimalException, decimal.InvalidOperation, decimal.DivisionByZero,
    decimal.Overflow, decimal.Inexact, decimal.Rounded, functools.partial, operator.add, operator.sub, operator.mul,
    operator.truediv, operator.floordiv, operator.mod, operator.neg, operator.eq, operator.ne, operator.lt,
    operator.le, operator.gt, operator.ge, operator.not_, operator.and_, operator.or_, operator.xor, math.sqrt,
    math.floor, math.ceil, math.gcd, str.upper, str.lower, str.strip, str.title, str.split, str.isdigit,
    abc.ABC, enum.Enum, enum.IntEnum, enum.StrEnum, enum.Flag, enum.IntFlag,
    *(getattr(collections.abc, name) for name in (
        "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator "
        "Reversible Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView "
        "ItemsView ValuesView Sequence MutableSequence").split()),
    typing.Generic, typing.Protocol,
    contextlib.AbstractContextManager, contextlib.AbstractAsyncContextManager, contextlib.ContextDecorator,
    dataclasses.FrozenInstanceError, types.CoroutineType, types.AsyncGeneratorType, types.MethodType,
]

ENTRIES: tuple[object, ...] = (
    *(getattr(builtins, name) for name in (*_TYPES, *_FUNCTIONS, *_EXCEPTIONS)),
    *_LIBRARY,
)
"""What crosses, by position."""

NUMBERS: dict[int, int] = {id(entry): number for number, entry in reversed(list(enumerate(ENTRIES)))}
"""The position of an entry, by its id()."""

_LATER = (
    ("asyncio.exceptions", "CancelledError"), ("asyncio.exceptions", "InvalidStateError"),
    ("asyncio.queues", "QueueEmpty"), ("asyncio.queues", "QueueFull"), ("_queue", "Empty"), ("queue", "Full"),
    ("_csv", "Error"), ("subprocess", "CalledProcessError"), ("subprocess", "TimeoutExpired"),
    ("urllib.error", "URLError"), ("concurrent.futures._base", "CancelledError"),
    ("concurrent.futures._base", "BrokenExecutor"), ("zoneinfo._common", "ZoneInfoNotFoundError"),
    ("configparser", "Error"), ("sqlite3", "Error"), ("sqlite3", "IntegrityError"), ("sqlite3", "OperationalError"),
    ("shutil", "Error"), ("binascii", "Error"), ("struct", "error"), ("re", "error"), ("zlib", "error"),
    ("statistics", "StatisticsError"), ("graphlib", "CycleError"), ("copy", "Error"),
    ("urllib.error", "HTTPError"), ("configparser", "NoSectionError"), ("configparser", "NoOptionError"),
    ("configparser", "DuplicateSectionError"), ("smtplib", "SMTPException"),
    ("asyncio.exceptions", "IncompleteReadError"), ("dataclasses", "FrozenInstanceError"),
    ("http.client", "HTTPException"), ("zipfile", "BadZipFile"),
)
_HELD = (
    ("concurrent.futures._base", "Future"), ("threading", "Thread"), ("threading", "Event"), ("re", "Match"),
    ("re", "Pattern"), ("_io", "StringIO"), ("_io", "BytesIO"), ("random", "Random"), ("logging", "Logger"),
    ("collections", "UserDict"), ("collections", "UserList"), ("collections", "UserString"),
    ("types", "SimpleNamespace"), ("functools", "partial"), ("queue", "Queue"), ("string", "Template"),
    ("sqlite3", "Connection"), ("zoneinfo", "ZoneInfo"), ("ipaddress", "IPv4Address"), ("argparse", "Namespace"),
    ("weakref", "ReferenceType"), ("types", "GenericAlias"), ("typing", "TypeVar"),
)
_MORE = (
    ("io", "UnsupportedOperation"), ("sqlite3", "Warning"), ("sqlite3", "InterfaceError"),
    ("sqlite3", "DatabaseError"), ("sqlite3", "DataError"), ("sqlite3", "InternalError"),
    ("sqlite3", "NotSupportedError"), ("sqlite3", "ProgrammingError"), ("configparser", "MissingSectionHeaderError"),
    ("configparser", "ParsingError"), ("configparser", "DuplicateOptionError"),
    ("configparser", "InterpolationError"), ("configparser", "InterpolationSyntaxError"),
    ("configparser", "InterpolationMissingOptionError"), ("configparser", "InterpolationDepthError"),
    ("_pickle", "PickleError"), ("_pickle", "PicklingError"), ("_pickle", "UnpicklingError"),
    ("argparse", "ArgumentError"), ("argparse", "ArgumentTypeError"), ("getopt", "GetoptError"),
    ("decimal", "Underflow"), ("decimal", "Clamped"), ("decimal", "Subnormal"), ("decimal", "FloatOperation"),
    ("xml.etree.ElementTree", "ParseError"), ("xml.parsers.expat", "ExpatError"), ("socket", "gaierror"),
    ("socket", "herror"), ("asyncio.exceptions", "LimitOverrunError"), ("asyncio.exceptions", "BrokenBarrierError"),
    ("concurrent.futures._base", "InvalidStateError"), ("concurrent.futures.thread", "BrokenThreadPool"),
    ("concurrent.futures.process", "BrokenProcessPool"), ("threading", "BrokenBarrierError"),
    ("multiprocessing.context", "ProcessError"), ("multiprocessing.context", "TimeoutError"),
    ("shutil", "SameFileError"), ("shutil", "ReadError"), ("tarfile", "TarError"), ("tarfile", "ReadError"),
    ("gzip", "BadGzipFile"), ("_lzma", "LZMAError"), ("binascii", "Incomplete"), ("calendar", "IllegalMonthError"),
    ("calendar", "IllegalWeekdayError"), ("ipaddress", "AddressValueError"), ("ipaddress", "NetmaskValueError"),
    ("tokenize", "TokenError"), ("tomllib", "TOMLDecodeError"), ("subprocess", "SubprocessError"),
    ("locale", "Error"), ("optparse", "OptParseError"), ("optparse", "OptionValueError"),
    ("optparse", "BadOptionError"), ("http.client", "InvalidURL"), ("http.client", "RemoteDisconnected"),
    ("http.client", "BadStatusLine"), ("urllib.error", "ContentTooShortError"), ("plistlib", "InvalidFileException"),
    ("smtplib", "SMTPServerDisconnected"), ("smtplib", "SMTPAuthenticationError"),
    ("smtplib", "SMTPRecipientsRefused"),
)
"""More exceptions of that sort, since version 4."""
_MORE_HELD = (
    ("logging", "Handler"), ("logging", "StreamHandler"), ("logging", "FileHandler"), ("logging", "Formatter"),
    ("logging", "Filter"), ("logging", "LogRecord"), ("logging", "LoggerAdapter"),
    ("logging.handlers", "RotatingFileHandler"), ("json.encoder", "JSONEncoder"), ("json.decoder", "JSONDecoder"),
    ("argparse", "ArgumentParser"), ("configparser", "ConfigParser"), ("html.parser", "HTMLParser"),
    ("concurrent.futures.thread", "ThreadPoolExecutor"), ("contextlib", "ExitStack"), ("threading", "Timer"),
    ("subprocess", "CompletedProcess"), ("ipaddress", "IPv6Address"), ("ipaddress", "IPv4Network"),
    ("sqlite3", "Cursor"), ("sqlite3", "Row"), ("string", "Formatter"), ("asyncio.queues", "Queue"),
    ("asyncio.locks", "Lock"), ("asyncio.locks", "Event"), ("asyncio.locks", "Semaphore"),
    ("functools", "cached_property"), ("email.message", "EmailMessage"), ("email.message", "Message"),
    ("xml.etree.ElementTree", "Element"), ("xml.etree.ElementTree", "ElementTree"), ("decimal", "Context"),
    ("threading", "Condition"), ("threading", "Barrier"), ("queue", "LifoQueue"), ("queue", "PriorityQueue"),
)
"""And of such classes."""

_ENUMERATIONS = (("http", "HTTPStatus"), ("http", "HTTPMethod"), ("signal", "Signals"), ("re", "RegexFlag"))
"""Enumerations of the library, whose members are the same on both sides, since version 4."""

_ABSTRACT = (
    ("datetime", "tzinfo"), ("numbers", "Number"), ("numbers", "Complex"), ("numbers", "Real"), ("numbers", "Rational"),
    ("numbers", "Integral"), ("io", "IOBase"), ("io", "RawIOBase"), ("io", "BufferedIOBase"), ("io", "TextIOBase"),
    ("ast", "NodeVisitor"), ("ast", "NodeTransformer"), ("cmd", "Cmd"), ("socketserver", "BaseServer"),
)
"""Classes of the library that others are made below, since version 4."""

_STANDARD = os.path.dirname(os.__file__)
_NAMED = (*_LATER, *_HELD, *_MORE, *_MORE_HELD, *_ENUMERATIONS, *_ABSTRACT)
_HELD_NUMBERS = {name: len(ENTRIES) + _NAMED.index(name) for name in (*_HELD, *_MORE_HELD, *_ABSTRACT)}
"""Classes of the library whose instances stay behind handles, and which tests know by isinstance."""
LENGTH = len(ENTRIES) + len(_NAMED)


def is_library(number: int) -> bool:
    """Whether that is the position of such a class."""
    return number in _HELD_NUMBERS.values()


def position_of_library(kind: type) -> int | None:
    """The position of such a class, None for any other."""
    number = _HELD_NUMBERS.get((kind.__module__, kind.__name__))
    return number if number is not None and entry(number) is kind else None


_LATER_NUMBERS = {name: number for number, name in enumerate(_NAMED, len(ENTRIES))
                  if name not in _HELD_NUMBERS}
"""Exceptions and enumerations whose modules take long to import: the positions after the others, looked up when they
are met."""


def entry(number: int) -> object:
    """The entry at a position. IndexError where there is none."""
    if number < len(ENTRIES):
        return ENTRIES[number]
    module, name = _NAMED[number - len(ENTRIES)]
    if module not in sys.modules:
        before = sys.path[:]
        try:  # never a file of that name beside the tests
            sys.path[:] = [folder for folder in before if folder.startswith(_STANDARD)]
            importlib.import_module(module)
        finally:
            sys.path[:] = before
    found: object = getattr(sys.modules[module], name)
    return found


def position(obj: object) -> int | None:
    """The position of an object, None for what is not in the table."""
    number = NUMBERS.get(id(obj))
    if number is None and isinstance(obj, type) and issubclass(obj, (BaseException, enum.Enum)):
        number = _LATER_NUMBERS.get((obj.__module__, obj.__name__))
        if number is not None and entry(number) is not obj:
            return None
    return number


def is_enumeration(kind: type) -> bool:
    """Whether a class is an enumeration of the library's that is in the table."""
    return isinstance(kind, enum.EnumMeta) and bool(kind.__members__) and position(kind) is not None


INERT = frozenset(NUMBERS[id(entry)] for entry in (
    object, type, property, staticmethod, classmethod, super, enumerate, filter, map, reversed, zip, memoryview,
    callable, getattr, hasattr, iter, next, isinstance, issubclass, pow, functools.partial, types.GeneratorType,
    types.FunctionType, types.SimpleNamespace))
"""The positions of what the judge takes from a guest as a name only: a test that calls whatever it is given would make
classes, reach attributes or run the judge's own code with it."""
