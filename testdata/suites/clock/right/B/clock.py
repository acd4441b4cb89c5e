from dataclasses import dataclass


@dataclass(init=False, repr=False)
class Clock:
    hour: int
    minute: int

    def __init__(self, hour, minute):
        carry, self.minute = divmod(minute, 60)
        self.hour = (hour + carry) % 24

    def __repr__(self):
        return "Clock(%d, %d)" % (self.hour, self.minute)

    def __str__(self):
        return "%02d:%02d" % (self.hour, self.minute)

    def __add__(self, minutes):
        return self.__class__(self.hour, self.minute + minutes)

    def __sub__(self, minutes):
        return self + -minutes
