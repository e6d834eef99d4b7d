"""How one engine's work is measured for `benchmarks/documents.py`; every engine's process loads this and nothing else of ours."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Work = Iterator[Callable[[], bytes]]
"""Documents to be made, each ready to start: what is done between them is not counted."""


def timed(engine: str, task: str, work: Work, folder: Path) -> str:
    """Do the work, whose first document only warms up, and tell the figures as JSON: CPU seconds, MB, bytes a file."""
    next(work)()
    cpu, written, done = 0.0, 0, 0
    for make in work:
        started = time.process_time()
        data = make()
        (folder / f"{done}.pdf").write_bytes(data)
        cpu += time.process_time() - started
        done, written = done + 1, written + len(data)
    said = {"engine": engine, "task": task, "files": done, "cpu": cpu, "size": written // done}
    return json.dumps({**said, "peak": peak_memory()})


def peak_memory() -> float:
    """MB: the high-water mark of this process alone; `getrusage` would start from its parent's."""
    found = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) / 1024
