import sys


def table(rows):
    if not rows:
        return
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
    for number, row in enumerate(rows):
        cells = [str(c).rjust(w) if isinstance(c, int) else str(c).ljust(w) for c, w in zip(row, widths)]
        print(" | ".join(cells).rstrip())
        if number == 0:
            print("-+-".join("-" * w for w in widths))


def show_error(message, code=1):
    print(f"error {code}: {message}", file=sys.stderr)


def progress(items, work):
    results = []
    for number, item in enumerate(items, 1):
        print(f"[{number}/{len(items)}] {item}")
        results.append(work(item))
    return results


class Logger:
    def __init__(self, stream=sys.stdout):
        self.stream = stream

    def log(self, text):
        print("LOG", text, file=self.stream)


def main(args):
    command, *rest = args
    if command == "echo":
        return " ".join(rest)
    show_error(f"unknown command {command!r}", 2)
    return 2
