"""Text normalisation, once, for the corpus and for the package alike.

The folds below are NFKC plus a few typographic ones. :func:`rules` writes them down in
SentencePiece's own form, so that the trained ``sentencepiece.model`` normalises by itself
wherever it is loaded; :func:`fold` does the same in Python, to clean the corpus.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

SPACE = " "
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u0060\u00b4"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_SPACES = "\t\n\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    chr(c) for c in range(0x2000, 0x200B)
)
_NOTHING = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
_BULLETS = "\u2022\u2023\u25cf\u25aa\u00b7"

#: One code point to what replaces it; wins over NFKC.
FOLDS: dict[str, str] = {
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, SPACE),
    **dict.fromkeys(_NOTHING, ""),
    **dict.fromkeys(_BULLETS, "-"),
}

_TABLE = str.maketrans(FOLDS)
_SPACE_RUN = re.compile(r" {2,}")


def _after_nfkc(text: str) -> str:
    """NFKC, then the folds (NFKC may itself yield a folded character, or a space)."""
    return unicodedata.normalize("NFKC", text).translate(_TABLE)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def fold(text: str) -> str:
    """One line of text as the model sees it: folded, NFKC, single spaces, trimmed."""
    return _SPACE_RUN.sub(SPACE, _after_nfkc(text.translate(_TABLE))).strip()


def rules() -> dict[str, str]:
    """Every source sequence that changes, with its replacement.

    Covers each assigned code point outside surrogates and private use, and each
    two-code-point canonical composition (``e`` + U+0301), whatever this Python's
    ``unicodedata`` knows.
    """
    found: dict[str, str] = {}
    for code in range(1, sys.maxunicode + 1):
        char = chr(code)
        category = unicodedata.category(char)
        if category in {"Cs", "Co", "Cn"}:
            continue
        if category == "Cc" and char not in FOLDS:
            found[char] = ""
            continue
        target = FOLDS[char] if char in FOLDS else _after_nfkc(char)
        if target != char:
            found[char] = target
        parts = unicodedata.decomposition(char)
        if parts and not parts.startswith("<"):
            sequence = "".join(chr(int(part, 16)) for part in parts.split())
            if len(sequence) == 2 and unicodedata.normalize("NFC", sequence) == char:
                found[sequence] = target
    return found


def _hex(text: str) -> str:
    return " ".join(f"{ord(char):X}" for char in text)


def write_rules(path: Path) -> int:
    """Write SentencePiece's ``normalization_rule_tsv``; return the number of rules."""
    table = rules()
    lines = (f"{_hex(source)}\t{_hex(target)}\n" for source, target in sorted(table.items()))
    path.write_text("".join(lines), encoding="utf-8")
    return len(table)
