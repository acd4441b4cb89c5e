class Clock:
    def __init__(self, hour, minute):
        self.total = (hour * 60 + minute) % 1440

    def __repr__(self):
        return f"Clock({self.total // 60}, {self.total % 60})"

    def __str__(self):
        return "{:02d}:{:02d}".format(*divmod(self.total, 60))

    def __eq__(self, other):
        return str(self) == str(other)

    def __add__(self, minutes):
        return Clock(0, self.total + minutes)

    def __sub__(self, minutes):
        return Clock(0, self.total - minutes)
