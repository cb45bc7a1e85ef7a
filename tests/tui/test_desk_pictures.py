"""The desk as it looks, compared with pictures that were looked at.

After a change of looks: PADANAN_PICTURES=write pytest tests/tui/test_desk_pictures.py, look at the
pictures in a browser, and commit them.
"""

import json
import os
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from deskside import Hands, article, entry
from textual.widgets import Input, TextArea

from padanan import language
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State, fingerprint, save
from padanan.translate.machine import Offer
from padanan.translate.memory import Memory, Unit
from padanan.tui import looker
from padanan.tui.aids import finder, panel
from padanan.tui.aids.item import Aid
from padanan.tui.app import Desk
from padanan.tui.editor import Editor
from padanan.tui.presence import Presence
from padanan.tui.themes import THEMES
from padanan.tui.unsaved import Unsaved

PICTURES = Path(__file__).parent / "pictures"

MADE_WITH = PICTURES / "made-with.txt"

OTHER_VERSIONS = "another Textual or Rich than the pictures'"

WRITE = os.environ.get("PADANAN_PICTURES") == "write"

Drive = Callable[..., Desk]
Steps = Callable[[Hands], Awaitable[None]]

NARROW, MIDDLE, WIDE, WIDEST = (60, 24), (100, 28), (160, 28), (180, 28)

TERMS = """\
id\ten\tavoid\tpos\tdomain\tflags\tnote
banjir\tflood|flooding\tinundation\tnoun\tnature\t\tOf a tide: tidal flood.
balai desa\tvillage hall\tcity hall\tnoun\tpolitics\t\t
lurah\tvillage head|subdistrict head\tmayor\tnoun\tpolitics\t\tNot elected.
warga\tresident\tcitizen\tnoun\t\t\t
"""

REMEMBERED = (
    (
        "Warga di tepi kali mengungsi ke balai desa sebelum malam tiba, kata lurah.",
        "Residents by the river went to the village hall before dark, the village head said.",
    ),
    ("Banjir merendam 900 rumah.", "The flood has soaked 900 homes."),
    ("Hujan diperkirakan reda.", "Rain is expected to ease."),
)

ENTRIES = (
    entry("a1", "Banjir Surut, Warga Pulang", "Flood Recedes, Residents Go Home", line=1),
    entry("a2", "Senin, 3 Maret 2025 - 08:10 WIB", "Monday, 3 March 2025 - 8:10 a.m.", line=2),
    entry("skip-1", "Bagikan: Facebook WhatsApp", line=3, kind=BlockKind.FURNITURE),
    entry(
        "a3",
        "Warga di tepi sungai mengungsi ke balai desa sebelum malam tiba, kata lurah setempat.",
        "Citizens by the river were moved to the city hall before nightfall, the local village "
        "head said.",
        line=4,
        confidence=0.2,
        machine="Citizens by the river moved to the city hall.",
    ),
    entry(
        "a4",
        "Banjir merendam 1.250 rumah.",
        "The flood has soaked 1,205 homes.",
        line=4,
        findings=("numbers: 1.250 is missing.",),
    ),
    entry("a5", "“Kami siap,” kata lurah.", "", line=5),
    entry(
        "a6",
        "Hujan diperkirakan reda besok, Selasa (4/3/2025).",
        "Rain is expected to ease tomorrow, Tuesday (4/3/2025).",
        line=6,
        comment="Check the date with the agency.",
        offer=Offer(82, "Hujan diperkirakan reda besok[-.-]", "Rain is expected to ease tomorrow."),
    ),
    entry("a7", "Pemerintah 漢字 é menyalurkan bantuan.", "The government is giving aid.", line=7),
)


def made() -> Iterator[Entry]:
    """The entries, some approved, some as a person has changed them."""
    for one in ENTRIES:
        match one.id:
            case "a1":
                yield replace(one, kind=BlockKind.HEADLINE)
            case "a2":
                yield replace(one, kind=BlockKind.DATELINE, state=State.APPROVED, how="rule")
            case "skip-1":
                yield replace(one, state=State.SKIPPED, rule="share-bar")
            case "a3":
                yield replace(one, fingerprint=fingerprint(one.machine))
            case _:
                yield one


