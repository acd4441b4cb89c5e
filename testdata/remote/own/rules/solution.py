"""What pygrader does otherwise than one process."""
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
        return f"{error} {error.args} {error.__traceback__.tb_next}"


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
