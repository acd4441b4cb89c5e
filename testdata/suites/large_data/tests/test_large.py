import sys

import pytest

import solution
from solution import Tree


def test_many_squares():
    result = solution.squares(200_000)
    assert len(result) == 200_000
    assert result[-1] == 199_999 ** 2
    assert sum(result) == 2666646666700000


def test_primes():
    primes = solution.primes_below(100_000)
    assert len(primes) == 9592
    assert primes[:5] == [2, 3, 5, 7, 11] and primes[-1] == 99_991


def test_sort_in_place():
    data = list(range(50_000, 0, -1))
    solution.sort_desc_then_reverse(data)
    assert data == list(range(1, 50_001))


def test_big_text():
    text = solution.repeat("abc\n", 700_000)
    assert len(text) == 2_800_000
    assert text.count("\n") == 700_000


def test_big_text_passed_in():
    assert solution.longest_run("a" * 1_000_000 + "b" * 1_000_001) == ("b", 1_000_001)


def test_bytes():
    blob = bytes(range(256)) * 8000
    assert solution.xor(blob, 0xff)[:3] == b"\xff\xfe\xfd"
    assert solution.xor(solution.xor(blob, 7), 7) == blob


def test_big_dict():
    table = solution.index_by_length([str(n) for n in range(30_000)])
    assert {k: len(v) for k, v in table.items()} == {1: 10, 2: 90, 3: 900, 4: 9000, 5: 20_000}


def test_big_numbers():
    assert solution.factorial(300) % 10**9 == 0
    assert len(str(solution.factorial(300))) == 615
    assert solution.factorial(20) == 2432902008176640000


def test_endless_recursion():
    with pytest.raises(RecursionError):
        solution.forever(1)


def test_recursion_through_a_callback():
    def again(n):
        return solution.apply(again, n + 1)

    with pytest.raises(RecursionError):
        solution.apply(again, 0)


def test_works_after_a_recursion_error():
    try:
        solution.forever(0)
    except RecursionError:
        pass
    assert solution.squares(3) == [0, 1, 4]
    assert sys.getrecursionlimit() >= 1000


def test_deep_tree_without_recursion():
    root = Tree(0)
    node = root
    for n in range(1, 2000):
        node = node.add(n)
    assert root.depth() == 2000
    assert root.total() == sum(range(2000))
