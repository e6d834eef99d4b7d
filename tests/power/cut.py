"""A power cut that nobody has to wait for: the shim keeps beside a folder what of it would survive (see `shim.c`)."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("shim.c")
FULL, READ_ONLY, BROKEN = errno.ENOSPC, errno.EROFS, errno.EIO


@dataclass(frozen=True, slots=True)
class Disk:
    """A folder whose disk can be cut off, filled or locked while a program works in it."""

    folder: Path
    shadow: Path
    library: Path
    _trouble: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program must be started with."""
        return {
            "LD_PRELOAD": str(self.library),
            "POWER_FOLDER": str(self.folder),
            "POWER_SHADOW": str(self.shadow),
            "POWER_TROUBLE": str(self._trouble),
        }

    def settles(self) -> None:
        """All that is in the folder now has reached the disk: for what was written before, without the shim."""
        files = [file for file in self.folder.iterdir() if file.is_file()]
        for file in files:
            shutil.copyfile(file, self.shadow / f"i{file.stat().st_ino}")
        names = "".join(f"{file.stat().st_ino} {file.name}\n" for file in files)
        (self.shadow / "names").write_text(names, "utf-8")

    def fails(self, number: int) -> None:
        """From now on nothing can be written into the folder: `FULL`, `READ_ONLY`, `BROKEN`."""
        part = self._trouble.with_suffix(".part")
        part.write_text(str(number), "utf-8")
        part.replace(self._trouble)

    def works(self) -> None:
        """The trouble is over."""
        self._trouble.unlink()

    def survivors(self, target: Path) -> Path:
        """The folder as it would be after a power cut at this moment, built anew as `target`."""
        target.mkdir(parents=True)
        for line in (self.shadow / "names").read_text("utf-8").splitlines():
            inode, _, name = line.partition(" ")
            kept = self.shadow / f"i{inode}"
            if kept.exists():
                shutil.copyfile(kept, target / name)
            else:
                (target / name).touch()
            (target / name).chmod(
                0o600
            )  # the shadow keeps bytes and names; whoever may read is the folder's matter
        return target


def disk(scratch: Path, folder: Path) -> Disk:
    """The disk under a folder; the test is skipped, with a sentence, where there is no C compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("there is no C compiler (cc) here, so no disk can be made to fail: apt-get install gcc")
    library, shadow = scratch / "shim.so", scratch / "shadow"
    if not library.exists():
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    shadow.mkdir()
    return Disk(Path(os.path.realpath(folder)), shadow, library, scratch / "trouble")
