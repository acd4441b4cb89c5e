"""The fixtures of `pygrader` where the tests are in the solution's own process."""

from __future__ import annotations

import contextlib
import os
import pathlib
import time
from collections.abc import Iterable, Iterator

from ..guest import kernel
from ..wire.reports import Usage


class Files:
    """What `sandbox_files` gives."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder

    def write(self, name: str, data: bytes | str | Iterable[bytes | str]) -> str:
        """Write data to a new file of that name and return its absolute path."""
        with open(self._folder / name, "xb") as file:
            for part in [data] if isinstance(data, (bytes, str)) else data:
                file.write(part.encode() if isinstance(part, str) else part)
        return str(self._folder / name)

    def read(self, path: str) -> bytes:
        """Read a file."""
        return pathlib.Path(path).read_bytes()


@contextlib.contextmanager
def usage() -> Iterator[Usage]:
    """What `sandbox_usage` gives: the block's own cost, the tests' code in it included."""
    found = Usage()
    kernel.forget_peak(os.getpid())
    memory, begun = kernel.memory(os.getpid()), time.process_time()
    try:
        yield found
    finally:
        found.cpu_seconds = time.process_time() - begun
        found.peak_memory = max(0, kernel.peak_memory(os.getpid()) - memory)
