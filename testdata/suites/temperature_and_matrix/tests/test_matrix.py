import unittest

from containers import Matrix, DefaultList, Temperature


class MatrixTest(unittest.TestCase):
    def setUp(self):
        self.m = Matrix([[1, 2, 3], [4, 5, 6]])

    def test_shape(self):
        self.assertEqual(self.m.shape, (2, 3))

    def test_index(self):
        self.assertEqual(self.m[1, 2], 6)
        self.assertEqual(self.m[0], [1, 2, 3])
        self.assertEqual(self.m[-1][-1], 6)

    def test_slices(self):
        self.assertEqual(self.m[:, 1], [2, 5])
        self.assertEqual(self.m[0, 1:], [2, 3])
        self.assertEqual(self.m[:, ::2], Matrix([[1, 3], [4, 6]]))

    def test_ellipsis(self):
        self.assertEqual(self.m[...], self.m)
        self.assertIsNot(self.m[...], self.m)

    def test_setitem(self):
        self.m[0, 0] = 100
        self.assertEqual(self.m[0, 0], 100)

    def test_row_is_a_copy(self):
        self.m[0].append(9)
        self.m.row(1)[0] = 99
        self.assertEqual(self.m, Matrix([[1, 2, 3], [4, 5, 6]]))

    def test_argument_is_copied(self):
        rows = [[1, 2], [3, 4]]
        m = Matrix(rows)
        rows[0][0] = 50
        self.assertEqual(m[0, 0], 1)

    def test_matmul(self):
        self.assertEqual(self.m @ self.m.T, Matrix([[14, 32], [32, 77]]))

    def test_scalar(self):
        self.assertEqual(self.m * 2, Matrix([[2, 4, 6], [8, 10, 12]]))
        self.assertEqual(2 * self.m, self.m * 2)
        self.assertEqual((self.m / 2)[0, 0], 0.5)

    def test_inplace(self):
        m = self.m
        m += Matrix([[1, 1, 1], [1, 1, 1]])
        self.assertIs(m, self.m)
        self.assertEqual(self.m[0, 0], 2)

    def test_shape_mismatch(self):
        with self.assertRaisesRegex(ValueError, r"shapes \(2, 3\) and \(2, 3\)"):
            self.m @ self.m

    def test_ragged(self):
        with self.assertRaises(ValueError):
            Matrix([[1, 2], [3]])

    def test_iteration(self):
        self.assertEqual([sum(row) for row in self.m], [6, 15])
        self.assertEqual(list(self.m.flat), [1, 2, 3, 4, 5, 6])

    def test_apply(self):
        self.assertEqual(self.m.map(lambda x: x * x)[1, 0], 16)
        self.assertEqual(self.m.map(str)[0], ["1", "2", "3"])

    def test_identity_and_power(self):
        i = Matrix.identity(2)
        self.assertEqual(i, Matrix([[1, 0], [0, 1]]))
        self.assertEqual(Matrix([[1, 1], [1, 0]]) ** 10, Matrix([[89, 55], [55, 34]]))

    def test_str(self):
        self.assertEqual(str(Matrix([[1, 20], [300, 4]])), "  1  20\n300   4")

    def test_not_hashable(self):
        with self.assertRaises(TypeError):
            hash(self.m)

    def test_exotic_index(self):
        class Two:
            def __index__(self):
                return 2

        self.assertEqual(self.m[0, Two()], 3)
