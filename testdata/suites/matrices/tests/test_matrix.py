import pytest

from solution import Matrix, ShapeError


def test_shape(m):
    assert m.shape == (2, 3)


def test_index_by_pair(m):
    assert m[0, 2] == 3
    m[1, 0] = 40
    assert m[1, 0] == 40


def test_rows_and_columns_by_slice(m):
    assert m[0, :] == [1, 2, 3]
    assert m[:, 1] == [2, 5]
    assert m[1:, ::2] == Matrix([[4, 6]])


def test_out_of_range(m):
    with pytest.raises(IndexError):
        m[2, 0]


def test_rows_are_copied():
    rows = [[1, 2], [3, 4]]
    m = Matrix(rows)
    rows[0][0] = 99
    assert m[0, 0] == 1


def test_transpose(m):
    assert m.T == Matrix([[1, 4], [2, 5], [3, 6]])
    assert m.T.T == m
    assert m.T.T is not m


def test_product():
    a = Matrix([[1, 2], [3, 4]])
    assert a @ Matrix.identity(2) == a
    assert a @ Matrix([[0, 1], [2, 3]]) == Matrix([[4, 7], [8, 15]])


def test_product_needs_matching_shapes(m):
    with pytest.raises(ShapeError) as e:
        m @ m
    assert e.value.shapes == ((2, 3), (2, 3))


def test_power():
    fibonacci = Matrix([[1, 1], [1, 0]])
    assert (fibonacci ** 10)[0, 1] == 55
    assert fibonacci ** 0 == Matrix.identity(2)


def test_arithmetic_with_numbers(m):
    assert m * 2 == 2 * m == Matrix([[2, 4, 6], [8, 10, 12]])
    assert m - m == Matrix.zeros(2, 3)


def test_iterates_over_rows(m):
    assert [sum(row) for row in m] == [6, 15]
    assert 5 in m
    assert 7 not in m


def test_ragged():
    with pytest.raises(ShapeError, match="row 1 has 1 columns, not 2"):
        Matrix([[1, 2], [3]])


def test_text(m):
    assert str(m) == "1 2 3\n4 5 6"
    assert str(Matrix([[1, -10]])) == "  1 -10"
    assert repr(m) == "Matrix([[1, 2, 3], [4, 5, 6]])"
