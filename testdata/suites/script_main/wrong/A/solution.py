import sys

started = True


def main(args):
    print(sum(int(a) for a in args))
    return 0


sys.argv[1:] and all(a.isdigit() for a in sys.argv[1:]) and main(sys.argv[1:])
