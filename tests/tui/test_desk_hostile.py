"""Hostile text in whatever comes from files or other people: it is shown, and does nothing."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from deskside import Hands, article, entry, rewrite
from filelock import FileLock
from textual.events import Paste

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import State, save
from padanan.translate.lock import LOCK
from padanan.translate.memory import Memory, Unit
from padanan.tui import keeping, saving
from padanan.tui.aids import finder, panel
from padanan.tui.app import Desk
from padanan.tui.presence import Presence

SIGNS = (
    "[bold red]x[/] \u202egnol\u202c \u200b\u2066y\u2069 \ufeff"
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 e\u0301\u0301 \u00ad界"
)
"""What may stand in any file: markup, changes of direction, invisible signs, wide ones."""

ESCAPES = (
    "\x1b[31mred \x1b]0;title\x07 \x9b2J \x1b]8;;http://x/\x1b\\link\x1b]8;;\x1b\\ \x08\x7f \x1bc"
)
"""What makes a terminal do something."""

EVIL = f"{SIGNS} {ESCAPES} a\tb\nc\r\u2028d"

Drive = Callable[..., Desk]

HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)

TERMS = f"""\
id\ten\tavoid\tpos\tdomain\tflags\tnote
banjir\tflood {SIGNS}|deluge\tinundation\tnoun\tnature\t\t{SIGNS}
warga\tresident\t\tnoun\t\t\t
"""

ENTRIES = (
    entry("a1", f"Banjir {EVIL}", f"Inundation {EVIL}", kind=BlockKind.HEADLINE, line=1),
    replace(
        entry("a2", f"Warga melihat banjir. {EVIL}", f"They saw it. saw it. {EVIL}", line=2),
        comment=f"Note {EVIL}",
        machine=f"Residents {EVIL}",
        memory=f"{SIGNS} {ESCAPES}",
        findings=(f"numbers: The number {SIGNS} {ESCAPES} is missing.",),
        flags=("ignore-numbers",),
        confidence=0.1,
    ),
    entry("skip-1", f"loading {EVIL}", kind=BlockKind.FURNITURE, line=3, state=State.SKIPPED),
    entry("a3", f"Satu, {EVIL}", f"One, {EVIL}", line=4),
    entry("a4", f"Dua {EVIL}", "", line=4),
    entry("a5", f"Tiga {EVIL}", f"Three {EVIL}", line=5, state=State.APPROVED),
)

NAME = "ber\x1b[31mita\u202e[red]\n\x9b2J"
"""What the article is called, on the disk as well."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with hostile text wherever text can be."""
    monkeypatch.setattr(panel, "REST", 0.001)
    monkeypatch.setattr(finder, "REST", 0.001)
    folder = tmp_path / "o\x1b[7mut\u202e[b]"
    folder.mkdir()
    save(folder / f"{NAME}.po", article(ENTRIES, "b\x1b[31m\u202e[red].txt"))
    save(folder / "kedua.po", article([entry("b1", f"Banjir {EVIL}", f"It {EVIL}")], "kedua.txt"))
    broken = f'"X-Padanan-Article: x\\n"\nmsgid {ESCAPES}'
    (folder / f"rusak{NAME}.po").write_text(broken, encoding="utf-8")
    (folder / "terms.tsv").write_text(TERMS, encoding="utf-8")
    with Memory.open(folder / "memory.sqlite") as memory:
        source = f"Warga melihat banjir besar. {EVIL}"
        memory.store([Unit(source, f"Residents saw {EVIL}", article=NAME, who=f"Ann {ESCAPES}")])
    return folder


def harm(hands: Hands) -> set[str]:
    """What is to be drawn that does something, and lines that do not fit."""
    screen = hands.app.screen
    faults = set()
    for line in screen._compositor.render_strips():
        if line.cell_length != hands.app.size.width:
            faults.add(f"{screen}: {line.cell_length} cells in {line.text!r}")
        if found := set(HARMFUL.findall(line.text)):
            faults.add(f"{screen}: {found} in {line.text.strip()!r}")
    return faults


def expect_harmless(hands: Hands) -> None:
    """See that nothing on the screen does something."""
    assert not harm(hands)


async def tour(hands: Hands, *keys: str) -> None:
    """Press keys, and look at the screen after each."""
    for key in keys:
        await hands.press(key)
        expect_harmless(hands)


async def paste(hands: Hands, text: str) -> None:
    """Paste text as a terminal does."""
    hands.app.post_message(Paste(text))
    await hands.settle()
    expect_harmless(hands)


