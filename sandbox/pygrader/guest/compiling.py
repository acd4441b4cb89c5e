"""The submission's files: unpacked, and compiled in a limited child before anything of them runs."""

from __future__ import annotations

import base64
import json
import os
import resource
import select
import warnings
from typing import Any

from ..wire import processes
from . import kernel

_MAX_ANSWER = 1 << 20


def unpack(files: list[dict[str, str]]) -> dict[str, bytes]:
    """The files by path, from their form on the wire."""
    return {given["path"]: base64.b64decode(given["data"]) for given in files}


def check(files: dict[str, bytes], limits: dict[str, Any]) -> list[dict[str, Any]]:
    """Compile every Python file; returns what Python said: file, line, type and message of each error."""
    sources = {path: data for path, data in files.items() if path.endswith(".py")}
    read_fd, write_fd = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(read_fd)
            _limit(limits)
            os.write(write_fd, json.dumps([error for path, data in sources.items()
                                           for error in _compile(path, data)]).encode()[:_MAX_ANSWER])
            os._exit(0)
        except BaseException:
            os._exit(1)
    os.close(write_fd)
    answer = _read(read_fd, limits["import_wall_seconds"])
    os.close(read_fd)
    processes.end(pid)
    os.waitpid(pid, 0)
    try:
        errors: list[dict[str, Any]] = json.loads(answer)
        return errors
    except ValueError:
        return [{"file": "", "line": 0, "type": "SyntaxError",
                 "message": "compiling the submission took more time or memory than it may"}]


def _limit(limits: dict[str, Any]) -> None:
    memory = kernel.data_size(os.getpid()) + limits["import_memory"]
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    seconds = int(limits["import_cpu_seconds"]) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)


def _compile(path: str, data: bytes) -> list[dict[str, Any]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(data, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        return [{"file": path, "line": error.lineno or 0, "type": type(error).__name__, "message": str(error.msg)}]
    except (MemoryError, RecursionError):
        return [{"file": path, "line": 0, "type": "SyntaxError", "message": "too deeply nested to compile"}]
    except ValueError as error:
        return [{"file": path, "line": 0, "type": "SyntaxError", "message": str(error)}]
    return []


def _read(descriptor: int, seconds: float) -> bytes:
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    parts = []
    while poll.poll(1000 * seconds):
        parts.append(os.read(descriptor, 1 << 16))
        if not parts[-1]:
            break
    return b"".join(parts)
