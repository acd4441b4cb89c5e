import io


def counter(name):
    return property(lambda self: self._counts[name])


class MeteredFile:
    read_bytes = counter("rb")
    read_ops = counter("ro")
    write_bytes = counter("wb")
    write_ops = counter("wo")

    def __init__(self, data=b""):
        self._file = io.BytesIO(data)
        self._counts = dict.fromkeys(["rb", "ro", "wb", "wo"], 0)

    @staticmethod
    def wrapping(file):
        metered = MeteredFile()
        metered._file = file
        return metered

    def _count(self, kind, n):
        self._counts[kind + "b"] += n
        self._counts[kind + "o"] += 1

    def read(self, size=-1):
        result = self._file.read(size)
        self._count("r", len(result))
        return result

    def write(self, data):
        n = self._file.write(data)
        self._count("w", n)
        return n

    def __iter__(self):
        while True:
            try:
                yield next(self)
            except StopIteration:
                return

    def __next__(self):
        line = self._file.readline()
        self._count("r", len(line))
        if line == b"":
            raise StopIteration()
        return line

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self._file.close()

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._file, name)
