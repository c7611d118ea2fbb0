"""asyncio: tasks, queues, timeouts, an echo server."""
import asyncio
import contextvars

variable = contextvars.ContextVar('variable', default='unset')


async def worker(name, queue, results):
    while True:
        item = await queue.get()
        if item is None:
            return name
        await asyncio.sleep(0)
        results.append(item * item)


async def echo(reader, writer):
    while data := await reader.readline():
        writer.write(b'> ' + data)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def talk(port, lines):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    answers = []
    for line in lines:
        writer.write(line.encode() + b'\n')
        answers.append((await reader.readline()).decode().rstrip())
    writer.close()
    await writer.wait_closed()
    return answers


async def failing():
    await asyncio.sleep(0)
    raise ValueError('in a task')


async def set_variable(value):
    variable.set(value)
    await asyncio.sleep(0)
    return variable.get()


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def main():
    queue, results = asyncio.Queue(), []
    workers = [asyncio.create_task(worker(i, queue, results)) for i in range(3)]
    for i in range(10):
        await queue.put(i)
    for _ in workers:
        await queue.put(None)
    print(await asyncio.gather(*workers), sorted(results))

    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        print(await asyncio.gather(*[talk(port, ['%d-%d' % (k, i) for i in range(3)]) for k in range(3)]))

    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError as e:
        print('timeout', type(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        print('timeout again')
    print(await asyncio.gather(failing(), asyncio.sleep(0, 'fine'), return_exceptions=True))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(asyncio.sleep(10))
    except* ValueError as e:
        print(repr(e.exceptions))
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled', task.cancelled())
    print(await asyncio.gather(set_variable(1), set_variable(2)), variable.get())
    print([i async for i in numbers(4)], await asyncio.to_thread(sum, range(100)))
    event, lock = asyncio.Event(), asyncio.Lock()
    order = []

    async def waits(name):
        await event.wait()
        async with lock:
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)
    tasks = [asyncio.create_task(waits(i)) for i in range(3)]
    await asyncio.sleep(0)
    event.set()
    await asyncio.wait(tasks)
    print(order)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, future.set_result, 'later')
    print(await future)
    return 'done'


print(asyncio.run(main()))
try:
    asyncio.run(failing())
except ValueError as e:
    print(e)
