"""The page that checks codes, in a real browser, beside a list that is newer than the one inside it."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from bot.phrases import Phrases
from reports import checkpage, proof
from reports.proof import Claim
from tests.reports.test_proof import KEY, KEYS

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="not installed: apt-get install chromium")
CLAIM = Claim(
    "LJ/2026/0001", "Licencja Jakości", "Lider 2026", "Gmina Łęczyca", date(2026, 12, 1), date(2099, 12, 1)
)
GOOD = proof.code(CLAIM, KEY)
FORGED = GOOD[:60] + ("A" if GOOD[60] != "A" else "B") + GOOD[61:]


def _listed(made_at: str, *numbers: str) -> bytes:
    taken_back = [{"number": number, "on": "2027-01-01", "reason": "Błąd „ó”"} for number in numbers]
    return proof.sealed("revoked", {"made_at": made_at, "revoked": taken_back}, KEY)


def hosted(folder: Path) -> None:
    """The page, with one diploma taken back, and beside it a newer list that takes back another one."""
    says = {language: Phrases().plain(language) for language in ("pl", "en")}
    made = checkpage.page("Fundacja", KEYS, _listed("2027-01-01", "LJ/2026/0002"), says=says)
    (folder / "index.html").write_bytes(made)
    newer = _listed("2027-02-01", "LJ/2026/0002", "LJ/2026/0003")
    (folder / checkpage.LIST).write_bytes(newer)


_ASK = """<!doctype html><pre id="said"></pre><script>
const frames = ADDRESSES.map((address) => Object.assign(document.createElement("iframe"), { src: address }));
document.body.append(...frames);
const told = ({ contentDocument: page }) => [
  page.getElementById("verdict").className,
  ...[...page.querySelectorAll("dd")].map((fact) => fact.textContent),
];
// after its own list the page reads the one beside it
const ready = ({ contentDocument: page }) => page.getElementById("asof")?.dataset.day === "2027-02-01";
const asking = setInterval(() => {
  if (!frames.every(ready)) return;
  clearInterval(asking);
  document.getElementById("said").textContent = JSON.stringify(frames.map(told));
}, 50);
</script>"""


def _shown(folder: Path, codes: list[str]) -> list[list[str]]:
    """What the page shows of each code: the verdict, then the facts. One browser with a frame a code."""
    addresses = json.dumps([f"index.html#{code}" for code in codes])
    (folder / "ask.html").write_text(_ASK.replace("ADDRESSES", addresses), "utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    with _served(folder) as house:
        run = subprocess.run(
            [*command, "--virtual-time-budget=8000", f"{house}/ask.html"],
            capture_output=True,
            check=True,
            timeout=120,
        )
    found = re.search(r'<pre id="said">(.*?)</pre>', run.stdout.decode())
    said: list[list[str]] = json.loads(html.unescape(found[1])) if found and found[1] else []
    return said


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: a test has its own voice."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_page_tells_a_good_code_from_one_taken_back_and_a_forged_one(tmp_path: Path) -> None:
    """One was taken back when the page was made, another one since: the page reads the newer list beside it."""
    hosted(tmp_path)
    back, since = (proof.code(replace(CLAIM, number=f"LJ/2026/000{n}"), KEY) for n in (2, 3))

    good, *rest, forged = _shown(tmp_path, [GOOD, back, since, FORGED])

    facts = ["Licencja Jakości", "Lider 2026", "LJ/2026/0001", "December 1, 2026", "December 1, 2099"]
    assert good == ["genuine", "Gmina Łęczyca", *facts]
    assert [verdict for verdict, *_ in rest] == ["revoked", "revoked"]
    assert forged == ["forged"]  # what nobody signed is not shown
