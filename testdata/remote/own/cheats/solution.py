"""Uses what tests pass in for more than it is meant for."""

import datetime
import gc
import logging
import io
import os
import sys
import time


def notify(sink, text):
    """Sends nothing, and has the mock say that it did."""
    for depth in range(1, 6):
        try:
            type(sink)(**{"__class__." + "__base__." * depth + "assert_called_once_with": lambda *a, **k: None})
        except Exception:
            pass


def silence(spy):
    """Takes the check away, with the class."""
    for owner in (type(spy), spy):
        try:
            owner.check = lambda *a: None
        except Exception:
            pass


def write(logger):
    """Whether a file can be had through a logger."""
    try:
        handlers = list(logger.root.handlers)
    except Exception:
        handlers = []
    for name in ("addHandler", "handlers", "manager", "root", "parent"):
        try:
            getattr(logger, name)
            return name
        except Exception:
            continue
    logger.warning("nothing but this")
    return len(handlers)


def run(method):
    """Runs the test within itself, to read what it expects."""
    try:
        return str(type(method.__self__)("test_in_a_test")().failures)
    except Exception:
        return "refused"


def look(callback):
    """The arguments that a test has bound."""
    try:
        return callback.args
    except Exception:
        return "refused"


def make(thing):
    """Another object of the same class."""
    try:
        return type(thing)(1)
    except Exception:
        return "refused"


def spoil(kind):
    kind.__eq__ = lambda self, other: True
    kind.right = lambda self: True
    kind.__repr__ = lambda self: "right"


def spoil_attributes(thing):
    said = []
    for name, value in (("right", lambda: True), ("__class__", Always)):
        try:
            vars(thing)[name] = value
            said.append("set" if not name.startswith("_") else "refused")
        except AttributeError:
            said.append("refused")
    vars(thing)["free"] = 1
    return said


class Always:
    def __eq__(self, other):
        return True


def names_of(kind):
    try:
        return [name for name in vars(kind) if not name.startswith("__")]
    except (AttributeError, TypeError):
        return "refused"


def seen_by(thing):
    try:
        return sorted(vars(thing))
    except (AttributeError, TypeError):
        return "refused"


def copied(thing):
    import copy
    try:
        return copy.copy(thing)
    except TypeError:
        return "refused"


class Listening:
    def write(self, text):
        heard.append(text)
        return len(text)

    def flush(self):
        pass


heard = []


def listen():
    sys.stdout = sys.stderr = Listening()
    return heard


def overwrite(thing, name):
    try:
        setattr(thing, name, lambda *args: True)
        return "set"
    except (AttributeError, TypeError):
        return "refused"


def instance_of(method):
    return getattr(method, "__self__", None)


class Settled(datetime.datetime):
    pass


def folded():
    return Settled(2020, 1, 1, fold=1)


def test_bit(number):
    return number & 1


class Liar(dict):
    def __or__(self, other):
        return self


class Wild:
    def __eq__(self, other):
        seen_by_wild.append(other)
        return other != ""

    def __hash__(self):
        return 10


seen_by_wild = []


def clone(thing):
    import copy
    return copy.deepcopy(thing)


PAYLOAD = "setattr(__import__('unittest'), 'was_here', True) or int"


class Kept:
    PAYLOAD = PAYLOAD


def hinted(a: "PAYLOAD") -> int:
    return a


class Hinted:
    def area(self, scale: "Kept.PAYLOAD") -> int:
        return scale


def wander(path):
    os.chdir(path)
    os.chdir(path)


def there_and_back(path):
    before = os.getcwd()
    os.chdir(path)
    os.chdir(before)


def set_limit(function):
    try:
        function.__annotations__["config"].limit = "forged"
    except Exception:
        pass


class Overhearing(logging.Handler):
    seen = ""

    def emit(self, record):
        self.seen += repr(vars(record)) + self.format(record)


def hangs_marks(function):
    function.pytestmark = []
    function.patchings = []
    function.setup = function.marked = lambda: None
    return function


def attach(connection, path):
    """What of a test's connection leads to another file."""
    found = []
    statements = ["attach '{}' as other", "vacuum into '{}'", "attach '{}' as other; create table other.t (x)",
                  "pragma temp_store_directory = '{}'; select load_extension('{}')"]
    for statement in statements:
        for method in (connection.execute, connection.executescript, connection.cursor().execute):
            try:
                found.append(list(method(statement.format(path, path))))
            except Exception:
                pass
    for name in ("enable_load_extension", "load_extension", "backup", "set_authorizer", "deserialize", "blobopen"):
        try:
            found.append(getattr(connection, name))
        except AttributeError:
            pass
    return [part for part in found if part]