@pytest.fixture(autouse=True)
def _everywhere_alike(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing on the pictures hangs on where, when or by whom they are made."""
    monkeypatch.setattr(panel, "REST", 0.001)
    monkeypatch.setattr(finder, "REST", 0.001)
    monkeypatch.setattr(looker, "_PAUSE", 0.001)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TZ", "UTC")
    _clock()
    yield
    monkeypatch.undo()
    _clock()


def _clock() -> None:
    """Have the clock show the time of the zone that the environment names."""
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with articles finished, begun, untouched and damaged; named the same everywhere."""
    monkeypatch.chdir(tmp_path)
    out = Path("out")
    out.mkdir()
    entries = tuple(made())
    filled = [one for one in entries if one.target]
    save(out / "banjir.po", article(entries))
    save(out / "pasar.po", article(replace(one, state=State.APPROVED) for one in filled))
    save(out / "sekolah.po", article(replace(one, state=State.DRAFT) for one in filled))
    (out / "rusak.po").write_text('"X-Padanan-Article: x\\n"\nmsgid "cut o', encoding="utf-8")
    for place, path in enumerate(sorted(out.glob("*.po"))):
        moment = 1_741_000_000 + 86_400 * place
        os.utime(path, (moment, moment))
    (out / "terms.tsv").write_text(TERMS, encoding="utf-8")
    with Memory.open(out / "memory.sqlite") as memory:
        memory.store(
            Unit(source, target, "rob.txt", f"s{place}", "2025-02-01T08:00:00Z", "Ann")
            for place, (source, target) in enumerate(REMEMBERED)
        )
    return out


@pytest.fixture
def picture(folder: Path, drive: Drive) -> Callable[..., None]:
    """Take a picture of the desk after some steps, in each theme at each size."""

    def take(
        name: str,
        steps: Steps,
        *sizes: tuple[int, int],
        themes: tuple[str, ...] = ("dark", "light"),
        start: Path = folder / "banjir.po",
    ) -> None:
        faults: list[str] = []

        async def scenario(hands: Hands) -> None:
            hands.app.theme = THEMES[themes[0]].name
            await steps(hands)
            for theme in themes:
                hands.app.theme = THEMES[theme].name
                for size in sizes:
                    await hands.pilot.resize_terminal(*size)
                    await still(hands)
                    full = f"{name}-{size[0]}-{theme}"
                    faults.extend(compare(full, hands.app.export_screenshot(title=full)))
            hands.app.theme = THEMES["dark"].name

        drive(start, scenario, sizes[0], folder / "terms.tsv")
        assert not [one for one in faults if one != OTHER_VERSIONS]
        if faults:
            pytest.skip("not the pictures' Textual or Rich: only their words were compared")

    return take


def compare(name: str, svg: str) -> list[str]:
    """Compare a screenshot with the picture of that name, or make it anew when asked to.

    Returns:
        What is wrong with it.
    """
    # Rich names the parts of a picture after a hash of all of it, and has its type fetched.
    svg = re.sub(r"terminal-\d+", "t", svg)
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"^ +", "", svg, flags=re.MULTILINE)
    path = PICTURES / f"{name}.svg"
    if WRITE:
        PICTURES.mkdir(exist_ok=True)
        path.write_text(svg, encoding="utf-8")
        MADE_WITH.write_text(_made_with(), encoding="utf-8")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    now, then = _words(svg), _words(before)
    if now != then:
        gone, new = ([one for one in a if one not in b] for a, b in ((then, now), (now, then)))
        return [f"{path.name} has other words: not {gone}, but {new}"]
    if MADE_WITH.read_text(encoding="utf-8") != _made_with():
        return [OTHER_VERSIONS]
    return [] if svg == before else [f"{path.name} has other colours or places"]


def _made_with() -> str:
    """What decides how a picture is drawn, apart from the desk itself."""
    return "".join(f"{name} {version(name)}\n" for name in ("textual", "rich"))


def _words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


async def still(hands: Hands) -> None:
    """Wait until all is found out, and let no cursor blink and no notice come or go."""
    app = hands.app
    review = app.review
    if review is not None:
        review.looker.wait()
        await hands.settle()
        for _ in range(500):
            if review.entry is None or review.aids._known.of(Aid.MEMORY, review.entry) is not None:
                break
            await hands.pilot.pause(0.01)
    for kind in (Editor, Input, TextArea):
        for one in app.screen.query(kind):
            one.cursor_blink = False
    app.clear_notifications()
    await hands.settle()


def keys(*pressed: str) -> Steps:
    """The steps of pressing keys, waiting after each until all is found out."""

    async def press(hands: Hands) -> None:
        await still(hands)
        for key in pressed:
            await hands.press(key)
            await still(hands)

    return press


# The screens one is at most: at each width, dark and light


