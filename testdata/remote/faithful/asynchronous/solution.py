"""Coroutines, asynchronous generators, iterators and context managers, tasks, futures, locks and queues."""
import asyncio
import contextlib
import contextvars
import functools

events = []
request = contextvars.ContextVar("request", default="none")


async def add(a, b=2):
    """Adds."""
    return a + b


async def fail(text):
    await asyncio.sleep(0)
    raise ValueError(text)


class Own(Exception):
    pass


async def fail_own():
    raise Own("own")


async def steps(name, log, count=2):
    for number in range(count):
        log.append(f"{name}{number}")
        await asyncio.sleep(0)
    return name


async def fetch_all(fetch, urls, limit=None, collect=False):
    gate = asyncio.Semaphore(limit or len(urls))

    async def one(url):
        async with gate:
            return await fetch(url)
    return await asyncio.gather(*(one(url) for url in urls), return_exceptions=collect)


async def grouped(fetch, urls):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(url)) for url in urls]
    return [task.result() for task in tasks]


async def within(awaitable, seconds, default=None):
    try:
        return await asyncio.wait_for(awaitable, seconds)
    except asyncio.TimeoutError:
        return default


async def limited(awaitable, seconds):
    async with asyncio.timeout(seconds):
        return await awaitable


async def sleeper(log, seconds=60):
    log.append("start")
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        log.append("end")
    return "slept"


async def stubborn(log):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        await asyncio.sleep(0)
        log.append("stayed")
    return "stubborn"


async def first(*coroutines):
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()


async def retry(function, times):
    for attempt in range(times):
        try:
            return await function()
        except ConnectionError:
            if attempt == times - 1:
                raise
            await asyncio.sleep(0)


async def call_back(function, value):
    before = function(value)
    await asyncio.sleep(0)
    return before, function(value + 1)


async def countdown(number):
    try:
        while number:
            yield number
            await asyncio.sleep(0)
            number -= 1
    finally:
        events.append("closed")


async def echo():
    got = None
    while got != "end":
        try:
            got = yield got
        except ValueError as error:
            got = f"caught {error}"


async def mapped(function, source):
    async for item in source:
        yield await function(item)


async def total(source):
    return sum([item async for item in source])


async def take_one(source):
    async for item in source:
        return item


class Ticks:
    def __init__(self, count):
        self.left = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.left -= 1
        return self.left


class Often:
    def __init__(self, count):
        self.count = count

    async def __aiter__(self):
        for number in range(self.count):
            yield number


class Later:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


class Session:
    def __init__(self, log, swallows=False):
        self.log = log
        self.swallows = swallows

    async def __aenter__(self):
        await asyncio.sleep(0)
        self.log.append("enter")
        return "entered"

    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        self.log.append(kind.__name__ if kind else "exit")
        return self.swallows


@contextlib.asynccontextmanager
async def opened(log):
    log.append("open")
    try:
        yield "thing"
    finally:
        await asyncio.sleep(0)
        log.append("close")


async def use(manager):
    async with manager as value:
        return value


async def use_and_fail(manager):
    async with manager:
        raise KeyError("inside")


queue = asyncio.Queue()


async def produce(items, target=None):
    for item in items:
        await (target or queue).put(item)


async def consume(count):
    return [await queue.get() for _ in range(count)]


def make_lock():
    lock = asyncio.Lock()

    async def guarded(name, log):
        async with lock:
            log.append(f"{name} in")
            await asyncio.sleep(0)
            log.append(f"{name} out")
    return guarded


def make_event():
    event = asyncio.Event()
    return event.wait, event.set, event.is_set


def start(coroutine):
    return asyncio.create_task(coroutine)


def start_own(log):
    return asyncio.get_running_loop().create_task(sleeper(log), name="own")


def promise():
    future = asyncio.get_running_loop().create_future()
    return future, future.set_result, future.set_exception


def later(seconds, function, *args):
    asyncio.get_running_loop().call_later(seconds, function, *args)


def soon(function, *args):
    asyncio.get_running_loop().call_soon(function, *args)


async def wait_for_future(future):
    return await future


def fulfil(future, value):
    future.set_result(value)


def cancel(future):
    future.cancel()


def leave_behind(log):
    return [asyncio.create_task(sleeper(log)) for _ in range(2)]


async def leave_quietly(log):
    asyncio.create_task(sleeper(log))
    await asyncio.sleep(0)


def set_request(value):
    request.set(value)


def get_request():
    return request.get()


async def handle_request(value):
    request.set(value)
    await asyncio.sleep(0)
    return request.get()


def run_here(coroutine):
    return asyncio.run(coroutine)


def run_all(fetch, urls):
    return asyncio.run(fetch_all(fetch, urls))


async def in_thread(function, value):
    return await asyncio.to_thread(function, value)


def double(value):
    return 2 * value


async def threaded(value):
    return await asyncio.to_thread(double, value)


async def run_program(text):
    process = await asyncio.create_subprocess_exec("/bin/echo", text, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return out


def traced(function):
    @functools.wraps(function)
    async def wrapper(*args):
        events.append("before")
        try:
            return await function(*args)
        finally:
            events.append("after")
    return wrapper


def is_coroutine_function(function):
    return asyncio.iscoroutinefunction(function)


def name_of_task():
    return asyncio.current_task().get_name()


async def count_tasks():
    return len(asyncio.all_tasks())


async def backoff(function, times):
    for attempt in range(times):
        try:
            return await function()
        except ConnectionError:
            await asyncio.sleep(2 ** attempt)


async def spin(count):
    for _ in range(count):
        await asyncio.sleep(0)
    return count


async def spread(count):
    return sum(await asyncio.gather(*(add(number) for number in range(count))))


async def exception_of(task):
    await asyncio.wait([task])
    return task.exception()
