"""The language of the interface: English, or what a catalogue in `locale/` translates it to.

Messages are written in English where they are shown. The catalogues are gettext's, made by Babel;
CONTRIBUTING.md tells how to make them anew and how to begin one for another language.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "padanan"
"""The name of the catalogues' files."""

FOLDER = Path(__file__).with_name("locale")
"""Where the catalogues are."""

ENGLISH = "en"
"""The language the messages are written in."""

_NO_LANGUAGE = ("C", "POSIX")
"""Locales of machines, not of people. They want English, whatever LANGUAGE says."""


def marked(message: str) -> str:
    """`message` itself, marked to be translated where it is shown."""
    return message


# Translators: one thousand as your language writes it, with what it puts between the digits.
_THOUSAND = marked("1,000")

_catalogue: "NullTranslations | None" = None
_separator = ","


def use(tag: str | None = None) -> str:
    """Choose the language of the interface, for the whole process.

    Args:
        tag: The language as a locale or a language tag (id, id_ID.UTF-8, id-ID). None asks the
            environment, as gettext does: LANGUAGE, a list with colons; else the first that is set
            of LC_ALL, LC_MESSAGES and LANG.

    Returns:
        The code of the language chosen; English where there is no catalogue for what was asked.
    """
    global _catalogue, _separator
    from gettext import GNUTranslations, NullTranslations

    code, path = next(
        (found for each in (_wanted() if tag is None else [tag]) if (found := _find(each))),
        (ENGLISH, None),
    )
    if path is None:
        _catalogue = NullTranslations()
    else:
        with path.open("rb") as file:
            _catalogue = GNUTranslations(file)
    _separator = _catalogue.gettext(_THOUSAND).strip("01")
    return code


def gettext(message: str) -> str:
    """`message` in the language of the interface."""
    # The empty message is the catalogue's header.
    return _chosen().gettext(message) if message else ""


def ngettext(one: str, several: str, n: int) -> str:
    """`one` or `several`, as `n` asks, in the language of the interface."""
    return _chosen().ngettext(one, several, n)


def number(n: int) -> str:
    """A whole number as the language of the interface writes it."""
    _chosen()
    return f"{n:,}".replace(",", _separator)


def _chosen() -> "NullTranslations":
    """The catalogue in use; the environment is asked where nobody has chosen one."""
    if _catalogue is None:
        use()
    assert _catalogue is not None
    return _catalogue


def _wanted() -> Iterator[str]:
    """What the environment asks for, the dearest first."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")
    if locale in _NO_LANGUAGE:
        return
    yield from filter(None, os.environ.get("LANGUAGE", "").split(":"))
    if locale:
        yield locale


def _find(tag: str) -> tuple[str, Path | None] | None:
    """The code and the catalogue of the language of a locale or a language tag, if there is one.

    English has no catalogue, and needs none.
    """
    code = re.split("[-_.@]", tag)[0].lower()
    code = {"in": "id"}.get(code, code)  # what Java and old systems call Indonesian
    if code == ENGLISH:
        return code, None
    path = FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    return (code, path) if code.isalpha() and path.is_file() else None
