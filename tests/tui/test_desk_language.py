"""Every word of the desk's screens comes from the catalogue, but for what comes from files."""

import re
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import pytest
from deskside import SAMPLE, Hands

from padanan import language
from padanan.translate.checks import ALL, CheckSettings
from padanan.translate.export import FORMATS
from padanan.tui import query
from padanan.tui.looking import look

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OTHERS = "абцдефгхийклмнопярстувшжыз"
_ALPHABET = str.maketrans(_LETTERS + _LETTERS.upper(), _OTHERS + _OTHERS.upper())
_FIELD = re.compile(r"(\{[^}]*\})")
_WORD = re.compile(r"[A-Za-z][A-Za-z-]*[A-Za-z]")

_KEYS = (
    "Ctrl Alt Shift Enter Esc Escape Tab PgUp PgDn Home End Backspace Delete "
    "F1 F2 F3 F4 F5 F6 F7 F8 F9"
)
"""What keys are called in every language."""


class Cyrillic(NullTranslations):
    """A language that has another letter for each of ours."""

    def gettext(self, message: str) -> str:
        parts = _FIELD.split(message)
        return "".join(one if one.startswith("{") else one.translate(_ALPHABET) for one in parts)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def cyrillic(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interface in that language."""
    monkeypatch.setattr(language, "_catalogue", Cyrillic())


def same_in_all(folder: Path) -> str:
    """What is the same in every language: texts of files, commands, keys, findings."""
    texts = [_KEYS, query.HELP, str(folder), "berita", "memory.sqlite"]
    texts += [f"{entry.source} {entry.target} {entry.kind} {entry.rule}" for entry in SAMPLE]
    texts += [one.name for one in FORMATS]
    texts += [f"{check.id} {check.name}" for check in ALL]
    for entry in SAMPLE:
        seen = look(entry, entry.target, None, CheckSettings())
        texts += [finding.message for finding in seen.findings]
    return " ".join(texts)


def foreign(hands: Hands, texts: str) -> set[str]:
    """Words on the screen that are in our letters without reason."""
    # A dialogue may hide the beginning or the end of what lies behind it.
    return {word for word in _WORD.findall(hands.text()) if word not in texts}


_DIALOGUES = (
    *("question_mark", "ctrl+p", "slash", "f", "g", "c", "x", "i"),
    *("f7", "f9", "t", "T", "ctrl+l", "ctrl+o"),
)


@pytest.mark.usefixtures("cyrillic")
def test_an_article_is_all_in_the_language(po: Path, opened: Callable[..., object]) -> None:
    (po.parent / "terms.tsv").write_text("id\ten\nair\twater\n", encoding="utf-8")
    found: dict[str, set[str]] = {}

    async def scenario(hands: Hands) -> None:
        texts = same_in_all(po.parent)
        for key in ("f2", "f3", "f5", "o", "v", "a", "u", "p"):
            await hands.press(key)
            found[key] = foreign(hands, texts)
        for key in _DIALOGUES:
            await hands.press(key)
            found[key] = foreign(hands, texts)
            await hands.press("escape")
        await hands.press("enter", "f1")
        found["the editor"] = foreign(hands, texts)

    opened(scenario, (120, 40), po.parent / "terms.tsv")
    assert not {place: words for place, words in found.items() if words}


@pytest.mark.usefixtures("cyrillic")
def test_the_list_of_articles_is_all_in_the_language(
    po: Path, drive: Callable[..., object]
) -> None:
    found: dict[str, set[str]] = {}

    async def scenario(hands: Hands) -> None:
        texts = same_in_all(po.parent)
        for key in ("r", "o", "slash", "question_mark"):
            await hands.press(key)
            found[key] = foreign(hands, texts)
            await hands.press("escape")

    drive(po.parent, scenario)
    assert not {place: words for place, words in found.items() if words}
