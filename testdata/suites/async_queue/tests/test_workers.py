import asyncio
import unittest
from unittest.mock import AsyncMock

from solution import Channel, Closed, WorkerPool, produce


class ProducerConsumerTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()

    async def test_producer_fills_the_tests_queue(self):
        await produce(self.queue, ["a", "b"])
        self.assertEqual(self.queue.qsize(), 3)
        self.assertEqual([self.queue.get_nowait() for _ in range(3)], ["a", "b", None])

    async def test_producer_waits_for_room(self):
        small = asyncio.Queue(maxsize=1)
        task = asyncio.create_task(produce(small, [1, 2]))
        await asyncio.sleep(0)
        self.assertFalse(task.done())
        got = [await small.get() for _ in range(3)]
        await task
        self.assertEqual(got, [1, 2, None])


class PoolTest(unittest.IsolatedAsyncioTestCase):
    async def test_results_in_order_of_jobs(self):
        async def handle(n):
            await asyncio.sleep(0.001 * (3 - n))
            return n * n

        async with WorkerPool(handle, size=2) as pool:
            jobs = [pool.submit(n) for n in range(4)]
            self.assertEqual([await j for j in jobs], [0, 1, 4, 9])

    async def test_handler_is_awaited_for_each(self):
        handle = AsyncMock(return_value="ok")
        async with WorkerPool(handle, size=3) as pool:
            await pool.submit("x")
            await pool.submit("y")
        handle.assert_any_await("x")
        self.assertEqual(handle.await_count, 2)

    async def test_error_reaches_the_one_who_waits(self):
        handle = AsyncMock(side_effect=[ValueError("bad"), "good"])
        async with WorkerPool(handle, size=1) as pool:
            with self.assertRaisesRegex(ValueError, "bad"):
                await pool.submit(1)
            self.assertEqual(await pool.submit(2), "good")

    async def test_closed_pool_takes_nothing(self):
        async with WorkerPool(AsyncMock(), size=1) as pool:
            pass
        with self.assertRaises(Closed):
            pool.submit(1)


class ChannelTest(unittest.IsolatedAsyncioTestCase):
    async def test_async_iteration_ends_when_closed(self):
        channel = Channel()

        async def writer():
            for n in range(3):
                await channel.send(n)
            channel.close()

        task = asyncio.create_task(writer())
        seen = []
        async for n in channel:
            seen.append(n)
        await task
        self.assertEqual(seen, [0, 1, 2])

    async def test_send_after_close(self):
        channel = Channel()
        channel.close()
        with self.assertRaises(Closed):
            await channel.send(1)

    async def test_two_readers_share(self):
        channel = Channel()
        read = [asyncio.create_task(channel.receive()) for _ in range(2)]
        await asyncio.sleep(0)
        await channel.send("a")
        await channel.send("b")
        self.assertCountEqual(await asyncio.gather(*read), ["a", "b"])
