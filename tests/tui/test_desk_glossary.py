"""The glossary from the desk: adding, changing, deleting, and drafting anew what that concerns."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from deskside import Hands, article, entry, rewrite
from engine.packages import build, pack
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.widgets import Input, Static

from padanan.errors import InputError
from padanan.glossary import Concept, Flag, Glossary, GlossaryFile, PartOfSpeech
from padanan.glossary.edit import Edit
from padanan.translate import bilingual
from padanan.translate.batch import translate_all
from padanan.translate.bilingual import State, save
from padanan.translate.checks import CheckSettings
from padanan.translate.engine import load
from padanan.translate.inputs import Job
from padanan.translate.resources import Resources
from padanan.translate.result import Options as RunOptions
from padanan.translate.termbase import Termbase
from padanan.tui import termsaving
from padanan.tui.app import Desk
from padanan.tui.impact import Impact
from padanan.tui.looking import look
from padanan.tui.options import Options
from padanan.tui.picker import Picker, words
from padanan.tui.prompt import Choose
from padanan.tui.review import Review
from padanan.tui.termform import TermForm
from padanan.tui.termguess import as_entry, beginning, singular
from padanan.tui.termsaving import Cells

Drive = Callable[..., Desk]

ARTICLES = {
    "a": "rumah besar dan rumah sakit.\n\nnegara besar.\n\npresiden dan negara.\n",
    "b": "negara dan rumah.\n\npresiden besar.\n",
    "c": "presiden sakit.\n",
}
HOUSE = Concept(("rumah",), ("home",))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that translates word by word."""
    folder = tmp_path_factory.mktemp("package")
    return pack(build(folder), folder / "words.argosmodel")


def jobs(folder: Path) -> list[Job]:
    return [
        Job(folder / f"{one}.txt", f"{one}.txt", folder / "out" / f"{one}.po") for one in ARTICLES
    ]


@pytest.fixture(scope="module")
def translated(tmp_path_factory: pytest.TempPathFactory, package: Path) -> Path:
    """A folder with a glossary and three articles, translated into out/."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "terms.tsv").write_text("id\ten\nrumah\thome\n", encoding="utf-8")
    (folder / "padanan.toml").write_text(f'model = "{package}"\n', encoding="utf-8")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    resources = Resources(load(str(package)), Termbase(lambda: Glossary([HOUSE])))
    assert all(one.error is None for one in translate_all(jobs(folder), resources, RunOptions()))
    return folder


@pytest.fixture
def terms(tmp_path: Path, translated: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The glossary of such a folder, which is the current one."""
    folder = tmp_path / "desk"
    shutil.copytree(translated, folder)
    monkeypatch.chdir(folder)
    return folder / "terms.tsv"


@pytest.fixture
def desk(terms: Path, drive: Drive) -> Drive:
    """Open the article a on the segment "negara besar."."""

    def run(scenario: Callable[[Hands], object], size: tuple[int, int] = (110, 40)) -> Desk:
        async def opened(hands: Hands) -> None:
            await hands.press("down")
            await looked(hands)
            await scenario(hands)  # type: ignore[misc]

        return drive(terms.parent / "out" / "a.po", opened, size, terms)

    return run


async def looked(hands: Hands) -> None:
    """Wait until all is looked at."""
    assert hands.review.looker.wait()
    await hands.settle()


def value(hands: Hands, name: str) -> str:
    return hands.app.screen.query_one(f"#{name}", Input).value


def targets(name: str) -> dict[str, str]:
    content = bilingual.load(Path("out", f"{name}.po"))
    assert content is not None
    return {one.source: one.target for one in content.entries}


async def write(hands: Hands, name: str, text: str) -> None:
    """Write into a field of the form."""
    field = hands.app.screen.query_one(f"#{name}", Input)
    field.focus()
    field.value = text
    await hands.settle()


# Adding


def test_words_are_picked_and_become_a_concept_and_drafts_are_made_anew(
    terms: Path, desk: Drive
) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("t")
        assert isinstance(hands.app.screen, TermForm)
        await hands.press("right")
        assert value(hands, "terms") == "negara"
        await hands.press("tab", "tab", "right")
        assert value(hands, "renderings") == "country"
        await write(hands, "renderings", "state")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Impact)
        assert "3 drafts are concerned" in hands.text()
        assert "this article · presiden dan negara." in hands.text()
        assert "b · negara dan rumah." in hands.text()
        await hands.press("enter")
        assert "3 of 3 drafted anew" in hands.text()
        assert "→ State big." in hands.text() or "→ state big." in hands.text()
        await hands.press("escape")
        assert "3 segments were drafted anew." in hands.said
        assert "state" in targets("a")["negara besar."].lower()
        assert "state" in targets("b")["negara dan rumah."].lower()
        await hands.press("u")
        assert targets("a")["negara besar."] == "country big."
        assert targets("a")["presiden dan negara."] == "president and country."

    desk(scenario)
    assert GlossaryFile.load(terms).concepts == (Concept(("negara",), ("state",)), HOUSE)


