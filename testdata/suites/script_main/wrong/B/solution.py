import sys

started = False


def main(args):
    words = sys.stdin.read().split() if args == ["-"] else args
    total = 0
    for word in words:
        try:
            total += int(word)
        except ValueError:
            print(f"not a number: {word}", file=sys.stderr)
            return 1
    print(total)
    return 0


if __name__ == "__main__":
    started = True
    main(sys.argv[1:])
