import io


class MockException(Exception):
    pass


class MockFile(io.BytesIO):
    def __init__(self, *args, chunk=None, exception=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.__chunk = chunk
        self.__exception = exception

    def __exit__(self, exc_type, exc_val, exc_tb):
        if self.__exception is not None and exc_type is None:
            raise self.__exception
        return super().__exit__(exc_type, exc_val, exc_tb)

    def read(self, size=-1):
        if self.__chunk is None:
            return super().read(size)
        if size is None or size < 0:
            return super().read(self.__chunk)
        return super().read(min(self.__chunk, size))

    def write(self, data):
        if self.__chunk is None:
            return super().write(data)
        return super().write(data[:self.__chunk])


ZEN = b"""Beautiful is better than ugly.
Explicit is better than implicit.
Simple is better than complex.
"""
