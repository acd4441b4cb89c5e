# expect: test_double = failed test_failed candidate
# line: test_double = solution.py:9
# expect: test_double_more[0] = memory memory_error
# expect: test_double_more[-1] = failed skipped candidate


def double(n):
    if n == 21:
        raise ValueError("wrong")
    if n == 0:
        raise MemoryError
    import pytest
    pytest.skip("not today")


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
