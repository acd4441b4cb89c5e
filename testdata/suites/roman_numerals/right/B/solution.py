import re

_DIGITS = [("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
           ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"),
           ("", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"),
           ("", "M", "MM", "MMM")]
_SHAPE = re.compile("(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)


def to_roman(number: int) -> str:
    if type(number) is not int:
        raise TypeError("an int, please")
    if number < 1 or number > 3999:
        raise ValueError("only 1 to 3999")
    return "".join(_DIGITS[place][int(digit)] for place, digit in reversed([*enumerate(reversed(str(number)))]))


def from_roman(text: str) -> int:
    match = _SHAPE.fullmatch(text)
    if not match or not text:
        raise ValueError("not a roman numeral")
    return sum(10 ** (3 - i) * _DIGITS[3 - i].index(part.upper()) for i, part in enumerate(match.groups()))
