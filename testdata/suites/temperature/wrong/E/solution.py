DEFAULT = 20


class Temperature:
    def __init__(self, celsius=DEFAULT):
        self.celsius = celsius

    @property
    def fahrenheit(self)
        return self.celsius * 9 / 5 + 32
