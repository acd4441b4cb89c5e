import time, random, os, sys, builtins, warnings, logging
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
