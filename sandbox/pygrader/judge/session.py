"""One session of pytest in a child of the zygote: primed before its job comes, over when the job is done.

The zygote prepares the configuration, once for all of its children. One that has time before its job comes runs a small
session too, so that what a first session touches (modules, code, memory pages) is paid for while nobody waits. A suite
with a configuration file of its own is configured when it comes.
"""

from __future__ import annotations

import base64
import contextlib
import io
import os
import pathlib
import shutil
import sys
from typing import Any

import _pytest.config
import pytest

from ..wire import frames
from .modules import Importer
from .pages import Pages
from .plugin import Plugin, Session, limit_collection
from .verdict import conftest_error, start_error

_SAMPLE = '''
import pytest

@pytest.fixture
def one():
    return 1

@pytest.mark.parametrize("value", [1])
def test_sample(one, value, monkeypatch):
    assert value == one

def test_failing():
    with pytest.raises(ValueError):
        raise ValueError
    assert [1] == [2]
'''
_ARGUMENTS = ("-q", "-p", "no:cacheprovider", "-p", "no:junitxml", "-p", "no:pastebin",
              "-p", "no:faulthandler", "-p", "no:stepwise", "--capture=sys", "--continue-on-collection-errors")
_CONFIGURATIONS = frozenset(("pytest.ini", ".pytest.ini", "pyproject.toml", "tox.ini", "setup.cfg", "conftest.py"))


class Primed:
    """What a process needs that waits for a job. root: its folder, which every child has for itself in its turn."""

    def __init__(self, root: pathlib.Path) -> None:
        self.home = root.parent
        self._enter(root)
        self.pages = Pages()
        self._config: Any = self._configure()

    def _enter(self, root: pathlib.Path) -> None:
        """Be in that folder, empty."""
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        os.chdir(root)
        self._root = root

    def begin(self) -> None:
        """In a child, when its turn comes: be in the folder, which the one before it has left full, as those beside it:
        another submission's files must not be found."""
        for entry in self._root.parent.iterdir():
            shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else entry.unlink()
        self._enter(self._root)

    def rehearse(self, root: pathlib.Path) -> None:
        """In a child: run a small session, and be configured anew, in another folder."""
        self._config._ensure_unconfigure()
        self._enter(root)
        self.pages = Pages()
        sample = self._root / "test_pygrader_sample.py"
        sample.write_text(_SAMPLE)
        with _quiet():
            pytest.main([*_ARGUMENTS, "-o", "addopts=", str(self._root)], plugins=[_Rehearsal(self.pages)])
        sample.unlink()
        shutil.rmtree(self._root / "__pycache__", ignore_errors=True)
        sys.modules.pop("test_pygrader_sample", None)
        self._config = self._configure()

    def _configure(self) -> Any:
        with _quiet():
            return _pytest.config._prepareconfig([*_ARGUMENTS, "--rootdir", str(self._root), str(self._root)])

    def run(self, session: Session) -> None:
        """In a child whose turn it is: run one job to its end, and tell the runner."""
        job = session.job
        paths = [_write(self._root, given) for given in job["files"]]
        sys.path.insert(0, str(self._root))
        Importer(session.remote, job["modules"]).install()
        session.remote.sources.install(map(str, paths), job["modules"], job.get("submission") or [])
        session.remote.programs.install(map(str, paths))
        limit_collection(job["limits"])
        if any(path.name in _CONFIGURATIONS for path in paths):
            self._config._ensure_unconfigure()
            try:
                self._config = self._configure()
            except _pytest.config.ConftestImportFailure as failure:  # here what it imports may be the solution's
                return _give_up(session, conftest_error(failure, session.remote, job["modules"]))
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # options that pytest does not have, plug-ins that are not there
                return _give_up(session, start_error(error, session.remote))
        plugin = Plugin(session)
        self._config.pluginmanager.register(plugin, "pygrader")
        if job.get("only"):  # a file whose collection ends the solution's process must not keep others from running
            self._config.args = list(dict.fromkeys(str(self._root / node.split("::")[0]) for node in job["only"]))
        elif len(tests := [path for path in paths if path.name != "conftest.py"]) == 1:
            self._config.args = [str(tests[0])]  # whatever its name, as if given to pytest
        with _quiet():
            code = int(self._config.hook.pytest_cmdline_main(config=self._config))
        if not plugin.collected:
            return _give_up(session, start_error(
                plugin.failure or RuntimeError("it ended before it collected"), session.remote))
        session.tell(frames.DONE, {"exit": code})


def _give_up(session: Session, error: dict[str, Any]) -> None:
    session.tell(frames.COLLECTED, {"tests": [], "errors": [error]})
    session.tell(frames.DONE, {"exit": int(pytest.ExitCode.INTERRUPTED)})


class _Rehearsal:
    """A plugin that has a fork run the first test, to learn what such a fork writes."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Fork, and go on with pytest's own loop."""
        pid = os.fork()
        if pid == 0:
            try:
                session.items[0].ihook.pytest_runtest_protocol(item=session.items[0], nextitem=None)
                self._pages.learn()
            finally:
                os._exit(0)
        os.waitpid(pid, 0)


def _write(root: pathlib.Path, given: dict[str, str]) -> pathlib.Path:
    """Write one file of the suite; the runner has checked its path."""
    path = root / given["path"]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(base64.b64decode(given["data"]))
    return path


@contextlib.contextmanager
def _quiet() -> Any:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield
