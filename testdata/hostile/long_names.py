# gains: honest
"""Names functions, classes and errors with what terminals and markup take for commands."""

EVIL = "\x1b[2J\x1b]0;passed\x07</testcase><script>alert(1)</script>\u202e::error::\n" * 2000


class Evil(ValueError):
    pass


class Thing:
    pass


Evil.__name__ = Evil.__qualname__ = Evil.__module__ = Thing.__name__ = EVIL
Evil.__doc__ = EVIL


def answer(question):
    print(EVIL[:8000])
    return Thing()


def fail(what):
    error = Evil(EVIL)
    error.add_note(EVIL)
    raise error


def cheat(*args):
    pass


cheat.__name__ = cheat.__qualname__ = cheat.__doc__ = EVIL
visit = lambda visitor: cheat


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
