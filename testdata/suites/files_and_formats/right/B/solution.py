import fnmatch
import functools
import json
import os
import pathlib
from csv import reader

P = pathlib.Path


def count_words(path):
    return len(P(path).read_text("utf-8").split())


def find(folder, pattern):
    found = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        found += [P(root, name) for name in sorted(fnmatch.filter(names, pattern))]
    return found


def checksum(path):
    with open(path, "rb") as file:
        chunks = iter(functools.partial(file.read, 100), b"")
        return functools.reduce(lambda total, chunk: (total + sum(chunk)) % 65536, chunks, 0)


def csv_to_json(source, target):
    head, *body = reader(P(source).read_text().splitlines())
    data = [{key: int(cell) if cell.isdigit() else cell for key, cell in zip(head, row)} for row in body]
    P(target).write_text(json.dumps(data))
    return len(data)


def append_log(path, line):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    print(line, file=open(path, "a"), flush=True)


def lines(path):
    file = open(path)
    yield from (line[:-1] for line in file)
    file.close()


def backup(path):
    copy = path.with_name(path.name + ".bak")
    copy.write_bytes(path.read_bytes())
    return copy


def write_atomically(path, parts):
    text = "".join(parts)
    P(path).write_text(text)


def longest_line(file):
    best = ""
    while line := file.readline():
        best = max(best, line.strip(), key=len)
    return best
