import contextlib
import functools


def numbers(start=0, step=1):
    yield start
    yield from numbers_from(start + step, step)


def numbers_from(start, step):
    while True:
        yield start
        start = start + step


def only(test, source):
    return (value for value in source if test(value))


def take(n, source):
    for _, value in zip(range(n), source):
        yield value


class batched:
    def __init__(self, source, size):
        if size <= 0:
            raise ValueError(size)
        self.source, self.size = source, size

    def __iter__(self):
        batch = []
        for value in self.source:
            batch.append(value)
            if len(batch) == self.size:
                yield batch
                batch = []
        if batch:
            yield batch


def running_mean():
    values = []
    while True:
        try:
            values.append((yield sum(values) / len(values) if values else None))
        except ValueError:
            values.clear()


def pipeline(source, *stages):
    with contextlib.closing(source):
        for value in functools.reduce(lambda stream, stage: stage(stream), stages, source):
            yield value
