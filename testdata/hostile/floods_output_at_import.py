# gains:
"""Prints without end while it is imported."""

while True:
    print("flood " * 100)
