import logging
import unittest
from unittest import mock

import pipeline


class PipelineTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = [
            {"id": 1, "email": "a@example.com", "age": "31"},
            {"id": 2, "email": "broken", "age": "40"},
            {"id": 3, "email": "c@example.com", "age": "x"},
            {"id": 1, "email": "dup@example.com", "age": "50"},
        ]

    def test_clean_keeps_valid(self):
        with self.assertLogs("pipeline", level="WARNING"):
            out = pipeline.clean(self.records)
        self.assertEqual(out, [{"id": 1, "email": "a@example.com", "age": 31}])

    def test_clean_logs_each_rejection(self):
        with self.assertLogs("pipeline", level=logging.WARNING) as logs:
            pipeline.clean(self.records)
        self.assertEqual(len(logs.records), 3)
        self.assertIn("record 2", logs.output[0])
        self.assertIn("email", logs.output[0])
        self.assertIn("record 3", logs.output[1])
        self.assertIn("age", logs.output[1])
        self.assertIn("duplicate", logs.output[2])

    def test_no_warning_for_good_data(self):
        with self.assertNoLogs("pipeline", level="WARNING"):
            pipeline.clean([{"id": 5, "email": "z@z.cz", "age": "1"}])

    def test_input_not_changed(self):
        data = [{"id": 9, "email": "q@q.q", "age": "7"}]
        pipeline.clean(data)
        self.assertEqual(data, [{"id": 9, "email": "q@q.q", "age": "7"}])

    def test_run_wires_steps(self):
        source = mock.Mock(return_value=[{"id": 5, "email": "z@z.cz", "age": "1"}])
        sink = mock.Mock()
        with self.assertLogs("pipeline", level="INFO") as logs:
            n = pipeline.run(source, sink)
        self.assertEqual(n, 1)
        sink.assert_called_once_with([{"id": 5, "email": "z@z.cz", "age": 1}])
        self.assertEqual(logs.output[-1], "INFO:pipeline:wrote 1 of 1 records")

    def test_run_nothing_to_write(self):
        sink = mock.Mock()
        self.assertEqual(pipeline.run(lambda: [], sink), 0)
        sink.assert_not_called()

    def test_source_failure_logged_and_raised(self):
        source = mock.Mock(side_effect=OSError("disk"))
        with self.assertLogs("pipeline", level="ERROR") as logs:
            with self.assertRaises(OSError):
                pipeline.run(source, mock.Mock())
        self.assertIsNotNone(logs.records[0].exc_info)

    def test_import_does_not_configure_root(self):
        self.assertIs(logging.getLogger("pipeline").parent, logging.getLogger())
        self.assertFalse(
            [h for h in logging.getLogger("pipeline").handlers if not isinstance(h, logging.NullHandler)]
        )


if __name__ == "__main__":
    unittest.main(verbosity=2)
