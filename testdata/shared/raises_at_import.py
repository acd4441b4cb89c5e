# status: failed tests_failed
# expect: * = error collection_failed candidate
# line: * = solution.py:4
1 / 0