def test_the_next_run_finds_nothing_to_draft(terms: Path, desk: Drive, package: Path) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("t", "right")
        await write(hands, "renderings", "state")
        await hands.press("enter", "enter", "escape")

    desk(scenario)
    resources = Resources(load(str(package)), Termbase(lambda: Glossary.load(terms)))
    jobs = [Job(Path(f"{name}.txt"), f"{name}.txt", Path("out", f"{name}.po")) for name in ARTICLES]
    assert [one.drafted for one in translate_all(jobs, resources, RunOptions())] == [0, 0, 0]


def test_words_of_a_term_become_another_rendering_of_it(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("up")
        await looked(hands)
        await hands.press("t")
        assert (value(hands, "terms"), value(hands, "renderings")) == ("", "")
        await write(hands, "terms", "rumah")
        assert "In the glossary: rumah → home" in hands.text()
        await write(hands, "renderings", "dwelling ; abode")
        await hands.press("enter")
        assert isinstance(hands.app.screen, Review | Impact)

    desk(scenario)
    (concept,) = GlossaryFile.load(terms).concepts
    assert concept.renderings == ("home", "dwelling", "abode")


@pytest.mark.usefixtures("terms")
def test_what_is_picked_is_in_its_base_form_with_the_cursor_after_it(desk: Drive) -> None:
    content = bilingual.load(Path("out", "a.po"))
    assert content is not None
    ids = {one.source: one.id for one in content.entries}
    rewrite(Path("out", "a.po"), **{ids["negara besar."]: (State.DRAFT, "big countries.")})

    async def scenario(hands: Hands) -> None:
        await hands.press("t", "right", "tab", "tab", "right", "right")
        assert value(hands, "renderings") == "country"
        assert "The base form of “countries”." in hands.text()
        await hands.press("tab", "x")
        assert value(hands, "renderings") == "countryx"
        await hands.press("ctrl+a", "y")
        assert value(hands, "renderings") == "y"
        await hands.press("escape")

    desk(scenario)


def test_a_comma_in_a_rendering_is_asked_about(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("t", "right")
        await write(hands, "renderings", "state, nation")
        await hands.press("enter")
        assert isinstance(hands.app.screen, TermForm)
        assert "Is “state, nation” one rendering?" in hands.text()
        await write(hands, "renderings", "state | nation, folk")
        await hands.press("enter")
        assert "Is “nation, folk” one rendering?" in hands.text()
        await hands.press("enter", "escape")

    desk(scenario)
    assert GlossaryFile.load(terms).concepts[0].renderings == ("state", "nation, folk")


def test_what_the_glossary_has_already_is_said_in_the_form(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("t")
        await write(hands, "terms", "rumah")
        await write(hands, "renderings", "home")
        await hands.press("enter")
        assert "The glossary has this already: nothing was changed." in hands.text()
        await hands.press("escape")

    before = terms.read_bytes()
    desk(scenario)
    assert terms.read_bytes() == before


def test_nothing_is_shown_where_nothing_is_concerned(desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("t")
        await write(hands, "terms", "gunung")
        await write(hands, "renderings", "mountain")
        await hands.press("enter")
        # The screen that looks comes after the one that asked is gone; for a moment there is none.
        for _ in range(100):
            if "No draft is concerned" in hands.said:
                break
            await hands.settle()
        assert "No draft is concerned" in hands.said
        await hands.settle()
        assert isinstance(hands.app.screen, Review)

    desk(scenario)


def test_work_that_has_the_new_term_is_not_listed(desk: Drive) -> None:
    content = bilingual.load(Path("out", "a.po"))
    assert content is not None
    ids = {one.source: one.id for one in content.entries}
    rewrite(Path("out", "a.po"), **{ids["negara besar."]: (State.APPROVED, "A big state.")})
    rewrite(Path("out", "a.po"), **{ids["rumah besar dan rumah sakit."]: (State.APPROVED, "x")})

    async def scenario(hands: Hands) -> None:
        await hands.press("t")
        await write(hands, "terms", "negara")
        await write(hands, "renderings", "state")
        await hands.press("enter")
        assert "2 drafts are concerned " in hands.text()
        assert "stay" not in hands.text()
        await hands.press("escape")

    desk(scenario)


def test_a_rendering_to_avoid(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("up")
        await looked(hands)
        await hands.press("t")
        await write(hands, "terms", "rumah")
        await write(hands, "renderings", "dwelling")
        await hands.press("tab", "left", "left", "enter")

    desk(scenario)
    (concept,) = GlossaryFile.load(terms).concepts
    assert (concept.renderings, concept.avoided) == (("home",), ("dwelling",))


def test_what_is_wrong_is_told_and_nothing_is_lost(terms: Path, desk: Drive) -> None:
    before = terms.read_bytes()

    async def scenario(hands: Hands) -> None:
        await hands.press("up")
        await looked(hands)
        await hands.press("t")
        await write(hands, "terms", "rumah")
        await write(hands, "renderings", "home")
        await hands.press("down", "right", "right", "enter")
        assert "“home” is the rendering to use." in hands.text()
        await write(hands, "renderings", " ")
        await hands.press("enter")
        assert "There is no English rendering." in hands.text()
        await write(hands, "terms", "=negara")
        await write(hands, "renderings", "state")
        await hands.press("enter")
        assert "formula" in hands.text()
        assert (value(hands, "terms"), value(hands, "renderings")) == ("=negara", "state")
        await hands.press("escape")
        assert isinstance(hands.app.screen, Review)

    desk(scenario)
    assert terms.read_bytes() == before


def test_what_one_is_writing_in_is_not_drafted_anew(desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("enter", "end")
        hands.editor.insert(" Yes")
        hands.editor.select(0, 7)
        await hands.press("ctrl+t", "right")
        assert value(hands, "renderings") == "country"
        await write(hands, "renderings", "state")
        await hands.press("enter")
        assert "the one you are writing stays as you write it" in hands.text()
        await hands.press("enter", "escape")
        assert hands.editor.text == "country big. Yes"
        assert hands.editor.has_focus
        await hands.press("escape")

    desk(scenario)
    assert targets("a")["negara besar."] == "country big. Yes"
    assert "state" in targets("a")["presiden dan negara."]


def test_without_a_glossary_of_its_own_a_desk_is_offered_one(terms: Path, drive: Drive) -> None:
    terms.unlink()

    async def scenario(hands: Hands) -> None:
        await hands.press("down", "t")
        assert isinstance(hands.app.screen, Choose)
        assert "The desk has no glossary of its own" in hands.text()
        await hands.press("down", "enter")
        assert not terms.exists()
        await hands.press("t", "enter")
        assert isinstance(hands.app.screen, TermForm)
        assert hands.app.tools.glossary_file == terms
        await hands.press("escape")

    drive(terms.parent / "out" / "a.po", scenario, (110, 40), termsaving.shipped())
    assert terms.read_bytes() == termsaving.shipped().read_bytes()


# Changing and deleting


def test_a_concept_is_changed_in_the_form(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("T")
        assert "No term of the glossary is in this segment." in hands.said
        await hands.press("up")
        await looked(hands)
        await hands.press("T")
        await write(hands, "terms", "rumah | griya")
        await write(hands, "avoided", "shack")
        await hands.press("tab", "right", "tab", "space", "enter")

    desk(scenario)
    (concept,) = GlossaryFile.load(terms).concepts
    assert concept == Concept(
        ("rumah", "griya"), ("home",), ("shack",), PartOfSpeech.NOUN, flags=frozenset({Flag.CASE})
    )


def test_deleting_is_asked_for_twice(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("up")
        await looked(hands)
        await hands.press("T", "ctrl+d")
        assert "Ctrl+D once more deletes the concept rumah." in hands.text()
        assert len(GlossaryFile.load(terms).concepts) == 1
        await hands.press("ctrl+d")
        assert "The concept was deleted." in hands.said
        assert "2 drafts are concerned" in hands.text()
        await hands.press("escape")

    desk(scenario)
    assert GlossaryFile.load(terms).concepts == ()


def test_a_concept_that_another_program_has_changed(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("up")
        await looked(hands)
        await hands.press("T")
        terms.write_text("id\ten\nrumah\tdwelling\n", encoding="utf-8")
        await write(hands, "renderings", "house")
        await hands.press("enter")
        wrong = hands.app.screen.query_one("#wrong", Static)
        assert "another program has changed “rumah” meanwhile" in str(wrong.content)
        await hands.press("escape")

    desk(scenario)
    assert GlossaryFile.load(terms).concepts == (Concept(("rumah",), ("dwelling",)),)


# Drafting anew


def test_a_glossary_that_was_changed_elsewhere(terms: Path, desk: Drive) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("R")
        assert "No draft is concerned" in hands.said
        terms.write_text("id\ten\nnegara\tstate\n", encoding="utf-8")
        save(Path("out", "bad.po"), article([]))
        Path("out", "bad.po").write_text('"X-Padanan-Article: x\\n"\nmsgid', encoding="utf-8")
        await hands.press("R")
        assert "4 drafts are concerned" in hands.text()
        assert "bad.po" in hands.text()
        await hands.press("r", "escape")

    desk(scenario)
    assert "state" in targets("b")["negara dan rumah."].lower()
    assert targets("c") == {"presiden sakit.": "president sick."}


@pytest.mark.usefixtures("terms")
def test_the_work_of_people_is_listed_and_stays(desk: Drive) -> None:
    content = bilingual.load(Path("out", "a.po"))
    assert content is not None
    ids = {one.source: one.id for one in content.entries}
    rewrite(
        Path("out", "a.po"),
        **{
            ids["negara besar."]: (State.APPROVED, "A big country."),
            ids["presiden dan negara."]: (State.DRAFT, "President and country"),
        },
    )

    async def scenario(hands: Hands) -> None:
        await hands.press("t", "right")
        await write(hands, "renderings", "state")
        await hands.press("enter")
        assert "1 draft is concerned · 2 others stay" in hands.text()
        assert "approved: it stays" in hands.text()
        assert "changed by a person: it stays" in hands.text()
        await hands.press("enter", "escape")

    desk(scenario)
    assert targets("a")["negara besar."] == "A big country."
    assert targets("a")["presiden dan negara."] == "President and country"


def test_without_an_engine_it_says_so(terms: Path, drive: Drive) -> None:
    (terms.parent / "padanan.toml").write_text('model = "not-there"\n', encoding="utf-8")
    terms.write_text("id\ten\nnegara\tstate\n", encoding="utf-8")

    async def scenario(hands: Hands) -> None:
        await hands.press("enter", "R", "enter")
        assert "not-there" in hands.text()
        await hands.press("escape")

    drive(terms.parent / "out", scenario, (110, 40), terms)
    assert targets("a")["negara besar."] == "country big."


@pytest.mark.parametrize("width", [60, 160])
def test_hostile_text_is_shown_as_it_is(tmp_path: Path, drive: Drive, width: int) -> None:
    terms = tmp_path / "terms.tsv"
    terms.write_text("id\ten\nsungai\triver\n", encoding="utf-8")
    source = "[red]Sungai[/red] \x1b[31m\u202emeluap \U0001f30a " + "panjang " * 1_250
    save(tmp_path / "x.po", article([entry("a1", source, "[bold]River \x1b[2J\u200bfloods.")]))

    async def scenario(hands: Hands) -> None:
        await looked(hands)
        await hands.press("t", "right", "shift+right", "enter")
        assert "␛[31m" in hands.text()
        assert "\x1b" not in hands.text()
        await hands.press("escape", "escape", "T", "escape")

    drive(tmp_path / "x.po", scenario, (width, 24), terms)


# Choosing words


class Alone(App[None]):
    """An app with one widget."""

    def __init__(self, widget: Picker | Options) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget
        yield Static()


def press(widget: Picker | Options, *keys: str) -> None:
    async def session() -> None:
        async with Alone(widget).run_test() as pilot:
            widget.focus()
            await pilot.press(*keys)

    asyncio.run(session())


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([], ""),
        (["right"], "Kementerian"),
        (["left"], "siang"),
        (["right", "right"], "Luar"),
        (["right", "shift+right", "shift+right"], "Kementerian Luar Negeri"),
        (["right", "shift+right", "shift+left"], "Kementerian"),
        (["right", "space", "right", "space", "right"], "Negeri"),
        (["end"], "siang"),
        (["space", "end"], "Kementerian Luar Negeri (Kemlu) bicara tadi siang"),
        (["end", "home", "left"], "Kementerian"),
        (["shift+right"], "Kementerian"),
    ],
)
def test_picking_words(keys: list[str], chosen: str) -> None:
    picker = Picker("Kementerian Luar Negeri (Kemlu) bicara tadi siang.")
    press(picker, *keys)
    assert picker.words == chosen


def test_a_text_without_words() -> None:
    picker = Picker("... !")
    press(picker, "right", "space", "end", "shift+right")
    assert picker.words == ""


@given(st.text())
def test_words_do_not_overlap(text: str) -> None:
    found = words(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_options() -> None:
    options = Options([("a", "A"), ("b", "B"), ("c", "C")], ["b"])
    press(options, "right", "right")
    assert options.value == "a"
    several = Options([("a", "A"), ("b", "B")], ["b"], several=True)
    press(several, "space", "left", "space")
    assert several.values == {"a"}


# What is meant


@pytest.mark.parametrize(
    ("source", "target", "term", "rendering"),
    [
        ("Menlu Ani Sari tiba.", "Minister Ani Sari arrives.", "", ""),
        ("Menurut Suharto, air naik.", "According to Suharto, it rose.", "", ""),
        ("Warga melihat sungai.", "People saw the river.", "", ""),
        ("Warga tidur.", "People sleep.", "", ""),
        (
            "Ia ke Badan Siber Negara.",
            "He went to the Cyber Agency.",
            "Badan Siber Negara",
            "Cyber Agency",
        ),
    ],
)
def test_what_a_person_most_likely_means(
    source: str, target: str, term: str, rendering: str
) -> None:
    river = Concept(("sungai",), ("river",))
    glossary = Glossary([river, Concept(("menlu",), ("minister",))])
    seen = look(entry("a", source, target), target, glossary, CheckSettings())
    cells = beginning(source, target, seen, "").cells
    assert (cells.terms, cells.renderings) == (term, rendering)


def test_words_that_are_selected_are_the_rendering() -> None:
    begun = beginning("Warga mengungsi.", "Residents fled to rubber boats.", None, "rubber boats")
    assert (begun.cells.terms, begun.cells.renderings) == ("", "rubber boats")


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("inflatable boats", "inflatable boat"),
        ("children", "child"),
        ("peace talks", "peace talks"),
        ("armed forces", "armed forces"),
        ("news", "news"),
        ("United Nations", "United Nations"),
        ("boat", "boat"),
        ("", ""),
    ],
)
def test_the_base_form_of_words(words: str, base: str) -> None:
    assert singular(words) == base


def test_the_capital_of_a_sentence_is_not_the_terms() -> None:
    assert as_entry("Sungai meluap.", (0, 6)) == "sungai"
    assert as_entry("NATO rapat.", (0, 4)) == "NATO"
    assert as_entry("Air. Sungai meluap.", (5, 11)) == "sungai"
    assert as_entry("Kota Bandung.", (5, 12)) == "Bandung"


# The file


def test_a_rendering_goes_to_the_concept_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("id\ten\nrumah\tdwelling\n", encoding="utf-8")
    done = termsaving.render(path, HOUSE, Edit(also=("house",)))
    assert done.after == Concept(("rumah",), ("dwelling", "house"))
    path.write_text("id\ten\n", encoding="utf-8")
    with pytest.raises(InputError, match="another program has changed"):
        termsaving.render(path, HOUSE, Edit(also=("house",)))
    with pytest.raises(InputError, match="another program has changed"):
        termsaving.delete(path, HOUSE)


def test_what_the_form_says_of_a_concept_comes_back() -> None:
    concept = Concept(
        ("AS", "Amerika Serikat"),
        ("United States", "US"),
        ("America",),
        PartOfSpeech.NAME,
        "places",
        frozenset({Flag.CASE, Flag.EXACT}),
        "Not as.",
    )
    assert Cells.of(concept).concept() == concept
    assert Cells.of(replace(concept, pos=None)).concept() == replace(concept, pos=None)


def test_a_glossary_that_becomes_what_it_was_is_held_again(
    terms: Path, desk: Drive, package: Path
) -> None:
    def run() -> int:
        glossary = Glossary.load(terms)
        resources = Resources(
            load(str(package)), Termbase(lambda: glossary, terms.read_text(encoding="utf-8"))
        )
        return sum(
            one.drafted for one in translate_all(jobs(terms.parent), resources, RunOptions())
        )

    async def scenario(hands: Hands) -> None:
        await hands.press("t", "right")
        await write(hands, "renderings", "state")
        await hands.press("enter", "enter", "escape")

    before = terms.read_bytes()
    # The bilingual files say which glossary they were made with once they are written for more.
    content = bilingual.load(Path("out", "a.po"))
    assert content is not None
    save(Path("out", "a.po"), replace(content, glossary=before.decode()))
    desk(scenario)
    terms.write_bytes(before)
    run()
    assert targets("a")["negara besar."] == "country big."
