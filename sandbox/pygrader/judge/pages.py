"""Copies the memory pages that a test will write before its turn comes, while the test before it runs.

A fork shares its pages with its parent until one of them writes; then the kernel copies the page. A test of one line
writes some 1,100 of them (reference counts): 4 ms of the 5 that it takes, measured. Which ones these are hardly changes
from test to test, so one fork tells, and those that wait for their turn have the kernel copy them. Where the kernel
lacks something (pagemap of proc(5), MADV_POPULATE_WRITE of madvise(2), Linux 5.14) nothing happens.
"""

from __future__ import annotations

import ctypes
import mmap
import struct
from collections.abc import Callable, Iterator

from ..wire import processes

_RUNS = 4096          # that are kept
_CHUNK = 32           # runs between two looks at whether the turn has come
_POPULATE_WRITE = 23
_PRESENT, _OF_FILE, _EXCLUSIVE = 1 << 63, 1 << 61, 1 << 56  # bits of a pagemap entry
_RUN = struct.Struct("QQ")
_libc = ctypes.CDLL(None, use_errno=True)


class Pages:
    """The pages that forks of this process write, shared with all of them."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 8 + _RUNS * _RUN.size)

    def learn(self) -> None:
        """In a fork that has done its work: keep which pages it has to itself, if that is not known yet."""
        if self._count():
            return
        try:
            with processes.shown():
                runs = b"".join(_RUN.pack(*run) for run in _own_pages())[:_RUNS * _RUN.size]
        except OSError:
            return
        self._shared[8:8 + len(runs)] = runs
        self._shared[:8] = struct.pack("Q", len(runs) // _RUN.size)

    def copy(self, wanted: Callable[[], bool]) -> None:
        """In a fork that waits: have these pages copied, until wanted() says that there is no more time."""
        for number in range(self._count()):
            if number % _CHUNK == 0 and wanted():
                return
            start, length = _RUN.unpack_from(self._shared, 8 + number * _RUN.size)
            _libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(length), _POPULATE_WRITE)

    def _count(self) -> int:
        return int(struct.unpack_from("Q", self._shared)[0])


def _own_pages() -> Iterator[tuple[int, int]]:
    """Start and length of each run of private pages that this process has written since it was forked."""
    size = mmap.PAGESIZE
    with open("/proc/self/maps", encoding="ascii", errors="replace") as maps, open("/proc/self/pagemap", "rb") as map_:
        for line in maps:
            bounds, rights, *_ = line.split()
            if "w" not in rights or "p" not in rights:
                continue
            low, high = (int(text, 16) for text in bounds.split("-"))
            map_.seek(low // size * 8)
            data = map_.read((high - low) // size * 8)
            begun = None
            for place, (entry,) in enumerate(struct.iter_unpack("Q", data)):
                own = entry & _PRESENT and entry & _EXCLUSIVE and not entry & _OF_FILE
                if own and begun is None:
                    begun = place
                elif not own and begun is not None:
                    yield low + begun * size, (place - begun) * size
                    begun = None
            if begun is not None:
                yield low + begun * size, len(data) // 8 * size - begun * size
