import os
import os.path
import sys

EXT = {}
for _cat, _exts in [("images", "jpg jpeg png gif svg"), ("text", "txt md csv"), ("audio", "mp3 wav flac"),
                    ("archives", "zip gz bz2 xz 7z")]:
    for _e in _exts.split():
        EXT["." + _e] = _cat

USAGE = """usage: organize.py [--dry-run] [DIRECTORY]

  --dry-run   only show what would be done
"""


def category(name):
    return EXT.get(os.path.splitext(str(name))[1].lower(), "other")


def plan(root):
    taken = set()
    for entry in sorted(os.scandir(root), key=lambda e: e.name):
        if entry.name[0] == "." or not entry.is_file(follow_symlinks=False):
            continue
        stem, ext = os.path.splitext(entry.name)
        folder = category(entry.name)
        name, i = entry.name, 0
        while os.path.lexists(os.path.join(root, folder, name)) or (folder, name) in taken:
            i += 1
            name = "%s_%d%s" % (stem, i, ext)
        taken.add((folder, name))
        yield entry.name, folder, name


def main(args):
    if "--help" in args:
        print(USAGE)
        return 0
    dry = "--dry-run" in args
    rest = [a for a in args if a != "--dry-run"]
    root = rest[0] if rest else os.getcwd()
    if not os.path.isdir(root):
        print("no such directory: %s" % root, file=sys.stderr)
        return 2
    steps = list(plan(root))
    for old, folder, new in steps:
        print("%s -> %s/%s" % (old, folder, new))
        if not dry:
            os.makedirs(os.path.join(root, folder), exist_ok=True)
            os.rename(os.path.join(root, old), os.path.join(root, folder, new))
    print("%d files %s" % (len(steps), "would be moved" if dry else "moved"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
