"""Every action of the registry, by every one of its keys, in every place it can be asked for."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from deskside import Hands, article, entry, rewrite, states
from engine.packages import build, pack
from textual.command import CommandPalette
from textual.widgets import Input

from padanan.desk import Desk as Settings
from padanan.glossary import GlossaryFile
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State, fingerprint, load, save
from padanan.translate.memory import Memory, Unit
from padanan.tui import looker
from padanan.tui.actions import Action, Place, Section
from padanan.tui.aids import finder, panel
from padanan.tui.aids.body import Body
from padanan.tui.aids.item import Aid, Taking
from padanan.tui.app import Desk
from padanan.tui.browse import Browse
from padanan.tui.concordance import Concordance
from padanan.tui.help import Help
from padanan.tui.impact import Impact
from padanan.tui.keymap import Keys
from padanan.tui.lookup import Lookup
from padanan.tui.prompt import Choose, Line, Note
from padanan.tui.registry import ACTIONS, BY_ID, places
from padanan.tui.review import Review
from padanan.tui.sorting import Sorting
from padanan.tui.splitting import Split
from padanan.tui.termform import TermForm
from padanan.tui.tools import Tools

RENDERINGS = ("home", "dwelling", "abode", "residence", "cottage", "cabin", "lodge", "villa", "hut")

TERMS = f"""\
id\ten\tavoid\tpos
rumah\t{"|".join(RENDERINGS)}\thouse\tnoun
presiden\tpresident\t\tnoun
"""

ENTRIES = (
    entry("a1", "rumah besar.", "house big.", kind=BlockKind.HEADLINE, line=1),
    entry("a2", "presiden sakit.", "president sick.", line=2, state=State.APPROVED),
    entry("skip-1", "loading...", kind=BlockKind.FURNITURE, line=3, state=State.SKIPPED),
    replace(
        entry("a3", "negara besar, dan negara sakit.", "The country, and the sick one.", line=4),
        machine="country big, and country sick.",
        fingerprint=fingerprint("country big, and country sick."),
    ),
    entry("a4", "presiden dan negara.", "president and country.", line=4, confidence=0.05),
    entry("a5", "rumah sakit.", line=5),
    entry("a6", "presiden besar.", "president president big.", line=6),
    entry("a7", "Hujan.", "Rain.", line=7),
)
OTHER = (entry("b1", "negara sakit.", "country sick.", line=1),)


@dataclass
class Trial:
    """A key that is tried, on a desk as it was when it was opened.

    Attributes:
        hands: The person at the desk.
        folder: The folder of the desk's articles.
        place: Where the key is pressed.
        key: The key.
    """

    hands: Hands
    folder: Path
    place: Place
    key: str

    @property
    def path(self) -> Path:
        """The bilingual file of the article that is open."""
        return self.folder / "berita.po"

    @property
    def review(self) -> Review:
        """The screen of the article."""
        return self.hands.review

    @property
    def typing(self) -> bool:
        """Whether the key is pressed in the editor."""
        return self.place is Place.EDITOR

    async def press(self, at: str | None = None) -> None:
        """Press the key, on the segment `at` if one is named, in the place it is tried in."""
        if at is not None:
            await self.go(at)
        if self.typing and not self.review.editing:
            await self.hands.press("enter")
        await self.hands.press(self.key)

    async def go(self, id_: str) -> None:
        """Put the cursor on a segment."""
        assert self.review.go(id_)
        await self.looked()

    async def looked(self) -> None:
        """Wait until the article is looked at."""
        assert self.review.looker.wait()
        await self.hands.settle()

    def entry(self, id_: str) -> Entry:
        """An entry as its file has it."""
        content = load(self.path)
        assert content is not None
        return next(one for one in content.entries if one.id == id_)

    def state(self, id_: str) -> tuple[State, str]:
        """State and target of an entry, as its file has them."""
        return states(self.path)[id_]

    async def answer(self, screen: type[object], *keys: str, typed: str = "") -> None:
        """See that a dialogue is open, write in it, and press keys."""
        assert isinstance(self.hands.app.screen, screen), self.hands.app.screen
        await self.hands.type(typed)
        await self.hands.press(*keys)

    async def ask(self, line: str) -> None:
        """See that a line is asked for, and give it."""
        assert isinstance(self.hands.app.screen, Line)
        self.hands.app.screen.query_one(Input).value = line
        await self.hands.press("enter")

    async def found(self) -> None:
        """Wait until what is looked for is found."""
        body = self.hands.app.screen.query_one(Body)
        await self.until(lambda: body.item(None) is not None)

    async def until(self, found: Callable[[], object]) -> None:
        """Wait for what a worker finds out."""
        for _ in range(500):
            if found():
                return
            await self.hands.pilot.pause(0.01)
            await self.hands.settle()
        raise AssertionError(self.hands.text())


Scenario = Callable[[Trial], Awaitable[None]]


def untouched(folder: Path) -> bool:
    """Whether nothing of the article was changed."""
    content = load(folder / "berita.po")
    return content is not None and content.entries == ENTRIES


# Reviewing


async def approve(trial: Trial) -> None:
    await trial.press("a4")
    assert trial.state("a4") == (State.APPROVED, "president and country.")
    assert trial.hands.current == "a5"
    assert trial.review.editing is trial.typing


async def following(trial: Trial) -> None:
    before = trial.path.read_bytes()
    await trial.press()
    assert trial.hands.current == "a3"
    assert trial.path.read_bytes() == before


async def previous(trial: Trial) -> None:
    await trial.press("a4")
    assert trial.hands.current == "a3"
    assert trial.review.editing is trial.typing


async def draft(trial: Trial) -> None:
    await trial.press("a2")
    assert trial.state("a2") == (State.DRAFT, "president sick.")


async def undo(trial: Trial) -> None:
    await trial.go("a4")
    await trial.hands.press("a")
    assert not untouched(trial.folder)
    await trial.press()
    assert untouched(trial.folder)
    assert trial.hands.current == "a4"


async def redo(trial: Trial) -> None:
    await trial.go("a4")
    await trial.hands.press("a", "u")
    await trial.press()
    assert trial.state("a4")[0] is State.APPROVED


async def comment(trial: Trial) -> None:
    await trial.press()
    await trial.answer(Note, "ctrl+s", typed="ok")
    assert trial.entry("a1").comment == "ok"
    assert "ok" in trial.hands.text()


async def silence(trial: Trial) -> None:
    await trial.go("a6")
    assert trial.review.looked is not None
    check = trial.review.looked.findings[0].check
    await trial.press()
    await trial.answer(Choose, "enter")
    assert trial.entry("a6").flags == (f"ignore-{check}",)
    await trial.looked()
    assert trial.review.looked is not None
    assert check not in {one.check for one in trial.review.looked.findings}


# Editing


async def edit(trial: Trial) -> None:
    await trial.press()
    assert trial.hands.editor.text == "house big."
    assert trial.hands.editor.has_focus


async def close(trial: Trial) -> None:
    await trial.hands.press("enter", "X")
    await trial.press()
    assert not trial.review.editing
    assert trial.state("a1") == (State.DRAFT, "house big.X")


async def machine(trial: Trial) -> None:
    await trial.press("a3")
    assert trial.review.text == "country big, and country sick."
    if not trial.typing:
        assert trial.state("a3") == (State.DRAFT, "country big, and country sick.")


async def source(trial: Trial) -> None:
    await trial.press("a5")
    assert trial.review.text == "rumah sakit."
    assert trial.review.editing is trial.typing


async def split(trial: Trial) -> None:
    await trial.press("a3")
    await trial.answer(Split, "enter")
    content = load(trial.path)
    assert content is not None
    sources = [one.source for one in content.entries]
    assert sources[3:5] == ["negara besar,", "dan negara sakit."]


async def join(trial: Trial) -> None:
    await trial.press("a3")
    content = load(trial.path)
    assert content is not None
    assert content.entries[3].source == "negara besar, dan negara sakit. presiden dan negara."
    assert len(content.entries) == len(ENTRIES) - 1


async def join_previous(trial: Trial) -> None:
    await trial.press("a4")
    content = load(trial.path)
    assert content is not None
    assert content.entries[3].target == "The country, and the sick one. president and country."


# Help at hand


def page(aid: Aid, said: str) -> Scenario:
    async def shown(trial: Trial) -> None:
        await trial.hands.press("f6" if aid is not Aid.ORIGIN else "f5")
        assert trial.review.aids.aid is not aid
        await trial.press("a1")
        assert trial.review.aids.aid is aid
        await trial.until(lambda: said in trial.hands.text())

    return shown


async def hide(trial: Trial) -> None:
    assert trial.review.aids.display
    await trial.press()
    assert not trial.review.aids.display
    await trial.press()
    assert trial.review.aids.display


async def take(trial: Trial) -> None:
    await trial.press("a1")
    assert trial.review.text == "Home big."
    assert trial.typing or trial.state("a1") == (State.DRAFT, "Home big.")


def take_line(line: int) -> Scenario:
    async def taken(trial: Trial) -> None:
        await trial.press("a1")
        assert trial.review.text == f"{RENDERINGS[line - 1].capitalize()} big."
        assert trial.typing or trial.state("a1")[1] == f"{RENDERINGS[line - 1].capitalize()} big."

    return taken


def marked(trial: Trial) -> str:
    act = trial.review.aids.act()
    assert isinstance(act, Taking)
    return act.text.casefold()


async def panel_down(trial: Trial) -> None:
    await trial.press("a1")
    assert marked(trial) == "dwelling"


async def panel_up(trial: Trial) -> None:
    await trial.hands.press("alt+down", "alt+down")
    await trial.press("a1")
    assert marked(trial) == "dwelling"


async def complete(trial: Trial) -> None:
    await trial.go("a5")
    await trial.hands.press("enter")
    await trial.hands.type("home ")
    await trial.press()
    await trial.until(lambda: trial.hands.editor.text != "home ")
    assert trial.review.text == "home sick."
    assert trial.review.aids.aid is Aid.ALTERNATIVES


async def concordance(trial: Trial) -> None:
    await trial.press("a5")
    await trial.answer(Concordance, typed="besar itu")
    await trial.found()
    await trial.hands.press("ctrl+r")
    assert trial.review.text == "That big house."


# The glossary


async def lookup(trial: Trial) -> None:
    await trial.press("a5")
    await trial.answer(Lookup, typed="presiden")
    await trial.found()
    await trial.hands.press("ctrl+r")
    assert trial.review.text == "president"


def concepts(trial: Trial) -> dict[str, tuple[str, ...]]:
    path = trial.hands.app.tools.glossary_file
    assert path is not None
    return {one.terms[0]: one.renderings for one in GlossaryFile.load(path).concepts}


async def add_term(trial: Trial) -> None:
    await trial.press("a7")
    await trial.answer(TermForm)
    for name, text in (("terms", "hujan"), ("renderings", "rain")):
        trial.hands.app.screen.query_one(f"#{name}", Input).value = text
    await trial.hands.press("ctrl+s")
    assert concepts(trial)["hujan"] == ("rain",)


async def edit_term(trial: Trial) -> None:
    await trial.press("a6")
    await trial.answer(TermForm)
    trial.hands.app.screen.query_one("#renderings", Input).value = "head of state"
    await trial.hands.press("ctrl+s")
    assert concepts(trial)["presiden"] == ("head of state",)


async def redraft(trial: Trial) -> None:
    await trial.press("a1")
    await trial.answer(Impact)
    await trial.until(lambda: "Enter" in trial.hands.text())
    await trial.hands.press("enter")
    await trial.until(lambda: "drafted anew" in trial.hands.text())
    await trial.hands.press("escape")
    assert trial.state("a1") == (State.DRAFT, "home big.")


# Finding the way


def goes(to: str, start: str = "a1", searched: str = "") -> Scenario:
    """The scenario of an action that goes from one segment to another and changes nothing."""

    async def gone(trial: Trial) -> None:
        content = trial.path.read_bytes()
        if searched:
            await trial.hands.press("slash")
            await trial.ask(searched)
        await trial.press(start)
        assert trial.hands.current == to
        assert trial.path.read_bytes() == content

    return gone


async def search(trial: Trial) -> None:
    await trial.press("a1")
    await trial.ask("target:sick")
    assert trial.hands.current == "a2"


async def narrow(trial: Trial) -> None:
    await trial.press()
    await trial.ask("is:approved")
    assert [trial.review.work.entries[place].id for place in trial.review.shown()] == ["a2"]
    assert "filter: is:approved" in trial.hands.text().splitlines()[0]


async def to_number(trial: Trial) -> None:
    await trial.press()
    await trial.ask("4")
    assert trial.hands.current == "a4"


async def order(trial: Trial) -> None:
    plain = trial.review.shown()
    await trial.press()
    assert trial.review.shown() != plain
    assert "by risk" in trial.hands.text().splitlines()[0]
    await trial.press()
    assert trial.review.shown() == plain


async def furniture(trial: Trial) -> None:
    assert "loading..." not in trial.hands.text()
    await trial.press()
    assert "loading..." in trial.hands.text()


async def back(trial: Trial) -> None:
    await trial.hands.press("o")
    await trial.press()
    assert not trial.review.by_risk
    await trial.press()
    assert isinstance(trial.hands.app.screen, Browse)


# The list of articles


async def open_(trial: Trial) -> None:
    await trial.press()
    assert trial.review.work.snapshot.path.name == "berita.po"


def listed(trial: Trial) -> list[str]:
    names = ("berita", "kedua")
    lines = trial.hands.text().splitlines()
    return [name for line in lines for name in names if f" {name} " in line[:12]]


async def sort(trial: Trial) -> None:
    assert listed(trial) == ["berita", "kedua"]
    await trial.press()
    await trial.answer(Sorting, "1")
    assert listed(trial) == ["kedua", "berita"]
    await trial.press()
    await trial.answer(Sorting, "1")


async def filter_articles(trial: Trial) -> None:
    await trial.press()
    await trial.hands.type("kedua")
    assert listed(trial) == ["kedua"]


async def read(trial: Trial) -> None:
    assert "1/7" in trial.hands.text()
    rewrite(trial.path, a1=(State.APPROVED, "house big."))
    await trial.press()
    assert "2/7" in trial.hands.text()


async def leave_filter(trial: Trial) -> None:
    await trial.hands.press("slash")
    await trial.hands.type("kedua")
    await trial.hands.press("enter", "escape")
    assert listed(trial) == ["kedua"]
    await trial.press()
    assert listed(trial) == ["berita", "kedua"]


# The desk


async def export(trial: Trial) -> None:
    await trial.press()
    if trial.place is Place.ARTICLES:
        assert "Open an article" in trial.hands.said
        return
    await trial.answer(Choose, "enter")
    await trial.answer(Choose, "enter")
    made = trial.folder / "made" / "berita.txt"
    await trial.ask(str(made))
    assert "Exported to" in trial.hands.said
    assert "house big." in made.read_text(encoding="utf-8")


async def theme(trial: Trial) -> None:
    assert trial.hands.app.theme == "padanan-dark"
    await trial.press()
    await trial.answer(Choose, "down", "enter")
    assert trial.hands.app.theme == "padanan-light"


async def palette(trial: Trial) -> None:
    await trial.press()
    await trial.answer(CommandPalette, "down", "enter", typed="show all keys")
    await trial.until(lambda: isinstance(trial.hands.app.screen, Help))


async def help_(trial: Trial) -> None:
    await trial.press()
    await trial.answer(Help, "escape")
    assert isinstance(trial.hands.app.screen, Review | Browse)


async def quit_(trial: Trial) -> None:
    if trial.typing:
        await trial.hands.press("enter", "X")
    await trial.press()
    assert trial.hands.app._exit
    assert trial.state("a1") == (State.DRAFT, "house big.X" if trial.typing else "house big.")


SCENARIOS: dict[str, Scenario] = {
    "approve": approve,
    "next": following,
    "previous": previous,
    "draft": draft,
    "undo": undo,
    "redo": redo,
    "comment": comment,
    "silence": silence,
    "edit": edit,
    "close": close,
    "machine": machine,
    "source": source,
    "split": split,
    "join": join,
    "join-previous": join_previous,
    "terms": page(Aid.TERMS, "dwelling"),
    "memory": page(Aid.MEMORY, "That big house."),
    "alternatives": page(Aid.ALTERNATIVES, "as it is now"),
    "findings": page(Aid.FINDINGS, "house"),
    "origin": page(Aid.ORIGIN, "model"),
    "panel": hide,
    "take": take,
    **{f"take-{line}": take_line(line) for line in range(1, 10)},
    "panel-down": panel_down,
    "panel-up": panel_up,
    "complete": complete,
    "concordance": concordance,
    "lookup": lookup,
    "add-term": add_term,
    "edit-term": edit_term,
    "redraft": redraft,
    "down": goes("a2"),
    "up": goes("a6", "a7"),
    "page-down": goes("a7", "a2"),
    "page-up": goes("a1", "a6"),
    "first": goes("a1", "a6"),
    "last": goes("a7", "a2"),
    "next-finding": goes("a6", "a5"),
    "previous-finding": goes("a1", "a2"),
    "next-doubtful": goes("a4", "a1"),
    "previous-doubtful": goes("a4", "a5"),
    "next-term": goes("a5", "a1"),
    "previous-term": goes("a1", "a5"),
    "search": search,
    "next-hit": goes("a3", "a2", searched="negara"),
    "previous-hit": goes("a4", "a6", searched="negara"),
    "filter": narrow,
    "number": to_number,
    "order": order,
    "furniture": furniture,
    "back": back,
    "open": open_,
    "sort": sort,
    "filter-articles": filter_articles,
    "read": read,
    "leave-filter": leave_filter,
    "export": export,
    "theme": theme,
    "palette": palette,
    "help": help_,
    "quit": quit_,
}
"""What shows that an action does what it says, by its id."""


def test_there_is_a_scenario_for_each_action() -> None:
    assert set(SCENARIOS) == set(BY_ID)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that translates word by word."""
    folder = tmp_path_factory.mktemp("package")
    return pack(build(folder), folder / "words.argosmodel")


