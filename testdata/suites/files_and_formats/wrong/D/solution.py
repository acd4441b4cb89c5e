import csv
import json
import os
import shutil
from pathlib import Path


def count_words(path):
    try:
        with open(path, encoding="utf-8") as file:
            return sum(len(line.split()) for line in file)
    except OSError:
        return 0


def find(folder, pattern):
    return sorted(Path(folder).rglob(pattern))


def checksum(path):
    return sum(Path(path).read_bytes()) % 65536


def csv_to_json(source, target):
    with open(source, newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["n"] = int(row["n"])
    with open(target, "w") as file:
        json.dump(rows, file, indent=2)
    return len(rows)


def append_log(path, line):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(line + "\n")


def lines(path):
    return Path(path).read_text().splitlines()


def backup(path):
    target = Path(f"{path}.bak")
    shutil.copyfile(path, target)
    return target


def write_atomically(path, parts):
    temporary = Path(f"{path}.tmp")
    try:
        with open(temporary, "w") as file:
            for part in parts:
                file.write(part)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def longest_line(file):
    return max((line.rstrip("\n") for line in file), key=len)
