# expect: test_double = timeout cpu candidate


def double(n):
    while n == 21:
        pass
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
