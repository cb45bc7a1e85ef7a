"""A small desk in the middle of its work, and what must be true of it whatever has happened."""

import random
import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from campaign.record import Fault
from campaign.warm import Warm
from engine.packages import build

from padanan.translate.bilingual import State, load, save
from padanan.translate.memory import Memory

WORDS = ("rumah", "besar", "presiden", "negara", "dan", "sakit", "Kementerian", "milik", "itu")
TERMS = (
    "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
    "negara\tcountry\t\tnoun\t\t\t\n"
    "rumah\thome\tdwelling\tnoun\t\t\tkept by hand\n"
)

HARMLESS = {".padanan.lock"}
"""Hidden files that stay where padanan has written; they keep nobody out."""

Approved = dict[tuple[str, str], str]
"""What people have approved: bilingual file and segment, to target."""


@dataclass(frozen=True)
class Desk:
    """A desk: articles, a glossary, results with approved segments, a memory that knows them.

    Some of the articles, and the glossary, have changed since the last run.

    Attributes:
        folder: The desk.
        model: The model's folder.
        approved: What people have approved.
    """

    folder: Path
    model: Path
    approved: Approved

    @property
    def translate(self) -> list[str]:
        """The command line that brings it up to date."""
        return ["translate", "articles", "--model", str(self.model), "--jobs", "1"]

    def copy(self, folder: Path) -> "Desk":
        """The same desk elsewhere."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)


def sentence(dice: random.Random) -> str:
    """A sentence that the small model can translate."""
    words = [dice.choice(WORDS) for _ in range(dice.randint(3, 8))]
    return " ".join(words).capitalize() + "."


def article(dice: random.Random, sentences: int) -> str:
    """An article of short paragraphs."""
    parts = [sentence(dice) for _ in range(sentences)]
    return "\n\n".join(" ".join(parts[at : at + 2]) for at in range(0, sentences, 2)) + "\n"


def make(folder: Path, warm: Warm, dice: random.Random, articles: int = 4) -> Desk:
    """Make a desk."""
    folder.mkdir()
    model = build(folder.parent / f"{folder.name}-model")
    (folder / "articles").mkdir()
    (folder / "terms.tsv").write_text(TERMS, "utf-8")
    for number in range(articles):
        text = article(dice, 4 + 2 * number)
        (folder / "articles" / f"{number}.txt").write_text(text, "utf-8")
    desk = Desk(folder, model, {})
    _done(warm, desk)
    approve(folder / "out", dice)
    _done(warm, desk)
    for number in range(0, articles, 2):
        with (folder / "articles" / f"{number}.txt").open("a", encoding="utf-8") as file:
            file.write(f"\n{sentence(dice)}\n")
    (folder / "articles" / "new.txt").write_text(article(dice, 4), "utf-8")
    with (folder / "terms.tsv").open("a", encoding="utf-8") as file:
        file.write("sakit\till\tsick\tadjective\t\t\t\n")
    return replace(desk, approved=approved(folder / "out"))


def _done(warm: Warm, desk: Desk) -> None:
    run = warm.run(desk.translate, desk.folder)
    assert run.code == 0, run.err


def approve(out: Path, dice: random.Random) -> None:
    """Approve every third segment, some of them corrected."""
    for path in sorted(out.rglob("*.po")):
        content = load(path)
        assert content is not None
        entries = list(content.entries)
        for place in range(0, len(entries), 3):
            entry = entries[place]
            target = f"{entry.target} by {dice.choice('abc')}." if place % 2 else entry.target
            entries[place] = replace(entry, target=target, state=State.APPROVED)
        save(path, replace(content, entries=tuple(entries)))


def approved(out: Path) -> Approved:
    """What is approved in bilingual files, each of which can be read."""
    found: Approved = {}
    for path in sorted(out.rglob("*.po")):
        content = load(path)
        assert content is not None
        for entry in (*content.entries, *content.obsolete):
            if entry.state is State.APPROVED:
                found[path.name, entry.id] = entry.target
    return found


def expect_approved(fault: Fault, out: Path, wanted: Approved) -> None:
    """See that nothing approved has gone."""
    try:
        there = approved(out)
    except Exception as error:
        fault.lost(f"a bilingual file cannot be read: {error}")
    for key, target in wanted.items():
        if there.get(key) != target:
            fault.lost(f"{key}: {target!r} was approved, and it is {there.get(key)!r}")


def contents(folder: Path, *, but: Iterable[str] = ()) -> dict[str, bytes]:
    """Every file below a folder, hidden ones included, save those that stay (`HARMLESS`) and the
    memory, whose bytes hang on the order of what was done."""
    leave = {*HARMLESS, *but}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in leave and not path.name.startswith("memory.sqlite")
    }


def units(memory: Path, *, times: bool = False) -> set[tuple[str, ...]]:
    """What a memory holds, after a look at its soundness."""
    connection = sqlite3.connect(memory)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Memory.open(memory) as opened:
        return {
            (one.source, one.target, one.article, one.segment, *((one.time,) if times else ()))
            for one in opened.units()
        }


_HOT = bytes.fromhex("d9d505f920a163d7")
"""How a journal of SQLite begins that is not over; any other is only kept for the next writing."""


def leftovers(folder: Path) -> list[str]:
    """Hidden and temporary files that should not be there."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.name not in HARMLESS
        and (
            path.name.startswith(".")
            or path.name.endswith((".tmp", "-wal"))
            or (path.name.endswith("-journal") and path.read_bytes()[:8] == _HOT)
        )
    )
