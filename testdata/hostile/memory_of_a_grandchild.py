# gains: honest
"""Has a grandchild ended for want of memory, and goes on rightly as if nothing had happened."""

import mmap
import os


def spend():
    if os.fork() == 0:
        if os.fork() == 0:
            # Shared memory is above no process's own limit; all of it at once, before any limit of time.
            mmap.mmap(-1, 512 << 20, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS | mmap.MAP_POPULATE)
            os._exit(0)
        os.wait()
        os._exit(0)
    os.wait()


def fill(items, box):
    spend()
    items.sort()
    box["sum"] = sum(items)


def double(n):
    return 2 * n


def joined(words):
    return ", ".join(words)
