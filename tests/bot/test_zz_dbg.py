from tests.bot.test_delivery import *
async def test_dbg(running: Core, ola: Person, jan: Person) -> None:
    running.telegram.faults.add("sendMessage", 429, chat=7, text="drugie", seconds=30)
    await running.promises("J-11", "pierwsze", "drugie", "trzecie")
    await running.promises("J-12", "raz", "dwa")
    running.start("delivery")
    await running.until(lambda: texts(jan) == ["raz", "dwa"])
    await running.until(lambda: texts(ola) == ["pierwsze"])
    running.clock.ahead = timedelta(seconds=28)
    await asyncio.sleep(1.2)
    assert texts(ola) == ["pierwsze"]
    running.clock.ahead = timedelta(seconds=31)
    try:
        await running.quiet()
    except TimeoutError:
        print(running.clock.now(), await running.rows("id state attempts not_before problem person", "outbox"), running.delivery._busy, running.delivery._tasks, [ (c.method,c.status) for c in running.telegram.calls], running._tasks)
        raise
