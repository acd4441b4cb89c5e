"""A tool."""
import sys
def add(a, b):
    """Add."""
    return a + b
class K:
    def m(self):
        return 1
def main(argv=None):
    argv = argv if argv is not None else sys.argv[1:]
    if not argv:
        print("usage: solution A B", file=sys.stderr)
        return 2
    print(add(int(argv[0]), int(argv[1])))
    return 0
if __name__ == "__main__":
    sys.exit(main())
