"""Makes the pictures of the README: `python docs/pictures/make.py`.

The five articles in seeds/ are translated with the embedded model in a folder of their own, and the
desk that is opened on them is pictured as it stands there; then the page of `padanan report`, where
Chromium is installed. Look at the pictures before they are committed; each is to be less than 150
kB.
"""

import asyncio
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import page
from textual.pilot import Pilot

from padanan import language
from padanan.desk import Desk as Settings
from padanan.tui.app import Desk
from padanan.tui.editor import Editor
from padanan.tui.opening import open_article
from padanan.tui.themes import THEMES
from padanan.tui.tools import Tools

HERE = Path(__file__).parent
ROOT = HERE.parent.parent

REST = 0.4
"""Seconds in which what the desk looks for in the background is there."""


_BEGAN = 1_741_000_000
"""When the articles were translated, as the list of articles shows it."""


@dataclass(frozen=True)
class Picture:
    """A picture.

    Attributes:
        name: The name of its file.
        size: Columns and lines.
        theme: The colours.
        keys: What is pressed before it is taken.
        article: The article that is open; empty for the list of all.
    """

    name: str
    size: tuple[int, int]
    theme: str
    keys: Sequence[str]
    article: str = "000"


PICTURES = (
    Picture("article", (110, 34), "dark", ("a", "a", "a", "a", "n", "n")),
    Picture("editing", (110, 30), "dark", ("e", "f5", "enter"), "001"),
    Picture("beside", (180, 34), "light", ("a", "a", "a", "e"), "004"),
    Picture("list", (130, 11), "dark", (), ""),
)


def main() -> None:
    """Translate, and take all pictures."""
    with tempfile.TemporaryDirectory() as folder, _at_home(Path(folder)):
        Path("articles").mkdir()
        for article in sorted((ROOT / "seeds").glob("*.txt")):
            Path("articles", f"{article.name[:3]}.txt").write_bytes(article.read_bytes())
        Path("terms.tsv").write_bytes((ROOT / "terms.tsv").read_bytes())
        subprocess.run([sys.executable, "-m", "padanan", "translate", "articles"], check=True)
        for place, path in enumerate(sorted(Path("out").glob("*.po"))):
            os.utime(path, (_BEGAN + 3600 * place,) * 2)
        for picture in PICTURES:
            svg = asyncio.run(_take(picture))
            (HERE / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
        page.take(Path("out"), Path("terms.tsv"), HERE / "report.png")


@contextmanager
def _at_home(folder: Path) -> Iterator[None]:
    """A folder as the current one and as the home of a person who has nothing of their own."""
    for name in [name for name in os.environ if name.startswith(("PADANAN_", "XDG_", "NO_COLOR"))]:
        del os.environ[name]
    os.environ |= {"HOME": str(folder), "PYTHONPATH": str(ROOT), "TZ": "UTC"}
    language.use("en")
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


async def _take(picture: Picture) -> str:
    out = Path("out")
    path = out / f"{picture.article}.po"
    tools = Tools(Settings.find(out), Path("terms.tsv"), None if picture.article else out)
    desk = Desk(open_article(path) if picture.article else out, tools)
    async with desk.run_test(size=picture.size) as pilot:
        desk.theme = THEMES[picture.theme].name
        await _rest(desk, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await _rest(desk, pilot)
        svg = desk.export_screenshot(title="padanan review")
        if desk.review is not None:
            desk.review.save_now()
            os.utime(path, (_BEGAN + 86_400,) * 2)
    # Type is not fetched from anywhere, and what a hash is part of would change with each letter.
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", picture.name, svg)


async def _rest(desk: Desk, pilot: Pilot[None]) -> None:
    """Wait until the desk has looked at everything."""
    if desk.review is not None:
        desk.review.looker.wait()
    await pilot.pause(REST)
    for editor in desk.screen.query(Editor):
        editor.cursor_blink = False
    desk.clear_notifications()
    await pilot.pause(0.1)


if __name__ == "__main__":
    main()
