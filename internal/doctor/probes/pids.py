"""Starts more processes than the wall allows (sys.argv[1]), up to sys.argv[2], and then ends them."""
import json
import os
import signal
import sys

limit, most = int(sys.argv[1]), int(sys.argv[2])
children: list[int] = []
refused = ""
while len(children) < most and not refused:
    try:
        pid = os.fork()
    except OSError as error:
        refused = error.strerror
        break
    if pid == 0:
        signal.pause()
        os._exit(0)
    children.append(pid)
for pid in children:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
holds = bool(refused) and len(children) < limit
told = f"refused after {len(children)}: {refused}" if refused else f"{len(children)} could be started"
print(json.dumps([holds, f"{told} (wall: {limit})"]))
