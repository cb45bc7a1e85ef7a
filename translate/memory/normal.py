"""When two sources count as the same, and what of them is compared when they do not."""

import re
import unicodedata

_MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        "…": "...",
        # Invisible: soft hyphen, zero-width space, (non-)joiners, marks of direction, no-break.
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
    }
)

_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


class _Letters(dict[int, int]):
    """What `str.translate` makes of each character: letters and digits stay, all else is a blank.

    It is many times as quick as a regular expression.
    """

    def __missing__(self, code: int) -> int:
        self[code] = code if chr(code).isalnum() else 0x20
        return self[code]


_LETTERS = _Letters()


def storable(text: str) -> str:
    """`text` without white space at its ends, and without halves of characters (surrogates),
    which no file can hold."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def normalised(source: str) -> str:
    """The form in which the sources of an exact hit are equal.

    White space counts as one space; quotation marks, dashes and an ellipsis count whatever their
    shape; what is invisible does not count. Capitals, numbers and all other characters do: NFC and
    not NFKC, which takes m² for m2 and ½ for 1⁄2.
    """
    text = unicodedata.normalize("NFC", storable(source)).translate(_MARKS)
    return _SPACES.sub(" ", text).strip()


def folded(text: str) -> str:
    """The words of a normalised text: no capitals, no punctuation, one space between them.

    A text without words is left as it is.
    """
    return " ".join(text.casefold().translate(_LETTERS).split()) or text
