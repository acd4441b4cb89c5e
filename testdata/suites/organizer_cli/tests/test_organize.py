"""End-to-end tests: the script is run like a user would run it."""
import os
import subprocess
import sys
from pathlib import Path

import organize
import pytest

SCRIPT = Path(organize.__file__)


def run(*args, cwd):
    return subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, args)],
        cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=20,
    )


@pytest.fixture
def messy(tmp_path):
    d = tmp_path / "messy"
    d.mkdir()
    for name in ["a.jpg", "b.JPG", "notes.txt", "song.mp3", "README", ".hidden"]:
        (d / name).write_text(name)
    (d / "sub").mkdir()
    (d / "sub" / "inner.txt").write_text("x")
    return d


def tree(d):
    return sorted(p.relative_to(d).as_posix() for p in d.rglob("*") if p.is_file())


EXPECTED = [
    ".hidden", "audio/song.mp3", "images/a.jpg", "images/b.JPG", "other/README", "sub/inner.txt", "text/notes.txt",
]


def test_organizes(messy):
    p = run(messy, cwd=messy.parent)
    assert p.returncode == 0, p.stderr
    assert tree(messy) == EXPECTED


def test_default_is_current_directory(messy):
    assert run(cwd=messy).returncode == 0
    assert tree(messy) == EXPECTED


def test_report(messy):
    p = run(messy, cwd=messy.parent)
    assert p.stdout.splitlines()[-1] == "5 files moved"
    assert "a.jpg -> images/a.jpg" in p.stdout


def test_dry_run(messy):
    before = tree(messy)
    p = run("--dry-run", messy, cwd=messy.parent)
    assert "a.jpg -> images/a.jpg" in p.stdout
    assert p.stdout.splitlines()[-1] == "5 files would be moved"
    assert tree(messy) == before


def test_second_run_does_nothing(messy):
    run(messy, cwd=messy.parent)
    p = run(messy, cwd=messy.parent)
    assert p.stdout.strip() == "0 files moved"


def test_name_conflict(messy):
    (messy / "images").mkdir()
    (messy / "images" / "a.jpg").write_text("older")
    run(messy, cwd=messy.parent)
    assert (messy / "images" / "a.jpg").read_text() == "older"
    assert (messy / "images" / "a_1.jpg").read_text() == "a.jpg"


def test_two_conflicts(messy):
    (messy / "images").mkdir()
    for n in ("a.jpg", "a_1.jpg"):
        (messy / "images" / n).write_text("older")
    run(messy, cwd=messy.parent)
    assert (messy / "images" / "a_2.jpg").read_text() == "a.jpg"


def test_not_a_directory(tmp_path):
    p = run(tmp_path / "nope", cwd=tmp_path)
    assert p.returncode == 2
    assert p.stdout == ""
    assert "nope" in p.stderr
    assert "Traceback" not in p.stderr


def test_help(tmp_path):
    p = run("--help", cwd=tmp_path)
    assert p.returncode == 0
    assert "--dry-run" in p.stdout


@pytest.mark.parametrize(
    "name, category",
    [("x.png", "images"), ("x.JPEG", "images"), ("x.tar.gz", "archives"), ("x.zip", "archives"),
     ("x.md", "text"), ("x.wav", "audio"), ("x.xyz", "other"), ("Makefile", "other")],
)
def test_category(name, category):
    assert organize.category(name) == category


def test_category_accepts_path():
    assert organize.category(Path("/tmp/x.png")) == "images"


@pytest.mark.skipif(os.name != "posix", reason="symlinks")
def test_symlinks_are_left_alone(messy):
    (messy / "link.txt").symlink_to(messy / "notes.txt")
    run(messy, cwd=messy.parent)
    assert (messy / "link.txt").is_symlink()
