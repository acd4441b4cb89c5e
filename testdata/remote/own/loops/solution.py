"""Coroutines that end badly, and what reaches for the loop of the tests."""
import asyncio
import os


async def dies():
    await asyncio.sleep(0)
    os._exit(3)


async def dies_in_a_task():
    task = asyncio.create_task(dies())
    await asyncio.sleep(60)
    return task


async def dies_in_a_timer():
    asyncio.get_running_loop().call_later(0.001, os._exit, 3)
    await asyncio.Event().wait()


async def interrupts():
    await asyncio.sleep(0)
    raise KeyboardInterrupt


async def give_object():
    return object()


async def swallow(function):
    try:
        await function()
    except BaseException:
        return "swallowed"


async def swallow_in_a_task(function):
    results = await asyncio.gather(function(), return_exceptions=True)
    return len(results)


class Swallower:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        return True


def cancel_later():
    """As if it could skip what the test is about to assert."""
    task = asyncio.current_task()
    asyncio.get_running_loop().call_later(0.001, task.cancel)


async def set_what_it_waits_for(coroutine):
    """As if it could say what a test's coroutine gets."""
    waits = coroutine.send(None)
    try:
        waits.future.set_result("forged")
    except AttributeError:
        coroutine.close()
        return "refused"
    return "forged"


async def stops():
    raise StopAsyncIteration
