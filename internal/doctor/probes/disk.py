"""Fills /tmp and /dev/shm past their walls (sys.argv[1] and [2] bytes), and tries to run a file."""
import errno
import json
import os
import shutil
import subprocess
import sys

found = []
for folder, wall in (("/tmp", int(sys.argv[1])), ("/dev/shm", int(sys.argv[2]))):
    written, reason = 0, 0
    try:
        while written < wall + (4 << 20):
            with open(f"{folder}/{written}", "wb", buffering=0) as file:
                written += file.write(b"x" * (1 << 20))
    except OSError as error:
        reason = error.errno
    if reason != errno.ENOSPC:
        told = os.strerror(reason) if reason else f"{written >> 20} MiB could be written"
        found.append(f"{folder}: {told}")
    for name in os.listdir(folder):
        os.remove(f"{folder}/{name}")
    mounts = [line.split() for line in open("/proc/mounts")]
    flags = {flag for mount in mounts if mount[1] == folder for flag in mount[3].split(",")}
    if not {"nosuid", "nodev"} <= flags:
        found.append(f"{folder} is not mounted nosuid and nodev")
try:
    shutil.copy("/bin/true", "/tmp/true")
    subprocess.run(["/tmp/true"], check=True)
    found.append("a program in /tmp could be run")
except PermissionError:
    pass
print(json.dumps([not found, "; ".join(found) or "full at the wall, and nothing there can be run"]))
