import json
import os
import random
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

import backup
from backup import Backup, disk_usage, generate_id, human_size, settings, sh


def test_setattr_on_class(monkeypatch):
    monkeypatch.setattr(Backup, "KEEP", 1)
    assert Backup("/x").KEEP == 1


def test_class_attribute_is_restored():
    assert Backup.KEEP == 3


def test_setattr_on_instance(monkeypatch):
    b = Backup("/x")
    monkeypatch.setattr(b, "list", lambda: ["c", "a", "b", "d"])
    assert b.obsolete() == ["a"]


def test_setattr_method_sees_self(monkeypatch):
    monkeypatch.setattr(Backup, "list", lambda self: [str(self.root), "z1", "z2", "z3"])
    assert Backup(Path("/abc")).obsolete() == ["/abc"]


def test_setitem_on_module_dict(monkeypatch):
    monkeypatch.setitem(settings, "unit", "KiB")
    assert human_size(2048) == "2.0 KiB"


def test_setitem_restored():
    assert settings["unit"] == "KB"
    assert human_size(2048) == "2.0 KB"


def test_delitem(monkeypatch):
    monkeypatch.delitem(settings, "unit")
    assert human_size(1024) == "1.0 K"


def test_raising_false(monkeypatch):
    monkeypatch.setattr(backup, "EXTRA", 5, raising=False)
    assert backup.EXTRA == 5
    with pytest.raises(AttributeError):
        monkeypatch.setattr(backup, "MISSING", 5)


def test_context(monkeypatch):
    with monkeypatch.context() as m:
        m.setattr(backup, "generate_id", lambda: "fixed")
        assert Backup("/x").new_name() == "backup-fixed"
    assert Backup("/x").new_name() != "backup-fixed"


def test_string_target(monkeypatch):
    monkeypatch.setattr("backup.generate_id", lambda: "abc")
    assert Backup("/x").new_name() == "backup-abc"


def test_patch_uuid(monkeypatch):
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=0))
    assert generate_id() == "00000000"


def test_random_is_seeded():
    random.seed(3)
    first = backup.sample(range(100), 5)
    random.seed(3)
    assert backup.sample(range(100), 5) == first == random.Random(3).sample(range(100), 5)


def test_subprocess_is_faked(monkeypatch):
    calls = []

    def fake_run(command, **options):
        calls.append((command, options.get("check")))
        return subprocess.CompletedProcess(command, 0, stdout="ok\n", stderr="")

    monkeypatch.setattr(subprocess, "run", fake_run)
    assert sh("ls", "-l") == "ok"
    assert calls == [(["ls", "-l"], True)]


def test_subprocess_error(monkeypatch):
    def fail(command, **options):
        raise subprocess.CalledProcessError(2, command)

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(backup.CommandFailed, match="ls.*2"):
        sh("ls")


def test_os_walk_is_faked(monkeypatch):
    monkeypatch.setattr(os, "walk", lambda top: [(top, [], ["a", "b"])])
    monkeypatch.setattr(os.path, "getsize", lambda path: 10)
    assert disk_usage("/anything") == 20


def test_real_files(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("12345")
    (tmp_path / "sub" / "b.txt").write_text("123")
    assert disk_usage(tmp_path) == 8


def test_home_directory(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Backup.default().root == tmp_path / "backups"


def test_home_patched(monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/fake"))
    assert Backup.default().root == Path("/fake/backups")


def test_run_creates_files(tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "generate_id", iter("12345").__next__)
    b = Backup(tmp_path)
    for n in range(4):
        b.run({"n": n})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["backup-2", "backup-3", "backup-4"]
    assert json.loads((tmp_path / "backup-4").read_text()) == {"n": 3}


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    monkeypatch.delenv("BACKUP_ROOT", raising=False)


def test_environment(monkeypatch):
    monkeypatch.setenv("BACKUP_ROOT", "/srv")
    assert Backup.default().root == Path("/srv")


def test_platform(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert backup.separator() == "\\"


def test_print_is_patched(monkeypatch):
    lines = []
    monkeypatch.setattr("builtins.print", lambda *args, **kw: lines.append(args))
    backup.report({"a": 1024})
    assert lines == [("a", "1.0 KB")]
