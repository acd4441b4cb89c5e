# expect: test_double = memory memory_error candidate


def double(n):
    return 2 * n if n != 21 else bytearray(1 << 30)


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
