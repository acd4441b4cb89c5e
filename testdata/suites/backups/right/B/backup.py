import json
import os
import pathlib
import random
import subprocess as sp
import sys
import uuid

settings = dict(unit="KB")


class CommandFailed(RuntimeError):
    def __init__(self, command, code):
        self.command, self.code = command, code

    def __str__(self):
        return "{} -> {}".format(" ".join(self.command), self.code)


def generate_id():
    return str(uuid.uuid4()).split("-")[0]


sample = lambda population, k: random.sample(list(population), k)


def human_size(size):
    try:
        unit = settings["unit"]
    except KeyError:
        unit = "K"
    return "%.1f %s" % (size / 1024, unit)


def separator():
    if sys.platform.startswith("win"):
        return "\\"
    return "/"


def report(sizes):
    for name in sizes:
        print(name, human_size(sizes[name]))


def sh(*args):
    try:
        return sp.run([*args], check=True, stdout=sp.PIPE, encoding="utf-8").stdout.rstrip()
    except sp.CalledProcessError as e:
        raise CommandFailed(args, e.returncode)


def disk_usage(top):
    total = 0
    for folder, folders, files in os.walk(top):
        for name in files:
            total += os.path.getsize(folder + "/" + name if isinstance(folder, str) else folder / name)
    return total


class Backup:
    KEEP = 3

    def __init__(self, root):
        self.root = pathlib.Path(root)

    @staticmethod
    def default():
        if "BACKUP_ROOT" in os.environ:
            return Backup(os.environ["BACKUP_ROOT"])
        return Backup(pathlib.Path.home().joinpath("backups"))

    def new_name(self):
        return "-".join(["backup", generate_id()])

    def list(self):
        return os.listdir(self.root)

    def obsolete(self):
        names = self.list()
        names.sort()
        return names[:len(names) - self.KEEP] if len(names) > self.KEEP else []

    def run(self, data):
        with open(self.root / self.new_name(), "w") as f:
            json.dump(data, f)
        for name in self.obsolete():
            os.remove(self.root / name)
