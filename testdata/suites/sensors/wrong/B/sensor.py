import logging
import warnings

log = logging.getLogger(__name__)


class SensorError(Exception):
    pass


class CalibrationWarning(UserWarning):
    pass


class Sensor:
    def __init__(self, name, low=float("-inf"), high=float("inf")):
        self._name = name
        self.low = low
        self.high = high
        self.factor = 1
        self._readings = []

    @property
    def name(self):
        return self._name

    @property
    def readings(self):
        return tuple(self._readings)

    def record(self, value):
        if not self.low <= value <= self.high:
            log.warning("%s: %s out of range", self.name, value)
        else:
            log.info("%s: recorded %s", self.name, value)
        self._readings.append(value)

    def poll(self, source):
        try:
            value = source()
        except OSError:
            log.exception("%s: cannot read", self.name)
            return None
        self.record(value)
        return value

    def get_values(self):
        print("DeprecationWarning: use readings")
        return list(self._readings)

    def calibrate(self, factor):
        if not 0.1 <= factor <= 10:
            warnings.warn(f"{self.name}: suspicious factor {factor}", CalibrationWarning)
        self.factor = factor


class Thermometer(Sensor):
    ABSOLUTE_ZERO = -273.15

    def __init__(self, name, celsius=0):
        super().__init__(name)
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError("temperature must be a number")
        if value < self.ABSOLUTE_ZERO:
            raise ValueError(f"{value} is below absolute zero ({self.ABSOLUTE_ZERO})")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        self._celsius = 0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9
