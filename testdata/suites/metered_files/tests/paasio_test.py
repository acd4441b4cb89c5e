import os
import unittest
from unittest.mock import ANY, call, NonCallableMagicMock, patch

from test_utils import MockException, MockFile, ZEN

from paasio import MeteredFile


class PaasioTest(unittest.TestCase):
    def test_meteredfile_context_manager(self):
        wrapped = MockFile(ZEN)
        mock = NonCallableMagicMock(wraps=wrapped, autospec=True)
        mock.__exit__.side_effect = wrapped.__exit__
        with patch("paasio.super", create=True, return_value=mock) as super_call:
            with MeteredFile() as file:
                self.assertTrue(isinstance(file, MeteredFile))
                self.assertFalse(mock.__enter__.called)

    def test_open_and_read(self):
        with MeteredFile(ZEN) as file:
            self.assertEqual(file.read(), ZEN)
            self.assertEqual(file.read_bytes, len(ZEN))
            self.assertEqual(file.read_ops, 1)

    def test_partial_reads(self):
        file = MeteredFile(ZEN)
        for _ in range(4):
            file.read(10)
        self.assertEqual(file.read_bytes, 40)
        self.assertEqual(file.read_ops, 4)
        self.assertEqual(file.write_ops, 0)

    def test_iteration(self):
        file = MeteredFile(ZEN)
        lines = []
        for count, line in enumerate(file, 1):
            lines.append(line)
            self.assertEqual(file.read_ops, count)
        self.assertEqual(b"".join(lines), ZEN)
        self.assertEqual(len(lines), 3)

    def test_next(self):
        file = MeteredFile(ZEN)
        self.assertEqual(next(file), ZEN.splitlines(True)[0])
        self.assertEqual(file.read_bytes, 31)

    def test_next_at_end(self):
        file = MeteredFile(b"")
        with self.assertRaises(StopIteration):
            next(file)
        self.assertEqual(file.read_ops, 1)

    def test_write(self):
        file = MeteredFile()
        self.assertEqual(file.write(b"abc"), 3)
        self.assertEqual(file.write(b"defgh"), 5)
        self.assertEqual(file.getvalue(), b"abcdefgh")
        self.assertEqual((file.write_bytes, file.write_ops), (8, 2))

    def test_counters_are_read_only(self):
        file = MeteredFile()
        for name in ["read_bytes", "read_ops", "write_bytes", "write_ops"]:
            with self.subTest(name), self.assertRaises(AttributeError, msg=f"{name} should be read-only"):
                setattr(file, name, 10)

    def test_wrapping_a_chunked_file(self):
        file = MeteredFile.wrapping(MockFile(ZEN, chunk=7))
        self.assertEqual(file.read(100), ZEN[:7])
        self.assertEqual(file.read_bytes, 7)

    def test_wrapped_exit_is_called(self):
        wrapped = NonCallableMagicMock(wraps=MockFile(ZEN))
        wrapped.read.return_value = b"xyz"
        with MeteredFile.wrapping(wrapped) as file:
            self.assertEqual(file.read(), b"xyz")
        wrapped.close.assert_called_once_with()
        self.assertEqual(wrapped.read.mock_calls, [call(-1)])

    def test_error_while_reading(self):
        wrapped = NonCallableMagicMock()
        wrapped.read.side_effect = MockException("Should raise!")
        file = MeteredFile.wrapping(wrapped)
        with self.assertRaisesRegex(MockException, "Should raise!") as err:
            file.read(3)
        self.assertIsInstance(err.exception, MockException)
        self.assertEqual(file.read_ops, 0)

    def test_exit_suppresses_nothing(self):
        with self.assertRaises(ZeroDivisionError):
            with MeteredFile(ZEN) as file:
                file.read(1)
                1 / 0
        self.assertTrue(file.closed)

    def test_seek(self):
        file = MeteredFile(ZEN)
        file.read(20)
        file.seek(-10, os.SEEK_CUR)
        self.assertEqual(file.tell(), 10)
        self.assertEqual(file.read(5), ZEN[10:15])