def test_on_no_screen_does_anything_that_is_hostile_reach_the_terminal(
    folder: Path, drive: Drive
) -> None:
    async def scenario(hands: Hands) -> None:
        expect_harmless(hands)
        await tour(hands, "end", "enter", "home")  # the damaged one is refused, and said why
        assert "damaged" in hands.said
        await tour(hands, "slash")
        await paste(hands, EVIL)
        await tour(hands, "escape", "o", "escape", "home", "enter")
        assert hands.review.looker.wait()
        await hands.settle()
        await tour(hands, "f2", "v", *["down"] * 3, "home", "f3", "f5", "f6", "down")
        await tour(hands, "f2", "f3", "f5", "f6")
        await tour(hands, "enter", "end")
        await paste(hands, EVIL)
        await tour(hands, "f2", "f9", "escape", "f7", "escape", "escape", "u")
        await tour(hands, "x", "tab", "escape", "i", "escape")
        await tour(hands, "t", "right", "tab", "escape", "T", "tab", "tab", "escape", "R", "escape")
        await tour(hands, "question_mark", "escape", "ctrl+p", "escape", "ctrl+l", "escape")
        await tour(hands, "f7")
        await hands.type("banjir")
        await hands.press("down")
        await tour(hands, "down")
        await paste(hands, EVIL)
        await tour(hands, "escape", "f9")
        await paste(hands, EVIL)
        await tour(hands, "escape", "slash")
        await paste(hands, EVIL)
        await tour(hands, "enter", "escape" if hands.app.screen.is_modal else "full_stop", "f")
        await paste(hands, "banjir \x1b[31m")
        await tour(hands, "enter", "g")
        await paste(hands, EVIL)
        await tour(hands, "enter", "escape", "ctrl+o", "enter", "enter")
        await paste(hands, f"/{EVIL}/\x00")
        await tour(hands, "enter", "escape", "o")

    drive(folder, scenario, (100, 24), folder / "terms.tsv")


@pytest.mark.parametrize("size", [(60, 20), (160, 20)])
def test_a_segment_of_more_than_10_000_characters(
    tmp_path: Path, drive: Drive, size: tuple[int, int]
) -> None:
    long = "界" * 4_000 + "kata " * 1_200 + EVIL
    path = tmp_path / "panjang.po"
    save(path, article([entry("a1", long, long), entry("a2", "Akhir.", "End.")]))

    async def scenario(hands: Hands) -> None:
        await tour(hands, "down", "enter", "ctrl+end", "backspace", "escape", "x", "escape", "end")
        assert hands.current == "a2"

    drive(path, scenario, size)


def test_a_comment_is_shown_harmless_where_it_is_written(folder: Path, drive: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("down")
        await tour(hands, "c")
        await paste(hands, EVIL)
        await tour(hands, "up", "escape")

    drive(folder / f"{NAME}.po", scenario, (100, 30))


def test_what_is_said_of_others_work_is_harmless(
    folder: Path, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0)
    monkeypatch.setattr(saving, "RETRY", 3600)
    path = folder / f"{NAME}.po"

    async def scenario(hands: Hands) -> None:
        await hands.press("enter", "Q")
        rewrite(path, a1=(State.DRAFT, f"Theirs {EVIL}"))
        hands.review._look_at_file()
        await hands.settle()
        assert "Theirs" in hands.said
        expect_harmless(hands)
        with FileLock(folder / LOCK):
            await tour(hands, "escape", "q")
            assert "Not saved" in hands.text()
        await tour(hands, "r")

    drive(path, scenario, (100, 30), folder / "terms.tsv")


def test_who_has_an_article_is_shown_harmless(folder: Path, drive: Drive) -> None:
    path = folder / f"{NAME}.po"
    there = Presence.take(path)
    (says,) = (one for one in folder.iterdir() if one.name.endswith("open.json"))
    holder = json.loads(says.read_text(encoding="utf-8"))
    says.write_text(json.dumps(holder | {"who": EVIL, "host": EVIL}), encoding="utf-8")

    async def scenario(hands: Hands) -> None:
        assert "read only" in hands.text()
        await tour(hands, "a", "enter", "down", "f")

    drive(path, scenario, (100, 30))
    there.release()


def test_nothing_hostile_is_written_to_a_real_terminal(folder: Path) -> None:
    pytest.importorskip("termios", reason="it is a terminal of Unix")
    from terminal import SEQUENCE, Terminal, padanan

    from running import environment

    surroundings = environment(folder.parent / "home")
    del surroundings["NO_COLOR"]
    command = padanan("review", folder.name)
    with Terminal(command, surroundings, folder.parent, (100, 40)) as terminal:
        terminal.until("kedua")
        terminal.send("\r")
        terminal.until("They saw it")
        terminal.send("\x1b[B\x1bOR")  # down, F3
        terminal.until("Residents saw")
        terminal.send("\r\x1b[F!\x1b")  # Enter, End, a letter, Escape
        terminal.until("Edit", len(terminal.text))
        terminal.send("?")
        terminal.until("Reviewing")
        terminal.send("q\x1b")
        terminal.until("kedua", len(terminal.text))
        terminal.send("q")
        assert terminal.end() == 0
        written = terminal.written.decode()
    sequences = set(SEQUENCE.findall(written))
    assert all(KNOWN.fullmatch(one) for one in sequences), sequences
    screen = SEQUENCE.sub("", written).replace("\r\n", "")
    assert not HARMFUL.search(screen), HARMFUL.findall(screen)


KNOWN = re.compile(
    r"\x1b(?:\[[\d;]*[mH]"  # colours, places
    r"|\[\?\d+(?:[hl]|\$p)"  # modes
    r"|\[[<>][\d]*u"  # how keys are told
    r"|\]22;default\x07)"  # the shape of the mouse
)
"""The sequences with which Textual draws."""
