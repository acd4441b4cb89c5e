import itertools


def numbers(start=0):
    while True:
        yield start
        start += 1


def only(test, source):
    for value in source:
        if test(value):
            yield value


def take(n, source):
    return itertools.islice(source, n)


def batched(source, size):
    if size < 1:
        raise ValueError("size must be positive")

    def run():
        it = iter(source)
        while batch := list(itertools.islice(it, size)):
            yield batch

    return run()


def running_mean():
    total = count = 0
    result = None
    while True:
        try:
            value = yield result
        except ValueError:
            result = None
        else:
            total += value
            count += 1
            result = total / count


def pipeline(source, *stages):
    stream = source
    for stage in stages:
        stream = stage(stream)
    try:
        yield from stream
    finally:
        source.close()
