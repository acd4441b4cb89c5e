from textproc import Filter


class Exclaim(Filter):
    """Add an exclamation mark."""

    priority = 50

    def apply(self, text):
        return text + "!"
