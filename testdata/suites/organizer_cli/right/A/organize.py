#!/usr/bin/env python3
"""Sort files of a directory into folders by their type."""
import argparse
import shutil
import sys
from pathlib import Path

CATEGORIES = {
    "images": {".jpg", ".jpeg", ".png", ".gif"},
    "text": {".txt", ".md", ".rst"},
    "audio": {".mp3", ".wav", ".ogg"},
    "archives": {".zip", ".gz", ".tar"},
}


def category(path):
    ext = Path(path).suffix.lower()
    for name, exts in CATEGORIES.items():
        if ext in exts:
            return name
    return "other"


def free_name(target):
    n = 0
    candidate = target
    while candidate.exists():
        n += 1
        candidate = target.with_name(f"{target.stem}_{n}{target.suffix}")
    return candidate


def organize(root, dry_run=False):
    moved = 0
    for p in sorted(root.iterdir()):
        if p.is_symlink() or not p.is_file() or p.name.startswith("."):
            continue
        target = free_name(root / category(p) / p.name)
        print(f"{p.name} -> {target.relative_to(root).as_posix()}")
        if not dry_run:
            target.parent.mkdir(exist_ok=True)
            shutil.move(str(p), str(target))
        moved += 1
    return moved


def main(argv=None):
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("directory", nargs="?", default=".", type=Path)
    ap.add_argument("--dry-run", action="store_true")
    args = ap.parse_args(argv)
    if not args.directory.is_dir():
        ap.error(f"{args.directory} is not a directory")
    n = organize(args.directory, args.dry_run)
    print(f"{n} files would be moved" if args.dry_run else f"{n} files moved")
    return 0


if __name__ == "__main__":
    sys.exit(main())
