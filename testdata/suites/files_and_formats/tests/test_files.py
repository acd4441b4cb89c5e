import csv
import json
import os
from pathlib import Path

import pytest

import solution


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    (folder / "a.txt").write_text("one two\nthree\n", encoding="utf-8")
    (folder / "sub").mkdir()
    (folder / "sub" / "b.txt").write_text("four\n", encoding="utf-8")
    (folder / "c.bin").write_bytes(bytes(range(256)))
    return folder


def test_count_words_takes_str_or_path(library):
    assert solution.count_words(library / "a.txt") == 3
    assert solution.count_words(str(library / "a.txt")) == 3


def test_find_recursively(library):
    found = solution.find(library, "*.txt")
    assert [p.name for p in found] == ["a.txt", "b.txt"]
    assert all(isinstance(p, Path) for p in found)


def test_checksum_of_binary(library):
    assert solution.checksum(library / "c.bin") == 256 * 255 // 2 % 65536


def test_csv_to_json(tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.json"
    with open(source, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([["name", "n"], ["a, b", 1], ["c", 2]])
    assert solution.csv_to_json(source, target) == 2
    assert json.loads(target.read_text()) == [{"name": "a, b", "n": 1}, {"name": "c", "n": 2}]


def test_append_log_creates_folders(tmp_path):
    path = tmp_path / "x" / "y" / "log.txt"
    solution.append_log(path, "first")
    solution.append_log(path, "second")
    assert path.read_text().splitlines() == ["first", "second"]


def test_missing_file(tmp_path):
    with pytest.raises(FileNotFoundError) as info:
        solution.count_words(tmp_path / "nope.txt")
    assert info.value.filename == str(tmp_path / "nope.txt")


def test_lines_lazily(tmp_path):
    path = tmp_path / "big"
    path.write_text("a\nb\nc\n")
    lines = solution.lines(path)
    assert next(lines) == "a"
    assert list(lines) == ["b", "c"]


def test_backup(tmp_path):
    path = tmp_path / "data"
    path.write_text("v1")
    copy = solution.backup(path)
    path.write_text("v2")
    assert copy.read_text() == "v1"
    assert copy.name == "data.bak"
    assert sorted(os.listdir(tmp_path)) == ["data", "data.bak"]


def test_atomic_write_leaves_the_old_file_on_error(tmp_path):
    path = tmp_path / "f"
    path.write_text("old")

    def broken():
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        solution.write_atomically(path, broken())
    assert path.read_text() == "old"
    solution.write_atomically(path, ["new", "er"])
    assert path.read_text() == "newer"
    assert [p.name for p in tmp_path.iterdir()] == ["f"]


def test_reading_from_an_open_file(library):
    with open(library / "a.txt") as file:
        assert solution.longest_line(file) == "one two"
