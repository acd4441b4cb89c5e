"""What pygrader does otherwise than one process."""
import traceback

COUNTER = 0
kept = []
SIZES = []


def bump():
    global COUNTER
    COUNTER += 1
    return COUNTER


def private(thing):
    try:
        return thing._secret
    except AttributeError:
        return "hidden"


def swallow(function):
    try:
        function()
    except BaseException:
        pass
    return "swallowed"


def text_of(function):
    try:
        function()
    except BaseException as error:
        return f"{error!r} {error} {''.join(traceback.format_exception(error))}"


def names_of(function):
    return [function.__qualname__, function.__module__, str(function.__defaults__), function.__code__.co_filename]


def write(path, data):
    with open(path, "w") as file:
        file.write(data)


def read(path):
    with open(path) as file:
        return file.read()


def leave():
    open("left", "w").close()


def left():
    import os
    return os.path.exists("left")


def try_set(obj, name, value):
    try:
        setattr(obj, name, value)
    except AttributeError:
        return "refused"
    return "set"


def always(*args, **kwargs):
    return None


def call(function):
    return function()


class Liar(str):
    def __eq__(self, other):
        return True

    def __getitem__(self, index):
        return "lie"

    __hash__ = str.__hash__


class Cheat(dict):
    def items(self):
        return [("k", 42)]

    def __getitem__(self, key):
        return 42


def lies():
    return Liar("held"), Cheat(k=1)


class Carrier(ValueError):
    pass


def carry():
    error = Carrier("x")
    error.number, error.thing, error.function = 1, object(), always
    raise error


class Thing:
    def __repr__(self):
        return "anything"


def thing():
    return Thing()


def append_and_call(items, function):
    items.append(1)
    return function()


def call_in_a_fork(function):
    import os
    read, write = os.pipe()
    if os.fork() == 0:
        try:
            function()
            os.write(write, b"a turn")
        except BaseException as error:
            os.write(write, type(error).__name__.encode())
        os._exit(0)
    os.close(write)
    return os.read(read, 100).decode()


class Swallower:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return True


def swallower():
    return Swallower()


def patch_runtime():
    import sys
    sys.modules["pygrader.guest.runtime"]._call = lambda target, args, kwargs: target(*args, **kwargs)


def stop():
    raise StopIteration


def feed(submit):
    for attempt in ((getattr, object, "__subclasses__"), (type, "Equal", (object,), {"__eq__": lambda *_: True})):
        try:
            submit(*attempt)
        except TypeError:
            continue
        return "made"
    return "refused"


def try_configure(mocked):
    try:
        mocked.configure_mock(assert_called_once=print)
        mocked.side_effect = None
    except AttributeError:
        return "refused"
    return "set"
