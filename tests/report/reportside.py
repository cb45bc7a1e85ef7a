"""A desk for reports: articles made up for it, with something of everything a report tells."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from padanan.glossary import Glossary
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, save
from padanan.translate.checks import CheckSettings
from padanan.translate.machine import Offer, Term
from padanan.translate.report.gather import Gathered, Wish, gather
from padanan.translate.termbase import Termbase

TERMS = (
    "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
    "banjir\tflood|flooding|inundation\tdeluge\tnoun\tdisaster\t\t\n"
    "gempa bumi|gempa\tearthquake|quake\tground shaking\tnoun\tdisaster\t\t\n"
    "menteri\tminister|cabinet member\tsecretary\tnoun\tgovernment\t\t\n"
    "pemerintah\tgovernment|administration\t\tnoun\tgovernment\t\t\n"
    "Rusia\tRussia|Russian\t\tname\tplace\t\t\n"
    "sungai\triver\t\tnoun\t\t\t\n"
)

THEN = "2026-03-01T08:00:00Z"
NOW = "2026-03-03T08:00:00Z"


def entry(id_: str, source: str, target: str = "", **more: Any) -> Entry:
    """An entry; a draft of the model when it has a target and nothing else is said."""
    state = more.pop("state", State.DRAFT if target else State.EMPTY)
    made = Entry(id_, source, target, state, how="model", rule="running-text")
    return replace(made, **{"fingerprint": fingerprint(target), **more})


FLOOD = (
    entry(
        "f1", "Banjir Lagi di Kota", "Flood Again in the City", kind=BlockKind.HEADLINE, line=1,
        confidence=0.91,
    ),
    entry("skip-1", "loading...", kind=BlockKind.FURNITURE, line=2, state=State.SKIPPED),
    entry(
        "f2", "Banjir itu surut kemarin.", "The flood receded yesterday.", line=3,
        state=State.APPROVED, how="memory",
    ),
    entry(
        "f3", "Menteri melihat banjir itu.", "The minister saw the flood.", line=3, confidence=0.72,
        terms=(Term("banjir", "flood", "mended"),),
        offer=Offer(80, "Menteri melihat [-gempa-]{+banjir+} itu.", "The minister saw it."),
    ),
    entry(
        "f4", "Banjir merusak 5 rumah.", "The inundation damaged 6 houses.", line=4,
        confidence=0.31,
    ),
    entry("f5", "Sungai itu tenang.", "", line=5),
    entry(
        "f6", "Pemerintah diam.", "The government was silent.", line=6,
        terms=(Term("Pemerintah", "government", "source"),), confidence=0.55,
    ),
)  # fmt: skip
"""An article that is begun: a wrong figure, an unusual rendering, a gap."""

QUAKE = (
    entry("q1", "Gempa Guncang Kota", "Quake Rocks City", kind=BlockKind.HEADLINE, line=1,
          state=State.APPROVED),
    entry("q2", "Gempa bumi itu kuat.", "The earthquake was strong.", line=2, state=State.APPROVED,
          fingerprint=fingerprint("The quake strong.")),
    entry("q3", "Pemerintah diam.", "The administration was silent.", line=3, state=State.APPROVED,
          how="adapted"),
)  # fmt: skip
"""An article that is done, in which a sentence of the other is translated otherwise."""

TALKS = (
    entry("t1", "Senin, 3 Maret 2025", "Monday, 3 March 2025", kind=BlockKind.DATELINE, line=1,
          how="rule"),
    entry("t2", "Menteri Rusia datang.", "The Russian secretary came.", line=2, confidence=0.04),
    entry("t3", "Rusia diam.", "They were silent.", line=3, confidence=0.22,
          comment="padanan:ignore names"),
)  # fmt: skip
"""An article that is new: a rendering to be avoided, a term that is not held."""


def article(folder: Path, name: str, entries: Iterable[Entry], *, text: str | None = None) -> Path:
    """A bilingual file in the results below a folder, and its article beside them.

    Args:
        folder: The folder.
        name: What the article is called; may be below folders.
        entries: Its entries.
        text: What the article says; None is what it said when it was translated.
    """
    source = folder / "news" / f"{name}.txt"
    source.parent.mkdir(parents=True, exist_ok=True)
    said = "\n\n".join(one.source for one in entries)
    source.write_text(said if text is None else text, "utf-8")
    path = folder / "out" / f"{name}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    up = "../" * (name.count("/") + 1)
    digest = sha256(said.encode()).hexdigest()
    save(path, Bilingual(f"{up}news/{name}.txt", digest, "engine 1", "1", "", tuple(entries)))
    return path


def desk(folder: Path) -> Path:
    """The folder of results of the desk, with the glossary beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "terms.tsv").write_text(TERMS, "utf-8")
    article(folder, "banjir", FLOOD)
    article(folder, "dunia/gempa", QUAKE, text="It has been changed.")
    article(folder, "dunia/rundingan", TALKS)
    (folder / "out/banjir.bilingual.html").write_text("<p id=f4>", "utf-8")
    (folder / "out/damaged.po").write_text('msgid "X-Padanan-', "utf-8")
    return folder / "out"


def wish(
    out: Path,
    terms: str = TERMS,
    *,
    settings: CheckSettings | None = None,
    time: str = NOW,
    most: int | None = None,
) -> Wish:
    """A report of a desk, held to some terms."""
    file = out.parent / "terms.tsv"

    def load() -> Glossary:
        file.write_text(terms, "utf-8")
        return Glossary.load(file, cldr=False)

    termbase = Termbase(load, fingerprint(terms))
    return Wish(out, termbase, "terms.tsv", settings or CheckSettings(), time, most)


def gathered(out: Path, terms: str = TERMS, **more: Any) -> Gathered:
    """What is gathered of a desk."""
    return gather(wish(out, terms, **more))


def kept(out: Path, terms: str = TERMS, **more: Any) -> Gathered:
    """The same, kept for the next report."""
    made = gathered(out, terms, **more)
    made.past.save(out, made.snapshot)
    return made
