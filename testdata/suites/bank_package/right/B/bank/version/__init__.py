def as_text():
    from .number import NUMBER
    return f"bank {NUMBER}"
