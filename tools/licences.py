"""Writes docs/licences.md: on what terms all stands that padanan needs, and all that it brings.

    uv run python tools/licences.py            # after a change of the locks
    uv run python tools/licences.py --check    # only looks

The names come from the locks, so that those for other systems are in, and the licences from what
the installed packages say of themselves. GPL and AGPL are refused, LGPL unless `_ALLOWED` says why,
and so is what nobody knows the licence of: exit code 1, nothing written. Like `lock.py` this keeps
the repository in order, and is not shipped.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "licences.md"

_SPDX: Mapping[str, str] = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "bsd 3-clause license": "BSD-3-Clause",
    "mit license": "MIT",
    "the bsd 2-clause license": "BSD-2-Clause",
}
"""Names of licences that packages use, in small letters, and those of SPDX."""

_BY_HAND: Mapping[str, tuple[str, str]] = {
    "colorama": ("BSD-3-Clause", "its LICENSE.txt; on Windows only"),
    "jinja2": ("BSD-3-Clause", "its LICENSE.txt; the classifier says BSD and no more"),
}
"""Licences that the metadata does not tell, and where they were read."""

_ALLOWED: Mapping[str, str] = {}
"""Packages under the LGPL, and why they may be used."""

_IDENTIFIER = re.compile(r"[A-Za-z0-9.+-]+")

LIBRARIES: Mapping[str, tuple[str, str]] = {
    "libctranslate2": (
        "MIT",
        "ctranslate2's own; it holds oneDNN (Apache-2.0) and, on x86-64, Intel's MKL (Intel "
        "Simplified Software License: free to use and to pass on, no source)",
    ),
    "libgfortran": ("GPL-3.0-or-later WITH GCC-exception-3.1", "the runtime of GCC's Fortran"),
    "libgomp": ("GPL-3.0-or-later WITH GCC-exception-3.1", "the runtime of GCC's OpenMP"),
    "libquadmath": (
        "LGPL-2.1-or-later",
        "a part of GCC's Fortran runtime, a library of its own that can be exchanged",
    ),
    "libscipy_openblas64_": ("BSD-3-Clause", "OpenBLAS, in numpy"),
}
"""Shared libraries that come in the packages' wheels for Linux, by the beginnings of their names.
The runtime exception lets programs under any licence use GCC's libraries."""

DATA: Mapping[str, tuple[str, str]] = {
    "padanan/py.typed": ("a mark for type checkers", "MIT, as padanan"),
    "padanan/locale/": ("the words of the desk, by the padanan developers", "MIT, as padanan"),
    "padanan/tui/web/page/": (
        "the page of the desk in a browser, by the padanan developers; the terminal and the fonts "
        "on it are textual-serve's (MIT; xterm.js MIT, Roboto Mono Apache-2.0), served from there",
        "MIT, as padanan",
    ),
    "padanan/glossary/data/terms.tsv": (
        "the curated glossary, by the padanan developers",
        "MIT, as padanan",
    ),
    "padanan/glossary/data/": (
        "what news adds to the names and spellings of CLDR and breame, by the padanan developers; "
        "CLDR's own names are read from Babel (Unicode-3.0), breame's table from breame",
        "MIT, as padanan",
    ),
    "padanan/translate/engine/embedded/": (
        "the embedded model, made by the recipe in `training/` from the texts listed below",
        "no terms of its own; those of its sources are below",
    ),
}
"""What the files in the wheel are that are not code, by the beginnings of their names: the longest
that fits counts."""


@dataclass(frozen=True, slots=True)
class Component:
    """A package that padanan needs.

    Attributes:
        name: Its name on PyPI.
        versions: Those that are locked.
        needed: "padanan", or the extras that need it.
        licence: As an SPDX expression; "?" if it is not known.
        source: Where that is said.
        installed: The version it was read from; None where it is not installed.
    """

    name: str
    versions: tuple[str, ...]
    needed: str
    licence: str
    source: str
    installed: str | None

    @property
    def row(self) -> str:
        version = ", ".join(self.versions)
        return f"| {self.name} | {version} | {self.licence} | {self.needed} | {self.source} |"


def components() -> list[Component]:
    """All that the locks name."""
    locks = {"padanan": ROOT / "requirements.lock"}
    locks |= {path.stem: path for path in sorted((ROOT / "locks").glob("*.lock"))}
    versions: dict[str, list[str]] = {}
    needed: dict[str, list[str]] = {}
    for who, lock in locks.items():
        for name, version in re.findall(
            r"^([\w.-]+)==([\w.+!-]+)", lock.read_text("utf-8"), re.MULTILINE
        ):
            if version not in versions.setdefault(name, []):
                versions[name].append(version)
            if who not in needed.setdefault(name, []):
                needed[name].append(who)
    return [
        Component(name, tuple(versions[name]), ", ".join(needed[name]), *_licence(name))
        for name in sorted(versions)
    ]


def _licence(name: str) -> tuple[str, str, str | None]:
    """A package's licence, where it says so, and the version it was read from."""
    try:
        told: PackageMetadata | None = metadata(name)
    except PackageNotFoundError:
        told = None
    installed = None if told is None else told["Version"]
    if name in _BY_HAND:
        return *_BY_HAND[name], installed
    if told is None:
        return "?", "not installed here", None
    for said, source in _sayings(told):
        licence = _SPDX.get(said.lower(), said)
        # A whole licence, or a name nobody knows, is no expression.
        if all(_known(one) for one in _IDENTIFIER.findall(licence)):
            return licence, source, installed
    return "?", "says nothing that is understood", installed


