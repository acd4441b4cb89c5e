from logging import getLogger, INFO, WARNING
from warnings import warn
import numbers

log = getLogger("sensor")


class SensorError(RuntimeError):
    """Not used much."""


class CalibrationWarning(UserWarning):
    def __init__(self, name, factor):
        super().__init__("{}: suspicious factor {}".format(name, factor))


class Sensor:
    def __init__(self, name, low=None, high=None):
        self.__name = name
        self.range = (low, high)
        self.__values = []

    name = property(lambda self: self.__name)

    @property
    def readings(self):
        return (*self.__values,)

    def __bad(self, v):
        low, high = self.range
        return low is not None and v < low or high is not None and v > high

    def record(self, v):
        self.__values += [v]
        if self.__bad(v):
            log.log(WARNING, f"{self.name}: reading {v} is not in {self.range}")
            return
        log.log(INFO, f"{self.name}: recorded {v}")

    def poll(self, read):
        result = None
        try:
            result = read()
            self.record(result)
        except Exception as e:
            log.error("%s", e, exc_info=True)
        return result

    def get_values(self):
        warn("please use readings", DeprecationWarning)
        return self.__values[:]

    def calibrate(self, factor):
        if factor > 10:
            warn(CalibrationWarning(self.name, factor))


class Thermometer(Sensor):
    __c = 0

    def __init__(self, name, celsius=0):
        super().__init__(name)
        self.celsius = celsius

    def _get(self):
        return self.__c

    def _set(self, v):
        if isinstance(v, bool) or not isinstance(v, numbers.Real):
            raise TypeError(type(v).__name__)
        if v < -273.15:
            raise ValueError("%s is below absolute zero (-273.15)" % v)
        self.__c = v

    def _del(self):
        del self.__c

    celsius = property(_get, _set, _del)
    fahrenheit = property(lambda self: self._get() * 1.8 + 32, lambda self, f: self._set((f - 32) / 1.8))
