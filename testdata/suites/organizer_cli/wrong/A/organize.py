import os
import shutil
import sys

CATEGORIES = {
    "images": ["jpg", "jpeg", "png"],
    "text": ["txt", "md"],
    "audio": ["mp3", "wav"],
    "archives": ["zip", "tar.gz"],
}


def category(name):
    ext = str(name).split(".")[-1]
    for c, exts in CATEGORIES.items():
        if ext in exts:
            return c
    return "other"


def main():
    root = sys.argv[1]
    n = 0
    for name in os.listdir(root):
        path = os.path.join(root, name)
        if os.path.isfile(path):
            folder = os.path.join(root, category(name))
            os.makedirs(folder, exist_ok=True)
            shutil.move(path, os.path.join(folder, name))
            print(f"{name} -> {category(name)}/{name}")
            n += 1
    print(n, "files moved")


if __name__ == "__main__":
    main()