def _sayings(told: PackageMetadata) -> Iterator[tuple[str, str]]:
    """What a package's metadata says of its licence, the most exact first."""
    for field in ("License-Expression", "License"):
        for said in told.get_all(field) or []:
            if said.strip():
                yield said.strip(), field
    for classifier in told.get_all("Classifier") or []:
        if classifier.startswith("License ::"):
            yield classifier.rpartition(":: ")[2], "Classifier"


def _known(identifier: str) -> bool:
    """Whether this is an SPDX identifier of a kind that turns up here, or a word between two."""
    return identifier in {"AND", "OR", "WITH", "MIT", "Zlib", "CNRI-Python"} or bool(
        re.fullmatch(
            r"(Apache|A?L?GPL|MPL|PSF|CC0|BSD|0BSD|MIT|Unicode|ISC|GCC)(-[\w.]+)*", identifier
        )
    )


def trouble(component: Component) -> str | None:
    """Why padanan may not use a package; None if it may."""
    if component.licence == "?":
        return f"{component.name}: its licence is not known ({component.source})."
    kinds = [_kind(choice) for choice in component.licence.split(" OR ")]
    if "free" in kinds or ("LGPL" in kinds and component.name in _ALLOWED):
        return None
    return f"{component.name}: {component.licence}. padanan imports nothing under such terms."


def _kind(choice: str) -> str:
    """ "GPL" (the AGPL as well), "LGPL", or "free" for what asks nothing of those who import it."""
    parts = [one for one in re.split(r" AND |[()]", choice) if " WITH " not in one]
    identifiers = [name for part in parts for name in _IDENTIFIER.findall(part)]
    if any(name.startswith(("GPL", "AGPL")) for name in identifiers):
        return "GPL"
    return "LGPL" if any(name.startswith("LGPL") for name in identifiers) else "free"


def library(name: str) -> str | None:
    """The key of `LIBRARIES` for a shared library's file name."""
    return next((key for key in LIBRARIES if name.startswith(key)), None)


def datum(path: str) -> str | None:
    """The key of `DATA` for a file in the wheel; None if nobody has said what it is."""
    return max((key for key in DATA if path.startswith(key)), key=len, default=None)


def _model_sources() -> Iterator[tuple[str, str]]:
    """Each text that the embedded model learned from, and its licence as stated there."""
    (card,) = (ROOT / "translate/engine/embedded").glob("*/README.md")
    for line in card.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[3].replace(",", "").isdigit():
            yield cells[1], cells[2]


def page(found: Sequence[Component]) -> str:
    """docs/licences.md."""
    stated = Counter(licence for _, licence in _model_sources())
    counts = Counter(one.licence for one in found)
    lines = [
        "# Licences",
        "",
        "padanan's code is under the [MIT licence](../LICENSE). This page lists what it needs and "
        "what it brings along.",
        "To make it anew: `uv run python tools/licences.py`.",
        "",
        "## What it needs",
        "",
        f"The {len(found)} packages in `requirements.lock` and `locks/`, on whatever system, each "
        "with what it says of itself. None is under the GPL or AGPL alone; of several licences "
        "that one may choose from (OR), padanan chooses one that is neither.",
        "",
        "| package | locked | licence (SPDX) | needed by | said in |",
        "|---|---|---|---|---|",
        *(one.row for one in found),
        "",
        "Left out, though argostranslate asks for them, are stanza, spacy, torch, onnxruntime and "
        "minisbd, which is under the AGPL ([ADR 0003](adr/0003-argostranslate.md)).",
        "",
        "By licence: " + ", ".join(f"{number} {name}" for name, number in counts.most_common()),
        "",
        "Their wheels for Linux hold shared libraries besides. Those of GCC are under the GPL with "
        "the exception that makes them usable by any program; libquadmath, which numpy brings, is "
        "under the LGPL, and anybody can put another in its place.",
        "",
        "| library | licence (SPDX) | what it is |",
        "|---|---|---|",
        *(f"| {name} | {licence} | {what} |" for name, (licence, what) in LIBRARIES.items()),
        "",
        "## What it brings along",
        "",
        "The files in padanan's own package that are not code:",
        "",
        "| files | what they are | terms |",
        "|---|---|---|",
        *(f"| `{key}` | {what} | {terms} |" for key, (what, terms) in DATA.items()),
        "",
        f"The embedded model learned from {stated.total()} collections of text. Its card (`padanan "
        "model info`) names each with its origin and its share. What they say of their terms:",
        "",
        "| terms, as stated at the source | collections |",
        "|---|---|",
        *(f"| {licence} | {number} |" for licence, number in stated.most_common()),
        "",
        "Some are copyleft or state none. Whether that matters for a model trained on them is not "
        "settled; judge for yourself, or use another model (`--model`).",
        "",
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Write docs/licences.md.")
    parser.add_argument("--check", action="store_true", help="only look; write nothing")
    found = components()
    troubles = [said for one in found if (said := trouble(one))]
    for said in troubles:
        sys.stderr.write(f"{said}\n")
    if not parser.parse_args(arguments).check and not troubles:
        PAGE.write_text(page(found), "utf-8")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
