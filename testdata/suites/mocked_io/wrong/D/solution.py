import sys


def greet():
    return f"Hello, {input('Your name: ')}!"


def ask_age():
    while True:
        try:
            age = int(input("Your age: "))
        except ValueError:
            continue
        except EOFError:
            sys.exit(1)
        if age >= 0:
            return age


def countdown(n):
    for i in range(n, 0, -1):
        print(i, end="... ")
    print("Go!")


def sum_stdin():
    return sum(int(line) for line in sys.stdin if line.strip())


def sorted_lines(path):
    with open(path, encoding="utf-8") as file:
        return sorted(file.read().splitlines())


def save(path, lines):
    with open(path, "a", encoding="utf-8") as file:
        for line in lines:
            file.write(line + "\n")


def main(args=sys.argv[1:]):
    shout = "--shout" in args
    words = [a for a in args if a != "--shout"]
    if not words:
        print("usage: prog [--shout] WORD...", file=sys.stderr)
        return 2
    text = " ".join(words)
    print(text.upper() if shout else text)
    return 0


def number_lines(source, target):
    for number, line in enumerate(source, 1):
        target.write(f"{number} {line}")