def lay_out(folder: Path) -> None:
    """Write the articles and the glossary as they are before each key is tried."""
    save(folder / "berita.po", article(ENTRIES))
    save(folder / "kedua.po", article(OTHER, "kedua.txt"))
    glossary = folder / "terms.tsv"
    if not glossary.exists() or glossary.read_text(encoding="utf-8") != TERMS:
        glossary.write_text(TERMS, encoding="utf-8")


def as_it_was(hands: Hands, folder: Path) -> bool:
    """Whether the article that is open shows nothing of what was tried before."""
    screen = hands.app.screen
    return (
        isinstance(screen, Review)
        and untouched(folder)
        and not (screen.editing or screen.work.pending or screen.filtered or screen.by_risk)
        and not screen.segments.unfolded
        and screen.aids.aid is Aid.TERMS
    )


async def afresh(hands: Hands, folder: Path, place: Place) -> None:
    """Put everything back, and open the article where a key in it is to be tried."""
    desk = hands.app
    desk.theme = "padanan-dark"
    if isinstance(desk.screen, Review):
        if desk.screen.editing:
            await hands.press("escape")
        if not untouched(folder):
            await hands.press("u")
    if place is not Place.ARTICLES and as_it_was(hands, folder):
        hands.review.searched = ""
        for id_ in ("a7", "a1"):  # what was marked in the panel is forgotten
            hands.review.go(id_)
            await hands.settle()
        return
    while not isinstance(desk.screen, Browse):
        if isinstance(desk.screen, Review):
            desk.screen.save_now()
            desk.screen.close()
        await desk.pop_screen()
    lay_out(folder)
    desk.tools.renew_glossary()
    desk.clear_notifications()
    if place is Place.ARTICLES:
        await hands.press("escape", "r")
    else:
        desk.places.set(folder / "berita.po", "a1")
        await hands.press("enter")
        assert hands.review.looker.wait()
        await hands.settle()
        assert hands.current == "a1"


