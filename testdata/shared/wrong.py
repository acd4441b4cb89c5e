# expect: test_double = failed test_failed candidate
# expect: test_double_more[-1] = failed test_failed candidate


def double(n):
    return n * n


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
