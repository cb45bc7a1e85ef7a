"""The desk as it looks, compared with pictures that were looked at.

After a change of looks: PADANAN_PICTURES=write pytest tests/tui/test_desk_pictures.py, look at
the pictures in a browser, and commit them.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands, article

from padanan.translate.bilingual import State, save
from padanan.tui.app import Desk
from padanan.tui.editor import Editor
from padanan.tui.keeping import take

PICTURES = Path(__file__).parent / "pictures"

MADE_WITH = PICTURES / "made-with.txt"

Drive = Callable[..., Desk]


def compare(name: str, svg: str) -> None:
    """Compare a screenshot with the picture of that name, or make it anew when asked to."""
    # Rich names the parts of a picture after a hash of all of it.
    svg = re.sub(r"terminal-\d+", "terminal", svg)
    path = PICTURES / f"{name}.svg"
    if os.environ.get("PADANAN_PICTURES") == "write":
        PICTURES.mkdir(exist_ok=True)
        path.write_text(svg, encoding="utf-8")
        MADE_WITH.write_text(_made_with(), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    assert _words(svg) == _words(before)
    if MADE_WITH.read_text(encoding="utf-8") != _made_with():
        pytest.skip("another Textual or Rich than the pictures': only their words were compared")
    assert svg == before, f"the words of {path.name} are the same, colours or places are not"


def _made_with() -> str:
    """What decides how a picture is drawn, apart from the desk itself."""
    return "".join(f"{name} {version(name)}\n" for name in ("textual", "rich"))


def _words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with articles finished, begun, untouched and damaged; named the same everywhere."""
    monkeypatch.chdir(tmp_path)
    out = Path("out")
    out.mkdir()
    done = [replace(one, state=State.APPROVED) for one in SAMPLE if one.target]
    drafts = [replace(one, state=State.DRAFT) for one in SAMPLE if one.target]
    save(out / "banjir.po", article(SAMPLE))
    save(out / "pasar.po", article(done))
    save(out / "sekolah.po", article(drafts))
    (out / "rusak.po").write_text('"X-Padanan-Article: x\\n"\nmsgid "cut o', encoding="utf-8")
    return out


async def still(hands: Hands) -> None:
    """Keep the cursor of the editor from blinking."""
    for editor in hands.app.screen.query(Editor):
        editor.cursor_blink = False
    await hands.settle()


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("list", (100, 16), []),
        ("list-narrow", (60, 16), ["down"]),
        ("article", (120, 30), ["enter", "down", "down"]),
        ("article-narrow-editing", (60, 24), ["enter", "n", "enter"]),
        ("article-with-furniture", (80, 30), ["enter", "f", "down", "down"]),
        ("help", (80, 40), ["question_mark"]),
    ],
)
def test_pictures(
    folder: Path, drive: Drive, name: str, size: tuple[int, int], keys: Sequence[str]
) -> None:
    async def scenario(hands: Hands) -> None:
        for key in keys:
            await hands.press(key)
            await still(hands)
        compare(name, hands.app.export_screenshot(title=name))

    drive(folder, scenario, size)


def test_without_colours_the_marks_tell_the_states(
    folder: Path, drive: Drive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def scenario(hands: Hands) -> None:
        compare("article-no-colour", hands.app.export_screenshot(title="no colour"))

    drive(take(folder / "banjir.po"), scenario, (100, 20))
