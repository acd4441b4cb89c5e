from unittest import TestCase
from unittest.mock import (ANY, DEFAULT, Mock, PropertyMock, call, create_autospec, patch, sentinel)

import solution
from solution import Mailer, Newsletter, Sensor, average


class SpecTest(TestCase):
    def test_mock_with_spec_of_the_class(self):
        mailer = Mock(spec=Mailer)
        Newsletter(mailer).send("hi", ["a", "b"])
        self.assertEqual(mailer.deliver.call_args_list, [call("a", "hi"), call("b", "hi")])
        self.assertIsInstance(mailer, Mailer)
        with self.assertRaises(AttributeError):
            mailer.no_such_method

    def test_autospec_checks_the_signature(self):
        mailer = create_autospec(Mailer, instance=True)
        with self.assertRaises(TypeError):
            mailer.deliver("only one")
        mailer.deliver("to", "text")
        mailer.deliver.assert_called_once_with("to", "text")

    def test_function_autospec(self):
        with patch("solution.average", autospec=True, return_value=99) as fake:
            self.assertEqual(Sensor().summary(), "mean 99")
        fake.assert_called_once_with([])

    def test_sentinels_come_back(self):
        mailer = Mock(spec=Mailer)
        mailer.deliver.return_value = sentinel.receipt
        self.assertEqual(Newsletter(mailer).send("x", ["a"]), [sentinel.receipt])

    def test_wraps_lets_through(self):
        spy = Mock(wraps=average)
        self.assertEqual(spy([1, 3]), 2)
        spy.assert_called_with([1, 3])


class PatchTest(TestCase):
    def setUp(self):
        patcher = patch.object(Sensor, "read", side_effect=[10, 20, 60])
        self.read = patcher.start()
        self.addCleanup(patcher.stop)

    def test_patched_in_setup(self):
        sensor = Sensor()
        sensor.sample(3)
        self.assertEqual(sensor.values, [10, 20, 60])
        self.assertEqual(self.read.call_count, 3)

    def test_exhausted_side_effect(self):
        with self.assertRaises(StopIteration):
            for _ in range(4):
                Sensor().read()

    def test_property(self):
        with patch.object(Sensor, "unit", new_callable=PropertyMock) as unit:
            unit.return_value = "K"
            self.assertEqual(Sensor().label(), "Sensor [K]")
        self.assertEqual(Sensor().label(), "Sensor [C]")

    def test_patch_multiple(self):
        with patch.multiple(solution, average=DEFAULT, LIMIT=2) as fakes:
            fakes["average"].return_value = 0
            sensor = Sensor()
            sensor.sample(5)
            self.assertEqual(len(sensor.values), 2)
            self.assertEqual(sensor.summary(), "mean 0")

    @patch("solution.Mailer")
    def test_patched_class_is_instantiated_inside(self, fake_class):
        solution.notify("text")
        fake_class.assert_called_once_with(host="localhost")
        fake_class.return_value.deliver.assert_called_once_with(ANY, "text")

    @patch.object(Mailer, "RETRIES", 1)
    def test_class_attribute(self):
        self.assertEqual(Mailer.RETRIES, 1)
        with patch.object(Mailer, "_connect", side_effect=OSError) as connect:
            self.assertFalse(Mailer().deliver("a", "b"))
        self.assertEqual(connect.call_count, 1)


def test_retries_by_default():
    with patch.object(Mailer, "_connect", side_effect=[OSError, OSError, None]) as connect:
        assert Mailer().deliver("a", "b")
    assert connect.mock_calls == [call()] * 3
