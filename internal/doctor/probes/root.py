"""Tries to write where only the read-only mount stands in the way: anybody may write into /var/tmp."""
import errno
import json

try:
    with open("/var/tmp/probe", "w"):
        pass
    found = "a file could be made in /var/tmp"
except OSError as error:
    found = "" if error.errno == errno.EROFS else f"refused for another reason: {error}"
print(json.dumps([not found, found or "writing is refused: read-only file system"]))
