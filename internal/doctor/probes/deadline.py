"""Ignores every signal that can be ignored and outstays its time (sys.argv[1] seconds)."""
import json
import signal
import sys
import time

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
time.sleep(float(sys.argv[1]))
print(json.dumps([False, "it outstayed its time"]))
