"""Articles made up for the tests of export."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, load, save


def entry(id_: str, source: str, target: str = "", **more: object) -> Entry:
    """An entry; a draft of the model's when it has a target and nothing else is said."""
    state = more.pop("state", State.DRAFT if target else State.EMPTY)
    fields = {"how": "model", "rule": "running-text", "fingerprint": fingerprint(target)} | more
    return Entry(id_, source, target, state, **fields)  # type: ignore[arg-type]


def article(entries: Iterable[Entry], name: str = "../seeds/berita.txt") -> Bilingual:
    """A bilingual file's content."""
    return Bilingual(name, "0" * 64, "engine 1", "recipe 1", "", tuple(entries))


HOSTILE = (
    "=1+1|'/bin/sh'!A1 <b>&amp; \"x\"\r\n\t\x01\x1b[31m\ufffe ]]> _x0041_ שלום العربية \u202e😀"
)
"""What breaks cells, markup, terminals and the direction of text."""

SAMPLE = (
    entry("a1", "Sungai Meluap Lagi", "River Floods Again", kind=BlockKind.HEADLINE, line=1),
    entry(
        "a2",
        "Senin, 3 Maret 2025",
        "Monday, 3 March 2025",
        kind=BlockKind.DATELINE,
        line=2,
        state=State.APPROVED,
    ),
    entry("skip-1", "loading...", kind=BlockKind.FURNITURE, line=3, state=State.SKIPPED),
    entry(
        "a3",
        "Warga diminta mengungsi.",
        "Residents were asked to leave.",
        line=5,
        state=State.APPROVED,
        comment="Check the number\nof residents.",
    ),
    entry(
        "a4",
        "Air naik cepat.",
        "The water rose fast.",
        line=5,
        findings=("names: “Air” is <odd> & wrong.",),
    ),
    entry("a4-2", "Air naik cepat.", "The water rose fast.", line=5),
    entry("a5", "“Kami siap,” kata lurah.", "", line=6),
    entry(
        "skip-2",
        "Foto: Antara",
        "Photo: Antara",
        kind=BlockKind.FURNITURE,
        line=7,
        state=State.SKIPPED,
    ),
    entry("a6", "Kata Lurah", "The Chief's Word", kind=BlockKind.SUBHEADING, line=8, how="memory"),
)


def write(path: Path, entries: Iterable[Entry] = SAMPLE) -> Path:
    """Write a bilingual file, and say where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, article(entries))
    return path


def loaded(path: Path) -> dict[str, Entry]:
    """The entries of a bilingual file by their ids."""
    content = load(path)
    assert content is not None
    return {one.id: one for one in content.entries}


def change(path: Path, id_: str, **fields: object) -> None:
    """Change an entry of a bilingual file as another program would."""
    content = load(path)
    assert content is not None
    entries = (
        replace(one, **fields) if one.id == id_ else one  # type: ignore[arg-type]
        for one in content.entries
    )
    save(path, replace(content, entries=tuple(entries)))
