DEFAULT = 20


class Temperature:
    def __init__(self, celsius=DEFAULT):
        self.celsius = celsius

    @classmethod
    def from_fahrenheit(cls, degrees):
        return cls((degrees - 32) * 5 / 9)

    @classmethod
    def parse(cls, text):
        number, scale = float(text[:-1]), text[-1]
        if scale == "C":
            return cls(number)
        if scale == "F":
            return cls.from_fahrenheit(number)
        raise ValueError(f"unknown scale: {scale}")

    @staticmethod
    def is_valid(celsius):
        return celsius >= -273.15

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError("a number, please")
        if not self.is_valid(value):
            raise ValueError(f"{value} is below absolute zero")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        self._celsius = DEFAULT

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @property
    def kelvin(self):
        return self.celsius + 273.15
