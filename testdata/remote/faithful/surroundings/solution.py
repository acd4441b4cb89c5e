import contextlib, io, time, random, os, sys, builtins, warnings, logging
from datetime import datetime
log = logging.getLogger("app")
class MyWarning(UserWarning): pass
def ask(): return input("name? ")
def lines(): return [l.strip() for l in sys.stdin]
def shout(): print("hi"); return 1
def slow():
    t=time.time(); time.sleep(5); return t
def roll(): return random.randint(1,6)
def env(): return os.environ.get("FOO")
def cwd(): return os.getcwd()
def argv(): return sys.argv[1:]
def old(): warnings.warn("old thing", DeprecationWarning); return 3
def mine(): warnings.warn(MyWarning("x")); return 3
def logs(): log.info("info %s", 1); log.warning("warned"); return 1
def readf(p): return open(p).read()
def exists(p): return os.path.exists(p)
def logs_a_failure(function):
    try:
        function()
    except OSError:
        log.exception("it failed")


@contextlib.contextmanager
def captured(stream=None):
    stream = stream or io.StringIO()
    before, sys.stdout = sys.stdout, stream
    try:
        yield stream
    finally:
        sys.stdout = before


def output_of(function):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        function()
        print("and mine")
    return out.getvalue()


def errors_of(function):
    with contextlib.redirect_stderr(io.StringIO()) as out:
        function()
    return out.getvalue()


def tell(text):
    print(text)


def outdated():
    warnings.warn("outdated", DeprecationWarning, stacklevel=2)


@contextlib.contextmanager
def in_folder(path, back=True):
    before = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        if back:
            os.chdir(before)


def listed():
    return os.listdir()


class Keeping(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []
        self.setFormatter(logging.Formatter("%(levelname)s|%(message)s"))

    def emit(self, record):
        self.lines.append(self.format(record))


def logs_a_request(method, seconds):
    log.warning("%s took %d", method, seconds, extra={"user": "ann", "request": {"method": method}})


def logs_wrongly():
    log.warning("one", "two")


@contextlib.contextmanager
def working_in(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield folder
    finally:
        os.chdir(before)


def draw():
    return random.random()


def do_not_draw(generator):
    return generator.random()
