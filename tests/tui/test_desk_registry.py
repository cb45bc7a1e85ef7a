"""The registry of actions, and the keys a desk makes of it."""

from typing import Any

import pytest
from rich.console import Console
from textual._xterm_parser import XTermParser
from textual.events import Key

from padanan.errors import InputError
from padanan.tui.actions import Place, Section
from padanan.tui.deeds.all import DEEDS
from padanan.tui.editor import Editor
from padanan.tui.help import Help
from padanan.tui.keymap import Keys, shown
from padanan.tui.registry import ACTIONS, BY_ID, WRITING, bindings, in_place, places
from padanan.tui.terminal import read_alt
from running import ROOT


def test_each_action_has_a_deed_and_each_deed_an_action() -> None:
    of_articles = {one.id for one in ACTIONS if places(one) == (Place.ARTICLES,)}
    assert set(DEEDS) == set(BY_ID) - of_articles
    assert len(BY_ID) == len(ACTIONS)


def test_each_action_can_be_asked_for_and_says_what_it_does() -> None:
    for action in ACTIONS:
        assert action.label
        assert action.sentence.endswith(".")
        assert any(in_place(action, place) for place in Place), action.id


@pytest.mark.parametrize("place", Place)
def test_bindings(place: Place) -> None:
    made = bindings(place)
    assert {one.id for one in made} == {
        f"{place}.{one.id}" for one in ACTIONS if place in places(one)
    }
    taken = [key for one in made for key in one.key.split(",") if key != "f24"]
    assert len(taken) == len(set(taken))


def test_in_the_editor_no_key_is_text() -> None:
    for action in ACTIONS:
        for key in in_place(action, Place.EDITOR).split(","):
            assert "+" in key or len(key) != 1


@pytest.mark.parametrize(
    ("table", "place", "action", "keys"),
    [
        ({"list": {"approve": "f12, A"}}, Place.LIST, "approve", ["f12", "A"]),
        ({"list": {"approve": ["Ctrl+E"]}}, Place.LIST, "approve", ["ctrl+e"]),
        ({"editor": {"complete": "ctrl+space"}}, Place.EDITOR, "complete", ["ctrl+space"]),
        ({"editor": {"alternatives": "alt+/"}}, Place.EDITOR, "alternatives", ["alt+slash"]),
        ({"list": {"join": "+, Esc"}, "editor": {}}, Place.LIST, "join", ["plus", "escape"]),
        ({"list": {"order": ""}}, Place.LIST, "order", []),
        ({"articles": {"sort": "PageUp"}}, Place.ARTICLES, "sort", ["pageup"]),
    ],
)
def test_keys_are_what_the_settings_say(
    table: dict[str, Any], place: Place, action: str, keys: list[str]
) -> None:
    if keys == ["plus", "escape"]:
        table["list"]["back"] = "f11"
    assert Keys(table).of(BY_ID[action], place) == keys


@pytest.mark.parametrize(
    ("table", "part"),
    [
        ({"list": {"aprove": "a"}}, "Did you mean approve?"),
        ({"lists": {"approve": "a"}}, "[keys.list], [keys.editor], [keys.articles]"),
        ({"approve": "a"}, "[keys.list]"),
        ({"list": {"approve": 3}}, "is keys in quotes"),
        ({"list": {"approve": "ctl+s"}}, "there is no key 'ctl+s'"),
        ({"list": {"approve": "f99"}}, "there is no key 'f99'"),
        ({"list": {"approve": "ctrl+"}}, "there is no key 'ctrl+'"),
        ({"editor": {"approve": "a"}}, "in the editor 'a' is text"),
        ({"list": {"approve": "n"}}, "n is for both approve and next"),
    ],
)
def test_what_cannot_be_is_told(table: dict[str, Any], part: str) -> None:
    with pytest.raises(InputError) as caught:
        Keys(table, "desk/padanan.toml")
    assert caught.value.message.startswith("desk/padanan.toml: keys")
    assert part in caught.value.message


