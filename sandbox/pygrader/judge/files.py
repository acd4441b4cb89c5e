"""The fixture `sandbox_files`: files in the guest, for tests whose solution reads or writes some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..wire import frames
from .remote import Remote

__tracebackhide__ = True  # pytest: no frame of this module is the test's

BLOCK = 1 << 20


class SandboxFiles:
    """Writes files for the solution to read, and reads back what it wrote. All of it ends with the test."""

    def __init__(self, remote: Remote) -> None:
        self._remote = remote

    def write(self, name: str, data: bytes | str | Iterable[bytes | str]) -> str:
        """Write data to a new file of that name in the guest and return its absolute path there.

        data may be an iterable of blocks, which are sent as they come, so the whole need never be in memory. Neither
        the time nor the memory that this takes counts against the solution. Raises ValueError for a name with a
        slash, OSError where the guest has no room for it or has such a file already.
        """
        if not name or "/" in name or name.startswith("."):
            raise ValueError(f"name of a sandbox file: {name!r} must be a plain file name")
        channel = self._remote.channel
        for block in _blocks(data):
            channel.post(frames.FILE, frames.to_json({"name": name, "last": False}) + b"\n" + block)
        answer = self._remote.answer(frames.FILE, frames.to_json({"name": name, "last": True}) + b"\n")
        if answer is None or "error" in answer:
            channel.heard = True  # only what the solution did there can be in the way
            raise OSError(f"writing sandbox file {name!r}: {answer['error'] if answer else 'the guest has ended'}")
        return str(answer["path"])

    def read(self, path: str) -> bytes:
        """Read a file of the guest, in the candidate's process: what comes back is the candidate's claim."""
        data: Any = self._remote.ask("read_file", path)
        if type(data) is not bytes:
            raise self._remote.refusal("a file read back gave no bytes")
        return data


def _blocks(data: bytes | str | Iterable[bytes | str]) -> Iterator[bytes]:
    for part in [data] if isinstance(data, (bytes, str)) else data:
        block = part.encode() if isinstance(part, str) else bytes(part)
        for start in range(0, len(block), BLOCK):
            yield block[start:start + BLOCK]
