import logging
import unittest
import warnings

import pytest

import sensor
from sensor import CalibrationWarning, Sensor, SensorError, Thermometer


class TestProperties:
    def test_celsius_and_fahrenheit(self):
        t = Thermometer("t1")
        t.celsius = 100
        assert t.fahrenheit == 212
        t.fahrenheit = 32
        assert t.celsius == pytest.approx(0)

    def test_fahrenheit_is_a_property_of_the_class(self):
        assert isinstance(Thermometer.fahrenheit, property)
        assert Thermometer.fahrenheit.fset is not None
        assert Thermometer.name.fset is None

    def test_absolute_zero(self):
        t = Thermometer("t1")
        with pytest.raises(ValueError, match=r"-300 is below absolute zero \(-273\.15\)"):
            t.celsius = -300
        assert t.celsius == 0

    @pytest.mark.parametrize("value", ["hot", None, [1]])
    def test_type(self, value):
        with pytest.raises(TypeError):
            Thermometer("t1").celsius = value

    def test_name_is_read_only(self):
        t = Thermometer("t1")
        with pytest.raises(AttributeError):
            t.name = "other"
        with pytest.raises(AttributeError):
            del t.name

    def test_reset_by_deleting(self):
        t = Thermometer("t1", 20)
        del t.celsius
        assert t.celsius == 0


class TestLogging:
    def test_reading_is_logged(self, caplog):
        caplog.set_level(logging.INFO)
        s = Sensor("s1")
        s.record(5)
        assert ("sensor", logging.INFO, "s1: recorded 5") in caplog.record_tuples

    def test_out_of_range_is_a_warning(self, caplog):
        s = Sensor("s1", low=0, high=10)
        s.record(11)
        [record] = [r for r in caplog.records if r.levelno == logging.WARNING]
        assert "11" in record.getMessage()
        assert record.name == "sensor"

    def test_nothing_below_level(self, caplog):
        with caplog.at_level(logging.ERROR, logger="sensor"):
            Sensor("s1", low=0, high=1).record(5)
        assert caplog.messages == []

    def test_exception_is_logged_with_traceback(self, caplog):
        s = Sensor("s1")

        def broken():
            raise OSError("no bus")

        assert s.poll(broken) is None
        assert caplog.records[-1].exc_info is not None
        assert "no bus" in caplog.text
        assert "Traceback" in caplog.text

    def test_poll(self):
        s = Sensor("s1")
        assert s.poll(lambda: 4) == 4
        assert s.readings == (4,)


class TestWarnings:
    def test_deprecated(self):
        s = Sensor("s1")
        s.record(1)
        with pytest.warns(DeprecationWarning, match="use readings"):
            assert s.get_values() == [1]

    def test_deprecated_call(self):
        with pytest.deprecated_call():
            Sensor("s").get_values()

    def test_calibration_warning_category(self):
        with pytest.warns(CalibrationWarning) as record:
            Sensor("s1").calibrate(factor=20)
        assert len(record) == 1
        assert str(record[0].message) == "s1: suspicious factor 20"
        assert issubclass(CalibrationWarning, UserWarning)

    def test_no_warning(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            Sensor("s1").calibrate(factor=1.01)

    def test_warning_as_error(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error", CalibrationWarning)
            with pytest.raises(CalibrationWarning):
                Sensor("s1").calibrate(factor=50)


class SensorUnitTest(unittest.TestCase):
    def test_assert_logs(self):
        with self.assertLogs("sensor", level="INFO") as cm:
            Sensor("x").record(1)
        self.assertEqual(cm.output, ["INFO:sensor:x: recorded 1"])

    def test_assert_no_logs(self):
        with self.assertNoLogs("sensor", level="WARNING"):
            Sensor("x").record(1)

    def test_assert_warns(self):
        with self.assertWarns(DeprecationWarning):
            Sensor("x").get_values()
        with self.assertWarnsRegex(CalibrationWarning, r"factor \d+"):
            Sensor("x").calibrate(factor=99)

    def test_logger_name(self):
        self.assertEqual(sensor.log.name, "sensor")
        self.assertIsInstance(sensor.log, logging.Logger)
