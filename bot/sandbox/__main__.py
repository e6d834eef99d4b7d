"""The local Telegram alone: `python -m bot.sandbox --port 8081`, with one person at the keyboard.

A line is a message, a line in brackets such as `[Tak]` presses that button; what the bot does is printed.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.sandbox import transcript
from bot.sandbox.people import Person
from bot.sandbox.server import TOKEN, Telegram


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: any free one)")
    parser.add_argument("--token", default=TOKEN, help="the token that the bot must know")
    parser.add_argument("--person", type=int, default=1000, help="numeric id of the person at the keyboard")
    options = parser.parse_args()
    try:
        asyncio.run(_serve(options.port, options.token, options.person))
    except KeyboardInterrupt:
        sys.exit(0)


async def _serve(port: int, token: str, person: int) -> None:
    async with Telegram(token=token, port=port) as telegram:
        anna = telegram.person(person, first_name="Anna")
        print(telegram.base_url, flush=True)
        print(f"base_file_url {telegram.base_file_url}\ntoken {token}", file=sys.stderr, flush=True)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_show(anna))
            tasks.create_task(_type(anna))


async def _show(anna: Person) -> None:
    """Print what the bot does as it happens; the person's own lines are on the screen already."""
    shown = 0
    while True:
        news, shown = anna.history[shown:], len(anna.history)
        done = (happening for happening in news if happening.what not in {"wrote", "pressed"})
        print(transcript.conversation(done), end="", flush=True)
        await anna.happened(shown)


async def _type(anna: Person) -> None:
    reader = asyncio.StreamReader()
    try:
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
        )
    except ValueError:
        return  # the input is a plain file or closed: nobody types
    while read := await reader.readline():
        line = read.decode("utf-8", errors="replace").rstrip("\n")
        if line.startswith("[") and line.endswith("]"):
            _press(anna, line[1:-1])
        else:
            await anna.write(line)


def _press(anna: Person, label: str) -> None:
    try:
        anna.tap(label)
    except LookupError as missing:
        print(missing.args[0], file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
