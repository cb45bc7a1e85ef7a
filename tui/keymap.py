"""The keys as a desk has them: the registry's, changed by the table `[keys]` of the settings.

[keys.list]
approve = "f12, a"

[keys.editor]
complete = ["ctrl+e"]
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from textual.binding import Keymap
from textual.keys import Keys as KeyNames

from padanan.errors import InputError
from padanan.tui.actions import Action, Place
from padanan.tui.registry import ACTIONS, BY_ID, in_place

_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
_NAMES = {shown.casefold(): name for name, shown in _SHOWN.items()} | {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
}
_SPECIAL = {key.value for key in KeyNames} | set(_SHOWN) | {f"f{n}" for n in range(1, 25)}
_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta")


class Keys:
    """Which keys do what.

    Args:
        table: The table `[keys]` as it stands in the settings.
        where: Where it stands, for messages.

    Raises:
        InputError: It says something it cannot say: an action or a place that is not there, a key
            that is none, one key for two actions.
    """

    def __init__(self, table: Mapping[str, Any] | None = None, where: str = "") -> None:
        self.keymap: Keymap = {}
        """Bindings' ids and their keys, where they are not as they come; for Textual."""
        for place, action, keys in _changes(table or {}, where):
            self.keymap[f"{place}.{action.id}"] = ",".join(keys)
        for place in Place:
            self._expect_no_clash(place, where)

    def of(self, action: Action, place: Place) -> list[str]:
        """The keys of an action in a place, as Textual names them; none where it has none."""
        keys = self.keymap.get(f"{place}.{action.id}", in_place(action, place))
        return [key.strip() for key in keys.split(",") if key.strip()]

    def all(self) -> set[str]:
        """Every key that does something."""
        return {key for action in ACTIONS for place in Place for key in self.of(action, place)}

    def shown(self, action: Action, place: Place) -> str:
        """The first key of an action in a place, as people write it; empty where it has none."""
        keys = self.of(action, place)
        return shown(keys[0]) if keys else ""

    def _expect_no_clash(self, place: Place, where: str) -> None:
        owners: dict[str, Action] = {}
        for action in ACTIONS:
            for key in self.of(action, place):
                other = owners.setdefault(key, action)
                if other is not action:
                    raise InputError(
                        f"{where}: keys.{place}: {shown(key)} is for both {other.id} and "
                        f"{action.id}. Give one of them another key."
                    )


def shown(key: str) -> str:
    """A key as people write it: Ctrl+S, F1, ?, a."""
    *modifiers, last = key.split("+")
    if last in _SHOWN:
        last = _SHOWN[last]
    elif len(last) == 1:
        last = last.upper() if modifiers else last
    else:
        last = last.capitalize()
    return "+".join([*(one.capitalize() for one in modifiers), last])


def _changes(table: Mapping[str, Any], where: str) -> Iterator[tuple[Place, Action, list[str]]]:
    for name, actions in table.items():
        if name not in tuple(Place) or not isinstance(actions, Mapping):
            raise InputError(
                f"{where}: keys has the tables {', '.join(f'[keys.{one}]' for one in Place)}, "
                f"not {name!r}. Write, for example: [keys.list] and below it approve = "
                '"ctrl+s, a".'
            )
        place = Place(name)
        for id_, value in actions.items():
            action = _action(id_, place, where)
            yield place, action, _keys(value, f"{where}: keys.{place}.{id_}", place)


def _action(id_: str, place: Place, where: str) -> Action:
    if id_ in BY_ID:
        return BY_ID[id_]
    near = get_close_matches(id_, BY_ID, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    raise InputError(
        f"{where}: keys.{place} has no action {id_!r}.{meant} The help of the desk names all of "
        "them."
    )


def _keys(value: object, where: str, place: Place) -> list[str]:
    names = value.split(",") if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
        raise InputError(f'{where} is keys in quotes, as in "ctrl+s, f12", not {value!r}.')
    return [_key(name, where, place) for name in names if name.strip()]


def _key(name: str, where: str, place: Place) -> str:
    """A key as Textual names it."""
    *modifiers, last = name.strip().split("+")
    if name.strip() == "+":
        modifiers, last = [], "plus"
    modifiers = [one.strip().casefold() for one in modifiers]
    last = last.strip()
    last = last if len(last) == 1 and last.isalnum() else _NAMES.get(last.casefold(), last)
    wrong = [one for one in modifiers if one not in _MODIFIERS]
    if len(last) > 1:
        last = last.casefold()
    if wrong or not last or (len(last) > 1 and last not in _SPECIAL):
        raise InputError(
            f"{where}: there is no key {name.strip()!r}. Keys are written as a, ctrl+s, alt+1, "
            "f12, pageup, space."
        )
    if place is Place.EDITOR and not modifiers and len(last) == 1:
        raise InputError(
            f"{where}: in the editor {last!r} is text. Choose a key with ctrl or alt, or a "
            "function key."
        )
    if modifiers and len(last) == 1:
        last = last.lower()
    return "+".join([*modifiers, last])
