import argparse
import sys

started = __name__ == "__main__"


def parse(words):
    for word in words:
        if not word.lstrip("-").isdecimal():
            raise ValueError(word)
        yield int(word)


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("numbers", nargs="*")
    words = parser.parse_args(argv).numbers
    if "-" in words:
        words = sys.stdin
    try:
        total = sum(parse(map(str.strip, words)))
    except ValueError as error:
        sys.stderr.write("not a number: %s\n" % error)
        return 1
    sys.stdout.write(f"{total}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
