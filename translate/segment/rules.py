"""Whether a run of closing marks ends a sentence.

In doubt a sentence goes on: two sentences in one segment still translate, half a sentence does
not.
"""

import re

from padanan.translate.segment.abbreviations import (
    LETTERED,
    SPEECH,
    Follows,
    follows,
)
from padanan.translate.segment.marks import CLOSING, LOOK, OPENING, OPENING_CHARACTERS, QUOTES, Mark

_WIDE = frozenset("。！？｡")
_GOING_ON = frozenset(",;:%&/=<>.!?…‼⁇⁈⁉。！？．｡，；：")
_DASHES = "-‐‑‒–—―"

_SMALL_START = re.compile(
    r"[a-z]{1,2}-?[A-Z]"  # iPhone, eBay, e-KTP
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv)\b"  # detik.com
    r"|(?:dr|drg|drh)\. ?[A-Z]"  # dr. Tirta
)
_SITE = re.compile(r"\w+(?:[.-]\w+)*\.(?:com|co|id|net|org|tv|info|news)\b", re.IGNORECASE)
_LAST_PART = re.compile(
    r"(?:ac|com?|docx|go|html?|id|info|jpg|js|net|news|org|pdf|php|png|tv|web|xlsx)\b",
    re.IGNORECASE,
)
# What comes behind the last full stop of a web address or file name.

_NUMBER = re.compile(r"(?:Rp)?\d[\d.,:]*")
_NUMBER_AND_BAR = re.compile(r"\d{1,3}/(?=[^\W\d_])")  # RT. 03/RW. 05
_ERA = re.compile(r"(?:ke-\d{1,2}|[1-9]\d\d|1[0-8]\d\d)")
"""A century or a year before "M." or "H.", of the Christian era or the Hijrah."""
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_HEADING = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[IVX]{1,5}")
_ROMAN = re.compile(r"[IVXLCDM]+\b")
_THOUSANDS = re.compile(r"000(?!\d)")
_MINUTES = re.compile(r"\d\d\s+WIT?[AB]?\b")
_GLUED_LEFT = re.compile(r".*(?:[^\W\d_A-Z]{2}|\)|\d{4})[\"”’]*")
_IN_FULL = re.compile(r"(?=.*[aiueo])[a-z]{3,}|[A-Z][a-z]{4,}|[a-z]+(?:-[a-z]+)+|.*[\d)]\)")
_GLUED_RIGHT = re.compile(r"[A-Z][^\W\d_A-Z]+\b")

_PRONOUNS = frozenset(["dia", "ia", "beliau", "mereka"])


def ends(mark: Mark) -> bool:
    """Whether the sentence ends behind `mark` and its closing quotes and brackets."""
    if not _begins(mark):
        return False
    if not mark.spaced:
        return _ends_glued(mark)
    if set(mark.marks) <= {"…", "."} and mark.marks not in {".", ".."}:
        return _ends_ellipsis(mark)
    if mark.marks in {".", "．"}:
        ended = _ends_abbreviation(mark)
        if ended is not None:
            return ended
    if not mark.token and mark.closers and mark.text[mark.start - 1 : mark.start] in OPENING:
        return False  # a remark about the word before: "saksi ahli (?)"
    return not _speech(mark)


def may_begin(text: str, at: int) -> bool:
    """Whether a sentence might begin at `at` (behind a mark), by a glance at one character."""
    first = text[at]
    return text[at - 1].isspace() if first.islower() else first not in _GOING_ON


def _begins(mark: Mark) -> bool:
    """Whether a sentence can begin with what comes, dashes of a dialogue aside."""
    rest = mark.upcoming.lstrip(_DASHES + " ")
    if not rest or not may_begin(mark.text, mark.after + len(mark.upcoming) - len(rest)):
        return False
    if rest[0].islower():
        return bool(_SMALL_START.match(rest)) or (rest == mark.upcoming and _is_slip(mark))
    if not any(character.isalnum() for character in rest):
        return False
    if rest[0] in OPENING:
        inside = rest.lstrip(OPENING_CHARACTERS + " ")
        return inside[:1].isupper() or not rest[1].isspace()
    return rest[0] not in CLOSING


