NUMBER = (2, 0)


def as_text():
    return "bank " + ".".join(map(str, NUMBER))
