# It says that all is over before the tests have reported.
# expect: test_double = crashed manifest_broken candidate
# expect: test_double_more[0] = not_run manifest_broken candidate
# expect: test_double_more[-1] = not_run manifest_broken candidate
# expect: test_builtin = not_run manifest_broken candidate
# expect: test_as_a_program = not_run manifest_broken candidate
# expect: test_as_a_program_of_its_own = not_run manifest_broken candidate
# expect: test_examples = not_run manifest_broken candidate
# expect: test_afterwards = not_run manifest_broken candidate
import os
import sys


def told(n):
    """Find the function that tells the supervisor, as any code in this process can."""
    frame = sys._getframe()
    while frame is not None:
        plugin = frame.f_locals.get("self")
        if hasattr(plugin, "_tell"):
            return plugin._tell
        frame = frame.f_back



def double(n):
    if n == 21:
        told(n)("over", {"exit": 0})
        os._exit(0)
    return 2 * n


def add(a, b):
    """Add two.

    >>> add(1, 2)
    3
    """
    return a + b


def main():
    print(str(add(1, 2)))


if __name__ == "__main__":
    main()
