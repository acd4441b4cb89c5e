# It says that there are no tests, and ends in good order: the expected ones have not reported.
# expect: * = not_run not_run candidate
import gc
import os

for thing in gc.get_objects():
    tell = type(thing).__name__ == "_Plugin" and thing._tell
    if tell:
        tell("collected", {"tests": [], "errors": []})
        tell("over", {"exit": 0})
        os._exit(0)
