import argparse
import shutil
from pathlib import Path

CATEGORIES = {
    "images": {".jpg", ".jpeg", ".png"},
    "text": {".txt", ".md"},
    "audio": {".mp3", ".wav"},
    "archives": {".zip", ".gz"},
}


def category(path):
    for c, exts in CATEGORIES.items():
        if path.suffix.lower() in exts:
            return c
    return "other"


def main(argv=None):
    ap = argparse.ArgumentParser()
    ap.add_argument("directory", nargs="?", default=".")
    ap.add_argument("--dry-run", action="store_true")
    args = ap.parse_args(argv)
    root = Path(args.directory)
    n = 0
    for p in list(root.iterdir()):
        if not p.is_file() or p.name.startswith("."):
            continue
        target = root / category(p) / p.name
        target.parent.mkdir(exist_ok=True)
        if target.exists():
            target = target.with_name(p.stem + "_1" + p.suffix)
        print(f"{p.name} -> {target.parent.name}/{target.name}")
        if not args.dry_run:
            shutil.move(p, target)
        n += 1
    print(f"{n} files moved")


if __name__ == "__main__":
    main()