def test_keys_as_people_write_them() -> None:
    keys = ("ctrl+s", "a", "A", "question_mark", "f1", "escape", "alt+1", "shift+down", "space")
    assert [shown(key) for key in keys] == [
        "Ctrl+S",
        "a",
        "A",
        "?",
        "F1",
        "Esc",
        "Alt+1",
        "Shift+↓",
        "Space",
    ]


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b1", ["alt+1"]),
        ("\x1b9", ["alt+9"]),
        ("\x1bp", ["alt+p"]),
        ("\x1bpxyz", ["alt+p", "x", "y", "z"]),
        ("\x1bg4\r", ["escape", "g", "4", "enter"]),
        ("\x1b/a", ["escape", "slash", "a"]),
        ("\x1b[A\x1bOP", ["up", "f1"]),
        ("\x1b[1;3B", ["alt+down"]),
        ("£", ["pound_sign"]),
    ],
)
def test_alt_and_a_key_however_quickly_others_follow(sent: str, keys: list[str]) -> None:
    read_alt(Keys().all())
    assert [one.key for one in XTermParser().feed(sent) if isinstance(one, Key)] == keys


def test_the_editor_has_the_keys_for_writing_and_no_action_takes_them() -> None:
    has = set(Editor()._bindings.key_to_bindings)
    taken = {key for action in ACTIONS for key in Keys().of(action, Place.EDITOR)}
    for writing in WRITING:
        assert writing.sentence.endswith(".")
        for key in writing.keys:
            assert key == "shift" or (key in has and key not in taken), key


def test_the_help_tells_the_keys_for_writing_but_for_those_an_action_has_taken() -> None:
    def told(keys: Keys) -> str:
        return "".join(one.text for one in Console(width=96).render(Help(keys, {}).page()))

    assert "Ctrl+Home Ctrl+End" in told(Keys())
    assert "Delete all before the cursor" in told(Keys())
    assert "Delete all before the cursor" not in told(Keys({"editor": {"next": "ctrl+u"}}))


KEYS_PAGE = ROOT / "docs" / "keys.md"


def keys_page() -> str:
    """docs/keys.md: all actions with their keys, from the registry."""
    lines = [
        "# The keys of the desk",
        "",
        "Made from the registry of actions (`tui/registry.py`); the desk shows the same with `?`.",
        "The ids are what `padanan.toml` changes keys by ([review.md](review.md#your-own-keys)).",
    ]
    keys = Keys()
    for section in Section:
        lines += ["", f"## {section}", ""]
        articles = section is Section.ARTICLES
        lines += (
            ["| key | what it does | id |", "|---|---|---|"]
            if articles
            else ["| in the list | in the editor | what it does | id |", "|---|---|---|---|"]
        )
        for action in (one for one in ACTIONS if one.section is section):
            if action.id.startswith("take-") and action.id != "take-1":
                continue
            shown_keys = [
                " ".join(f"`{shown(key)}`" for key in keys.of(action, place))
                for place in ((action.place,) if articles else (action.place, Place.EDITOR))
            ]
            if action.id == "take-1":
                shown_keys = ["`1` to `9`", "`Alt+1` to `Alt+9`"]
            id_ = "`take-1` to `take-9`" if action.id == "take-1" else f"`{action.id}`"
            lines.append(f"| {' | '.join([*shown_keys, action.sentence, id_])} |")
        if section is Section.EDITING:
            lines += ["", "## Writing", "", "| in the editor | what it does |", "|---|---|"]
            for writing in WRITING:
                names = " ".join(f"`{shown(key)}`" for key in writing.keys)
                lines.append(f"| {names} | {writing.sentence} |")
    return "\n".join(lines) + "\n"


def test_the_page_of_keys_is_the_registrys() -> None:
    assert KEYS_PAGE.read_text(encoding="utf-8") == keys_page()


if __name__ == "__main__":
    print(keys_page(), end="")  # noqa: T201
