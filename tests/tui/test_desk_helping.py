"""Taking from the panel, the concordance and the glossary into a segment of the desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from aidside import TERMS
from deskside import Hands, article, entry, states

from padanan.translate.bilingual import State, save
from padanan.tui.app import Desk
from padanan.tui.review import Review

Drive = Callable[..., Desk]

ENTRIES = (
    entry("a1", "Sekutu bertemu.", "They met.", state=State.APPROVED),
    entry("a2", "Jaminan keamanan gagal.", "The sekutu failed."),
    entry("a3", "Bertemu sekutu itu.", ""),
    entry("a4", "Para sekutu pergi.", "The sekutu left."),
)


@pytest.fixture
def desk(tmp_path: Path, drive: Drive) -> Callable[[Callable[[Hands], object]], Path]:
    """Work in an article whose bilingual file is given back."""
    terms = tmp_path / "terms.tsv"
    terms.write_text(TERMS, encoding="utf-8")
    path = tmp_path / "out" / "x.po"
    path.parent.mkdir()
    save(path, article(ENTRIES))

    def run(scenario: Callable[[Hands], object]) -> Path:
        async def opened(hands: Hands) -> None:
            hands.review.go("a1")
            assert hands.review.looker.wait()
            await hands.settle()
            await scenario(hands)  # type: ignore[misc]

        drive(path, opened, (110, 40), terms)
        return path

    return run


def test_what_has_no_certain_place_is_not_put_anywhere(desk: Callable[..., Path]) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("1")
        assert "Put the cursor where “Ally” belongs, then take it again." in hands.said
        assert hands.editor.text == "They met."
        await hands.press("home", *["ctrl+right"], "ctrl+r")
        assert hands.editor.text == "They ally met."
        await hands.press("escape")

    assert states(desk(scenario))["a1"] == (State.DRAFT, "They ally met.")


def test_the_place_of_an_untranslated_term_is_certain(desk: Callable[..., Path]) -> None:
    async def scenario(hands: Hands) -> None:
        hands.review.go("a4")
        await hands.settle()
        await hands.press("1")
        assert not hands.review.editing

    assert states(desk(scenario))["a4"] == (State.DRAFT, "The allies left.")


def test_enter_in_the_concordance_writes_nothing(desk: Callable[..., Path]) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("f7", *"failed")
        await hands.press("enter")
        if not isinstance(hands.app.screen, Review):
            await hands.press("enter")
        assert hands.current == "a2"
        assert not hands.review.editing

    before = {one.id: (one.state, one.target) for one in ENTRIES}
    assert states(desk(scenario)) == before


def test_what_is_taken_without_a_cursor_is_to_be_pasted(desk: Callable[..., Path]) -> None:
    async def scenario(hands: Hands) -> None:
        await hands.press("f9", "ctrl+a", *"allies", "enter", "ctrl+r")
        assert "Put the cursor where “ally” belongs, then Ctrl+V." in hands.said
        assert hands.editor.text == "They met."
        await hands.press("home", "ctrl+v")
        assert hands.editor.text.startswith("ally")
        await hands.press("escape")
        hands.review.go("a3")
        await hands.settle()
        await hands.press("f7", *"failed", "enter", "ctrl+r")
        assert hands.editor.text == "The sekutu failed."
        await hands.press("escape")

    assert states(desk(scenario))["a3"] == (State.DRAFT, "The sekutu failed.")
