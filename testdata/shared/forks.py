# A child that comes back into pytest's loop says nothing in the name of its parent.
import os


def double(n):
    if n == 21:
        os.fork()
    return 2 * n


def add(a, b):
    """Add two.

    >>> add(1, 2)
    3
    """
    return a + b


def main():
    print(str(add(1, 2)))


if __name__ == "__main__":
    main()
