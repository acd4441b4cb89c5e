"""Looks for devices other than the harmless ones that can be opened, and tries to make one and open that."""
import json
import os
import stat

HARMLESS = {"console", "full", "null", "ptmx", "random", "tty", "urandom", "zero"}
found = []


def opens(path: str) -> bool:
    for way in (os.O_RDONLY, os.O_WRONLY):
        try:
            os.close(os.open(path, way | os.O_NONBLOCK))
            return True
        except OSError:
            pass
    return False


for folder, _, names in os.walk("/dev"):
    for path in (f"{folder}/{name}" for name in names):
        mode = os.lstat(path).st_mode
        special = stat.S_ISCHR(mode) or stat.S_ISBLK(mode)
        if special and not path.startswith("/dev/pts/") and path[5:] not in HARMLESS and opens(path):
            found.append(path)
try:
    os.mknod("/tmp/device", stat.S_IFCHR | 0o600, os.makedev(1, 3))  # another null
    if opens("/tmp/device"):
        found.append("a device made by itself")
except OSError:
    pass
told = f"can be opened: {', '.join(found)}" if found else "none but the harmless ones, and none can be made"
print(json.dumps([not found, told]))
