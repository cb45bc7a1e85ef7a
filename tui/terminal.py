"""What Textual does not know of terminals: what they send for Alt and a key, and that they can go.

A terminal sends Alt and a key as Escape and that key. Textual takes them for one only when nothing
follows for a tenth of a second; else the text gets "^" and the key's letter. And it takes Alt and a
digit for what one terminal on macOS sends for Option and a digit: a letter (¡ for Alt+1).
"""

import select
import string
from collections.abc import Collection, MutableMapping
from dataclasses import dataclass
from typing import cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key

_BEGINNINGS = frozenset("OPX[]^_")
"""What follows Escape in longer sequences."""

_FOLLOWING = frozenset(string.ascii_letters + string.digits + "/?.,+-='\"") - _BEGINNINGS


@dataclass(frozen=True, slots=True)
class _Sent:
    """A key, as Textual's table of sequences has it.

    Attributes:
        value: Its name.
    """

    value: str


def read_alt(used: Collection[str]) -> None:
    """Have Escape and a key read at once: as Alt and the key if that is used, else as two keys.

    Args:
        used: The keys in use, as Textual names them ("alt+p").
    """
    table = cast("MutableMapping[str, tuple[_Sent, ...]]", ANSI_SEQUENCES_KEYS)
    for character in _FOLLOWING:
        name = character if character.isalnum() else _character_to_key(character)
        name = KEY_NAME_REPLACEMENTS.get(name, name)
        alt = f"alt+{name}"
        keys = (alt,) if alt in used else ("escape", name)
        table[f"\x1b{character}"] = tuple(_Sent(key) for key in keys)


def has_gone(descriptor: int) -> bool:
    """Whether there is nobody at the other end of a terminal any more."""
    if not hasattr(select, "poll"):  # Windows
        return False
    poll = select.poll()
    poll.register(descriptor, 0)
    return any(event & (select.POLLHUP | select.POLLERR) for _, event in poll.poll(0))
