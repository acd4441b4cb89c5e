import io


class MeteredFile(io.BufferedRandom):
    """Implement using a subclassing model."""

    def __init__(self, data=b"", _raw=None):
        self._buffer = _raw if _raw is not None else io.BytesIO(data)
        self._read_bytes = self._read_ops = 0
        self._write_bytes = self._write_ops = 0

    @classmethod
    def wrapping(cls, raw):
        return cls(_raw=raw)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        return False

    @property
    def closed(self):
        return self._buffer.closed

    def __iter__(self):
        return self

    def __next__(self):
        self._read_ops += 1
        line = self._buffer.readline()
        self._read_bytes += len(line)
        if not line:
            raise StopIteration
        return line

    def read(self, size=-1):
        data = self._buffer.read(size)
        self._read_ops += 1
        self._read_bytes += len(data)
        return data

    def write(self, b):
        n = self._buffer.write(b)
        self._write_ops += 1
        self._write_bytes += n
        return n

    def seek(self, offset, whence=0):
        return self._buffer.seek(offset, whence)

    def tell(self):
        return self._buffer.tell()

    def getvalue(self):
        return self._buffer.getvalue()

    @property
    def read_bytes(self):
        return self._read_bytes

    @property
    def read_ops(self):
        return self._read_ops

    @property
    def write_bytes(self):
        return self._write_bytes

    @property
    def write_ops(self):
        return self._write_ops
