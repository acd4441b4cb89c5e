import sys


def _write(text, stream=None):
    (stream or sys.stdout).write(text + "\n")


def table(rows):
    widths = {}
    for row in rows:
        for i, cell in enumerate(map(str, row)):
            widths[i] = max(widths.get(i, 0), len(cell))
    lines = []
    for row in rows:
        lines.append(" | ".join(f"{cell:{widths[i]}}" for i, cell in enumerate(row)).rstrip())
    if lines:
        lines.insert(1, "-+-".join("-" * widths[i] for i in sorted(widths)))
        _write("\n".join(lines))


def show_error(message, code=1):
    _write("error %d: %s" % (code, message), sys.stderr)


def progress(items, work):
    def step(number, item):
        _write("[%d/%d] %s" % (number, len(items), item))
        return work(item)
    return [step(i + 1, item) for i, item in enumerate(items)]


class Logger:
    def __init__(self, stream=None):
        self._write = lambda text: _write("LOG " + text, stream)

    def log(self, text):
        self._write(text)


def _echo(*words):
    _write(" ".join(words))
    return 0


def main(args):
    commands = {"echo": _echo}
    try:
        run = commands[args[0]]
    except KeyError:
        show_error("unknown command " + repr(args[0]), code=2)
        return 2
    return run(*args[1:])
