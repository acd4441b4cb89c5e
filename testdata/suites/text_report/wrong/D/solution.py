import html
import math


class Report:
    def __init__(self, title):
        self.title = title
        self.rows = []

    def add(self, item, quantity, price):
        self.rows.append((item, quantity, quantity * price))

    def lines(self):
        yield self.title
        yield "=" * len(self.title)
        yield ""
        yield f"{'Item':<12}{'Qty':>5}{'Total':>10}"
        yield "-" * 27
        for item, quantity, total in self.rows:
            yield f"{item:<12}{quantity:>5}{total:>10.2f}"
        if self.rows:
            yield "-" * 27
            yield f"{'Sum':<12}{sum(r[1] for r in self.rows):>5}{sum(r[2] for r in self.rows):>10.2f}"

    def __str__(self):
        return "\n".join(self.lines()) + "\n"

    def to_html(self):
        return "".join(f"<p>{line}</p>" for line in self.lines())


def ordinal(n):
    if n % 100 in (11, 12, 13):
        return f"{n}th"
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"


def human_size(n):
    if n < 1024:
        return f"{n} B"
    for unit in ("KiB", "MiB", "GiB"):
        n /= 1024
        if n < 1024:
            break
    return f"{n:.1f} {unit}"


def plural(n, one, many=None):
    return f"{n} {one if n == 1 else many or one + 's'}"


def wrap(text, width):
    lines = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def columns(words, width):
    cell = max(map(len, words)) + 2
    per_line = max(1, width // cell)
    height = math.ceil(len(words) / per_line)
    rows = [words[i::height] for i in range(height)]
    return "\n".join("".join(w.ljust(cell) for w in row).rstrip() for row in rows)
