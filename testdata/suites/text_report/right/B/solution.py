import textwrap
from itertools import zip_longest

TEMPLATE = """\
{title}
{rule}

Item          Qty     Total
{line}
{rows}
{line}
Sum{quantity:>14}{total:>10.2f}
"""


class Report:
    def __init__(self, title):
        self.title, self.items = title, []

    def add(self, *item):
        self.items.append(item)
        return self

    def __str__(self):
        rows = ["{:12}{:5d}{:10.2f}".format(name, n, n * price) for name, n, price in self.items]
        totals = [(n, n * price) for _, n, price in self.items]
        quantity, total = map(sum, zip(*totals))
        return TEMPLATE.format(title=self.title, rule="=" * len(self.title), line="-" * 27, rows="\n".join(rows),
                               quantity=quantity, total=total)

    def lines(self):
        return str(self).splitlines()

    def to_html(self):
        safe = str(self).translate({60: "&lt;", 62: "&gt;", 38: "&amp;"})
        return "<pre>" + safe + "</pre>"


def ordinal(n):
    teen = n // 10 % 10 == 1
    return str(n) + ("th" if teen else ["th", "st", "nd", "rd", *["th"] * 6][n % 10])


def human_size(n):
    if not n >> 10:
        return "%d B" % n
    power = (n.bit_length() - 1) // 10
    return "%.1f %ciB" % (n / (1 << 10 * power), "KMG"[power - 1])


def plural(n, one, many=""):
    words = {1: one}
    return " ".join([str(n), words.get(n, many or f"{one}s")])


wrap = textwrap.wrap


def columns(words, width):
    cell = len(max(words, key=len)) + 2
    height = -(-len(words) // (width // cell))
    blocks = [words[i:i + height] for i in range(0, len(words), height)]
    return "\n".join("".join(f"{word:{cell}}" for word in row).rstrip() for row in zip_longest(*blocks, fillvalue=""))
