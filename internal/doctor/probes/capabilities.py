"""Looks for any capability in any set, and tries what one of them would allow."""
import json
import os

sets = dict(line.split(":\t") for line in open("/proc/self/status") if line.startswith("Cap"))
found = [f"{name} {value.strip()}" for name, value in sorted(sets.items()) if int(value, 16)]
try:
    os.chroot("/tmp")
    found.append("chroot is allowed")
except OSError:
    pass
told = "; ".join(found) or "none in any set, chroot is refused"
print(json.dumps([len(sets) >= 4 and not found, told]))