def tries(action: Action) -> list[tuple[Place, str]]:
    """The places and keys of an action."""
    return [(place, key) for place in places(action) for key in Keys().of(action, place)]


def session(folder: Path, package: Path, trials: Iterable[tuple[Action, Place, str]]) -> None:
    """Try keys one after the other at one desk."""

    async def run() -> None:
        settings = Settings(memory=folder / "memory.sqlite", model=str(package))
        desk = Desk(folder, Tools(settings, folder / "terms.tsv", folder))
        async with desk.run_test(size=(90, 24)) as pilot:
            hands = Hands(desk, pilot)
            await hands.settle()
            for action, place, key in trials:
                await afresh(hands, folder, place)
                try:
                    await SCENARIOS[action.id](Trial(hands, folder, place, key))
                except Exception as error:
                    error.add_note(f"{key} for {action.id} in {place}")
                    raise

    asyncio.run(run())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk: two articles, a glossary, a memory."""
    monkeypatch.setattr(panel, "REST", 0.001)
    monkeypatch.setattr(finder, "REST", 0.001)
    monkeypatch.setattr(looker, "_PAUSE", 0.001)
    folder = tmp_path / "out"
    folder.mkdir()
    lay_out(folder)
    with Memory.open(folder / "memory.sqlite") as memory:
        memory.store([Unit("rumah besar itu.", "That big house.")])
    return folder


@pytest.mark.parametrize("section", Section)
def test_each_key_does_what_its_action_says(section: Section, folder: Path, package: Path) -> None:
    actions = [one for one in ACTIONS if one.section is section and one.id != "quit"]
    session(folder, package, [(one, *where) for one in actions for where in tries(one)])


@pytest.mark.parametrize(("place", "key"), tries(BY_ID["quit"]))
def test_each_key_that_quits(place: Place, key: str, folder: Path, package: Path) -> None:
    session(folder, package, [(BY_ID["quit"], place, key)])
