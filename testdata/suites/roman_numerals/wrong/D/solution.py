PAIRS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
         (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


NUMBER = int(input("Number: "))


def to_roman(number=NUMBER):
    if not isinstance(number, int):
        raise TypeError(f"expected an int, got {type(number).__name__}")
    if not 1 <= number <= 3999:
        raise ValueError(f"{number} is out of range")
    out = []
    for value, letters in PAIRS:
        count, number = divmod(number, value)
        out.append(letters * count)
    return "".join(out)


def from_roman(text):
    rest, total = text.upper(), 0
    for value, letters in PAIRS:
        while rest.startswith(letters):
            total += value
            rest = rest[len(letters):]
    if rest or not 1 <= total <= 3999 or to_roman(total) != text.upper():
        raise ValueError(f"not a roman numeral: {text!r}")
    return total
