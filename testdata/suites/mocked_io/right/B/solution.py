import sys
from itertools import count


def greet():
    name = input()
    return "Hello, " + name + "!"


def ask_age():
    text = ""
    while not text.isdigit():
        try:
            text = input("Your age: ")
        except EOFError:
            raise SystemExit(1) from None
    return int(text)


def countdown(n):
    while n > 0:
        print(n, end="... ")
        n = n - 1
    print("Go!")


def sum_stdin():
    return sum(map(int, sys.stdin.read().split()))


def sorted_lines(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file]
    lines.sort()
    return lines


def save(path, lines):
    file = open(path, "w", encoding="utf-8")
    try:
        file.write("\n".join([*lines, ""]))
    finally:
        file.close()


def main(argv=None):
    argv = list(sys.argv[1:] if argv is None else argv)
    change = str
    if argv and argv[0] == "--shout":
        argv.pop(0)
        change = str.upper
    if not argv:
        sys.stderr.write("usage: prog [--shout] WORD...\n")
        return 2
    sys.stdout.write(change(" ".join(argv)) + "\n")
    return 0


def number_lines(source, target):
    numbers = count(1)
    target.writelines("%d %s" % (next(numbers), line) for line in source.readlines())
