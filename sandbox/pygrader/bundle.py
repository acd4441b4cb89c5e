"""One file that holds the compiled code of many modules, so that importing them costs one read.

Importing pytest opens 193 files, which over a container's storage driver takes longer than a whole grading
should. `install` makes the import system find those modules in a bundle. It keeps what Python promises: a
bundled module comes from its own directory's place on sys.path (a submission's `queue.py` still goes before
the standard library's), its `__file__`, `__spec__`, `__path__` and source are those of the real file, and a
module that is not in the bundle is imported as ever. It therefore puts itself in front of the finders of
single directories (sys.path_importer_cache) and not of the whole search (sys.meta_path).

`python3 -m pygrader.bundle OUTPUT MODULE...` writes a bundle: it imports the modules (`package.*` stands
for a package with all that is in it) in this fresh interpreter and bundles whatever was loaded from source
files by then.

The layout: MAGIC, the interpreter's own magic number for compiled code, the length of the index in four
bytes, the index (a marshalled dict: directory -> module's last name -> (path of the source, is a package,
offset, length)), and the marshalled code objects. They are unmarshalled one by one, when imported.
"""

import importlib
import importlib.machinery
import importlib.util
import marshal
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # what is imported before a bundle is installed comes from files: as little as can be
    from types import CodeType

MAGIC = b"pygrader bundle 1\n"

_Entry = tuple[str, bool, int, int]
_Index = dict[str, dict[str, _Entry]]


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads as from the source file, but takes the code from the bundle."""

    def __init__(self, fullname: str, path: str, code: memoryview) -> None:
        super().__init__(fullname, path)
        self._code = code

    def get_code(self, fullname: str) -> "CodeType | None":
        code: "CodeType" = marshal.loads(self._code)
        return code


class _Finder(importlib.machinery.FileFinder):
    """Finds in one directory: what is bundled of it first, then what is there as files."""

    def __init__(self, path: str, entries: dict[str, _Entry], data: memoryview) -> None:
        machinery = importlib.machinery
        super().__init__(
            path,
            (machinery.ExtensionFileLoader, machinery.EXTENSION_SUFFIXES),
            (machinery.SourceFileLoader, machinery.SOURCE_SUFFIXES),
            (machinery.SourcelessFileLoader, machinery.BYTECODE_SUFFIXES),
        )
        self._entries = entries
        self._data = data

    def find_spec(self, fullname: str, target: object = None) -> importlib.machinery.ModuleSpec | None:
        entry = self._entries.get(fullname.rpartition(".")[2])
        if entry is None:
            return super().find_spec(fullname, None)
        path, package, start, length = entry
        return importlib.util.spec_from_file_location(
            fullname,
            path,
            loader=_Loader(fullname, path, self._data[start:start + length]),
            submodule_search_locations=[os.path.dirname(path)] if package else None,
        )


def install(path: str) -> bool:
    """Serve modules from the bundle at path. Where it is missing or another Python's, change nothing."""
    try:
        with open(path, "rb") as file:
            data = memoryview(file.read())
    except OSError:
        return False
    head = MAGIC + importlib.util.MAGIC_NUMBER
    body = len(head) + 4
    if bytes(data[:len(head)]) != head:
        return False
    code = body + int.from_bytes(data[len(head):body], "big")
    index: _Index = marshal.loads(data[body:code])
    for directory, entries in index.items():
        sys.path_importer_cache[directory] = _Finder(directory, entries, data[code:])
    return True


def _expand(names: list[str]) -> list[str]:
    """Replace each `package.*` by the package and all its modules, but those that only run as programs."""
    import pkgutil  # needed by the builder only

    found: list[str] = []
    for name in names:
        if not name.endswith(".*"):
            found.append(name)
            continue
        package = importlib.import_module(name[:-2])
        found.append(package.__name__)
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if info.name.rpartition(".")[2] != "__main__":
                found.append(info.name)
    return found


def build(output: str, names: list[str]) -> int:
    """Import the named modules and write a bundle of all that was loaded from source; return how many."""
    for name in _expand(names):
        importlib.import_module(name)
    index: _Index = {}
    codes: list[bytes] = []
    offset = 0
    for name, module in sorted(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        # A module may stand in sys.modules under a second name (os.path, py.path).
        if spec is None or spec.name != name or type(spec.loader) is not importlib.machinery.SourceFileLoader:
            continue
        path = spec.loader.path
        package = spec.submodule_search_locations is not None
        directory = os.path.dirname(os.path.dirname(path) if package else path)
        code = marshal.dumps(spec.loader.get_code(name))
        index.setdefault(directory, {})[name.rpartition(".")[2]] = (path, package, offset, len(code))
        codes.append(code)
        offset += len(code)
    head = marshal.dumps(index)
    with open(output, "wb") as file:
        file.write(MAGIC + importlib.util.MAGIC_NUMBER + len(head).to_bytes(4, "big") + head)
        file.writelines(codes)
    return len(codes)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: python3 -m pygrader.bundle OUTPUT MODULE...")
    print(f"{build(sys.argv[1], sys.argv[2:])} modules in {sys.argv[1]}")