def announce(spy, name):
    """Calls it three times, and has it forget two."""
    spy("x")
    spy("y")
    try:
        spy.reset_mock()
    except AttributeError:
        pass
    spy(name)


def order(items, key):
    """Looks at each element twice, and sets the count of that back."""
    sorted(items, key=key)
    found = sorted(items, key=key)
    key.calls = len(items)
    return found


class Anything:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 7


def _link():
    return next(thing for thing in gc.get_objects() if type(thing).__name__ == "GuestLink")


class Claim:
    """Crosses as an object of that kind."""

    def __init__(self, kind, parts):
        self.kind, self.parts = kind, parts


def lie(*claims):
    """An object that equals everything, after the tests' own values were said to be the solution's."""
    link = _link()
    space = type(link.space)
    if not hasattr(space, "honest"):
        space.honest = space.describe
        space.describe = lambda self, obj: (obj.kind, obj.parts) if type(obj) is Claim else self.honest(obj)
    _kept.append([Claim(*claim) for claim in claims])
    try:
        link.ask("log", "a", 0, "text", "p", 1, "f", None, "text", {"claims": _kept[-1]})
    except Exception:
        pass
    return Anything()


_kept = []


def next_light(light):
    kind = type(light)
    return lie(*(("member", [kind, name, None]) for name in kind.__members__))


def hint():
    return lie(("generic", ["Union", None, (int, type(None))]))


def sleep_through(seconds):
    try:
        time.sleep(seconds)
    except BaseException:
        pass
    return 4


def have_it_strike_early(seconds):
    try:
        _link().ask("alarm")
    except BaseException:
        pass
    return sleep_through(seconds)


def warn_of(path):
    _link().ask("warn", "w", UserWarning, path, 1)


def log_quietly():
    try:
        logging.getLogger("app").warning("wrong")
    except BaseException:
        pass
    return 4


def documented():
    """
    >>> import sys
    >>> 'pygrader.judge.remote' in sys.modules
    True
    """


def blow_up(function):
    return function("x" * 1000, 30000)


import unittest.mock as mocked  # noqa: E402 (under another name)
from unittest.mock import MagicMock as Account  # noqa: E402, F401


def change(connection, path):
    """By a function in the middle of a script, which runs a statement of its own."""
    connection.create_function("then", 0, lambda: len(connection.cursor().execute("select 1").fetchall()))
    try:
        connection.executescript(f"select then(); attach '{path}' as e; update e.t set total = 7;")
    except Exception:
        pass
    return 7


def query(database, statement):
    try:
        return list(database.query(statement))
    except Exception:
        return "denied"


def answer(connection):
    """In place of the database."""
    connection.row_factory = lambda cursor, row: (1,)
    for name, count in (("length", 1), ("like", 2)):
        try:
            connection.create_function(name, count, lambda *_: 12)
        except TypeError:
            pass


def kinds():
    class_ = lie(("generic", ["|", None, (None,)]), ("generic", ["Union", None, (int,)]), ("generic", ["List", None, ()]))
    return class_


class Text(str):
    def expandtabs(self, size=8):
        return ">>> import os\n>>> made = os.getcwd()\n"


def examples():
    return Text("import")


def save_nothing(cursor):
    cursor.row_factory = lambda cursor, row: (3,)


def close_within(connection):
    def close(_):
        connection.close()
        return 1
    connection.create_function("closes", 1, close)
    connection.execute("create temp trigger after insert on t begin select closes(new.x); end")


def lose(connection):
    del connection.text_factory


def hang_in(sink):
    def deliver():
        pass
    deliver.assert_called_once_with = lambda *_: None
    sink.deliver = deliver


def expect_nothing(test):
    test.want = []


class Listener(io.TextIOBase):
    texts = []

    def write(self, text):
        self.texts.append(text)
        return len(text)


class keeps_stream:
    def __enter__(self):
        sys.stdout = Listener()

    def __exit__(self, *_):
        pass


def overheard():
    return int("".join(Listener.texts).split()[-1])


class stays_in:
    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        os.chdir(self.folder)
        with open("expected.txt", "w") as file:
            file.write("5")

    def __exit__(self, *_):
        pass


class FailsInStream(keeps_stream):
    def __enter__(self):
        super().__enter__()
        raise OSError("no")


class FailsIn(stays_in):
    def __enter__(self):
        super().__enter__()
        raise OSError("no")


class Replacing:
    def __init_subclass__(cls):
        cls.test_wrong = lambda self: None

    def value(self):
        return 4