def _is_slip(mark: Mark) -> bool:
    """Whether a full stop ends a sentence although the next word has no capital.

    That is a slip of the pen, not of the full stop, where the word before is in full: in a sample
    of news text nine of ten such places were sentence ends.
    """
    return (
        mark.marks == "."
        and not mark.closers
        and bool(_IN_FULL.fullmatch(mark.token))
        and follows(mark.token) is None
        and bool(mark.words)
        and len(mark.words[0]) > 1
        and mark.words[0] not in SPEECH
    )


def _ends_glued(mark: Mark) -> bool:
    """Whether a sentence ends where no white space follows ("selesai.Kemudian").

    Only where it is certain: initials, addresses on the web, file names and versions look alike.
    """
    if mark.marks[-1] in _WIDE:
        return True
    if "…" in mark.marks or ".." in mark.marks:
        return False
    if not _GLUED_LEFT.fullmatch(mark.token) or follows(mark.token) is not None:
        return False
    first = mark.upcoming[0]
    if first in QUOTES or first in "([":
        return True
    word = _GLUED_RIGHT.match(mark.upcoming)
    if word is None or _LAST_PART.match(mark.upcoming) or _SITE.match(mark.upcoming):
        return False
    address = not mark.token.endswith(")") and any(sign in mark.token for sign in "/@:.")
    return not address and not _speech(mark)


def _ends_ellipsis(mark: Mark) -> bool:
    """Whether an ellipsis ends a sentence, rather than standing for words left out of it."""
    if mark.token:
        return not _speech(mark)
    left = mark.text[max(mark.sentence, mark.start - LOOK) : mark.start].rstrip()
    if not left or left[-1] in OPENING:
        return False
    return left[-1] in ".!?" or mark.opener


def _ends_abbreviation(mark: Mark) -> bool | None:
    """Whether one full stop ends a sentence; None if it does not stand in doubt."""
    token, first = mark.token, mark.upcoming[0]
    if mark.leads and not mark.closers and _HEADING.fullmatch(token):
        return False  # the number of a list item or section
    if _NUMBER.fullmatch(token):
        # "Rp5. 000" and "pukul 10. 30 WIB" are one number each.
        return not (_THOUSANDS.match(mark.upcoming) or _MINUTES.match(mark.upcoming))
    if len(token) == 1 and token.isalpha():
        lettered = token == "X" or mark.before.lower().lstrip(OPENING_CHARACTERS) in LETTERED
        era = token in "MH" and _ERA.fullmatch(mark.before) is not None
        return lettered or era or mark.opener or first in QUOTES
    kind = _kind(mark)
    if kind is None:
        return None
    if mark.opener:
        return True
    if any(closer in CLOSING - QUOTES for closer in mark.closers):
        return False  # (Purn.) Budi
    if kind is Follows.NAME:
        return False
    if kind is Follows.NUMBER:
        amount = first.isdigit() or mark.upcoming.startswith("Rp")
        return not (amount or first == "(" or _ROMAN.match(mark.upcoming))
    return first in QUOTES or (first.isalpha() and not _completes(mark.upcoming))


def _kind(mark: Mark) -> Follows | None:
    """What follows the abbreviation at `mark`, None if it is an ordinary word."""
    token = _NUMBER_AND_BAR.sub("", mark.token)
    kind = follows(token)
    if not _INITIALS.fullmatch(token):
        return kind
    after_name = mark.before.endswith(",") or _completes(mark.before)
    if token.isupper() and not after_name:
        return Follows.NAME  # S.H. Mintardja, A.M. Fatwa; but Budi, S.H.
    return kind or Follows.NAME


def _completes(text: str) -> bool:
    """Whether `text` begins with an abbreviation that completes a name: "Ltd.", "M.Hum.", "A."."""
    word = text.split(None, 1)[0].rstrip(",") if text else ""
    return word.endswith(".") and (len(word) == 2 or follows(word[:-1]) is Follows.ANYTHING)


def _speech(mark: Mark) -> bool:
    """Whether a quotation closes and "Kata X" comes: one sentence, its capital a slip."""
    if not (set(mark.closers) & QUOTES or mark.token[-1:] in QUOTES):
        return False
    verb, speaker = [*mark.words[:2], "", ""][:2]
    if verb.lower() not in SPEECH or not mark.upcoming.startswith(verb):
        return False
    return verb.lower().endswith("nya") or speaker in _PRONOUNS or speaker[:1].isupper()
