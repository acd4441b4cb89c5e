"""Looks who it is, and tries to become root."""
import json
import os

found = []
if 0 in (os.getuid(), os.getgid(), *os.getgroups()):
    found.append("it is root")
else:
    for name, change in (("setuid", os.setuid), ("setgid", os.setgid)):
        try:
            change(0)
            found.append(f"{name}(0) is allowed")
        except OSError:
            pass
told = f"user {os.getuid()}, group {os.getgid()}, groups {os.getgroups()}"
print(json.dumps([not found, "; ".join([told, *found])]))