MAIN: dict[str, tuple[str, ...]] = {
    "article": ("n", "n", "n"),
    "editing": ("n", "enter", "!"),
    "help": ("question_mark",),
    "term-form": ("n", "T", "enter"),
}


@pytest.mark.parametrize("name", MAIN)
def test_the_main_screens(name: str, picture: Callable[..., None]) -> None:
    picture(name, keys(*MAIN[name]), NARROW, MIDDLE, WIDE)


def test_the_list_of_articles(folder: Path, picture: Callable[..., None]) -> None:
    there = held(folder / "sekolah.po")
    picture("list", keys("down"), NARROW, MIDDLE, WIDE, start=folder)
    there.release()


def held(path: Path) -> Presence:
    """An article that Ann has open at another desk."""
    there = Presence.take(path)
    (says,) = (one for one in path.parent.iterdir() if one.name.endswith("open.json"))
    holder = {"who": "Ann", "host": "newsroom", "pid": 1, "since": "2025-03-03T08:00:00Z"}
    says.write_text(json.dumps(holder), encoding="utf-8")
    return there


# All others: at one width, in one of the themes


OTHERS: dict[str, tuple[tuple[int, int], str, tuple[str, ...]]] = {
    "panel-memory": (MIDDLE, "light", ("n", "f3")),
    "panel-findings": (MIDDLE, "dark", ("n", "n", "f5")),
    "panel-origin": (MIDDLE, "light", ("down", "f6")),
    "panel-beside": (WIDEST, "dark", ("n",)),
    "panel-hidden-furniture": (NARROW, "dark", ("v", "f8")),
    "search": (MIDDLE, "light", ("slash",)),
    "filter": (NARROW, "dark", ("f",)),
    "number": (MIDDLE, "dark", ("g",)),
    "by-risk": (MIDDLE, "light", ("o",)),
    "split": (MIDDLE, "dark", ("n", "x")),
    "comment": (NARROW, "light", ("end", "up", "c")),
    "silence": (MIDDLE, "dark", ("n", "n", "i")),
    "term-form-new": (MIDDLE, "light", ("end", "t", "right", "tab", "tab", "right")),
    "impact": (MIDDLE, "dark", ("R",)),
    "concordance": (WIDE, "light", ("f7", *"banjir")),
    "lookup": (MIDDLE, "dark", ("f9", *"flood")),
    "palette": (MIDDLE, "light", ("ctrl+p",)),
    "theme": (NARROW, "light", ("ctrl+l",)),
    "export": (MIDDLE, "dark", ("ctrl+o",)),
    "export-share": (NARROW, "light", ("ctrl+o", "down", "enter")),
    "export-place": (MIDDLE, "light", ("ctrl+o", "enter", "enter")),
    "contrast": (MIDDLE, "dark-contrast", ("n",)),
    "contrast-light": (MIDDLE, "light-contrast", ("n",)),
}


@pytest.mark.parametrize("name", OTHERS)
def test_the_other_screens(name: str, picture: Callable[..., None]) -> None:
    size, theme, pressed = OTHERS[name]
    picture(name, keys(*pressed), size, themes=(theme,))


@pytest.mark.parametrize(
    ("name", "theme", "pressed"),
    [("list-sort", "light", ("o",)), ("list-filter", "dark", ("slash", *"pas"))],
)
def test_what_is_asked_at_the_list(
    folder: Path, picture: Callable[..., None], name: str, theme: str, pressed: tuple[str, ...]
) -> None:
    picture(name, keys(*pressed), MIDDLE, themes=(theme,), start=folder)


def test_without_colours(picture: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    picture("no-colour", keys("n"), MIDDLE, WIDE, themes=("dark",))


def test_an_article_that_can_only_be_read(folder: Path, picture: Callable[..., None]) -> None:
    there = held(folder / "banjir.po")
    picture("read-only", keys("n"), MIDDLE, themes=("light",))
    there.release()


def test_work_that_cannot_be_saved(picture: Callable[..., None]) -> None:
    async def steps(hands: Hands) -> None:
        reason = "out/banjir.po: another program has cut it off: 3 of 8 segments are missing."
        await hands.app.push_screen(Unsaved(2, reason, damaged=True, kept=True))

    picture("unsaved", steps, NARROW, themes=("dark",))


@pytest.mark.parametrize(("name", "pressed"), [("article", ("n",)), ("help", ("question_mark",))])
def test_the_desk_in_indonesian(
    picture: Callable[..., None], name: str, pressed: tuple[str, ...]
) -> None:
    language.use("id")
    picture(f"indonesian-{name}", keys(*pressed), MIDDLE, themes=("dark",))
