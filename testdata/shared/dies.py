# expect: test_double = crashed crashed candidate
# expect: test_double_more[-1] = crashed crashed candidate
import os


def double(n):
    if n == 21:
        os._exit(0)
    if n == -1:
        os.kill(os.getpid(), 11)
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
