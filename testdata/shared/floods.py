# expect: test_double = output_limit output candidate


def double(n):
    if n == 21:
        print("x" * 100_000)
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
