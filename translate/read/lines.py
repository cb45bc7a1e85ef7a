"""Lines of an article: splitting, and cleaning each of what cannot be seen or is an artefact."""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Hint(StrEnum):
    """What a format with markup (HTML, Markdown) says a line is."""

    TITLE = "title"
    HEADING = "heading"
    AUTHOR = "author"
    DATE = "date"
    CAPTION = "caption"
    ITEM = "item"
    TEXT = "text"
    CODE = "code"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line of the source, cleaned.

    Attributes:
        number: 1-based line number in the decoded source.
        text: What is left of it: visible characters, single spaces, none at the ends. Never empty.
        after_blank: Whether a blank line, or the beginning of the file, stands before it.
        indent: White space before the text, in columns (a tab counts as 4).
        soft_hyphen: Whether the line ended in a soft hyphen: a word goes on in the next line.
        hint: What the markup says it is.
        last: Number of the last source line it was made from; 0 when that is `number`.
    """

    number: int
    text: str
    after_blank: bool = True
    indent: int = 0
    soft_hyphen: bool = False
    hint: Hint | None = None
    last: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of damage that extracting text from a page does, and how it is undone."""

    name: str
    description: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]


def _recoded(found: re.Match[str]) -> str:
    """Characters that are UTF-8 read as windows-1252, read right; unchanged where they are not."""
    data = b"".join(
        character.encode("latin-1" if character <= "\xff" else "cp1252") for character in found[0]
    )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


RAW_REPAIRS: tuple[Repair, ...] = (
    Repair(
        "entity",
        'An HTML entity that was not resolved ("&nbsp;", "&quot;").',
        re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"),
        lambda found: html.unescape(found[0]),
    ),
    Repair(
        "mojibake",
        'UTF-8 read as windows-1252 at some earlier time ("â€œAdaâ€\x9d", "FranÃ§ois").',
        # Only what is never written: quotation marks and dashes; accents; no-break spaces.
        re.compile("â€[\x9d™˜œ“”¦¢]|[ÂÃ][\xa0-\xbf]"),
        _recoded,
    ),
)
"""Done first, on the line as it was."""

REPAIRS: tuple[Repair, ...] = (
    Repair(
        "stray-circumflex",
        'What is left of a no-break space after UTF-8 was read as windows-1252 ("premanisme.Â").',
        re.compile(r"(?<=[.,;:!?\"”)])Â(?=\s|$)"),
        "",
    ),
    Repair(
        "space-before-punctuation",
        "A link at the end of a clause leaves a space before the comma or full stop that follows "
        'it ("NATO , Jens").',
        # After a letter or closing mark only, so that a score ("2 : 1") and an ellipsis stay.
        re.compile(r"(?<=[^\W\d_]|[)\]”\"%]) ([,.;:!?])(?=\s|$)"),
        r"\1",
    ),
    Repair(
        "bold-marks",
        'The asterisks around a line that was bold on the page ("**Stok aman**").',
        re.compile(r"^\*\*([^*]{1,200})\*\*$"),
        r"\1",
    ),
)

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ESCAPES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    "|\x9b[0-?]*[ -/]*[@-~]"
    "|\x1b[\\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)"  # OSC, DCS, ...: titles, links
    "|\x1b[ -/]*[0-~]"
)
_QUOTED = re.compile(r"^(?:> ?)+")
_QUOTED_LINES = 3
_HEADING = re.compile(r"#{1,6} ([^#\s][^#]*)")
_LONGEST_HEADING = 250  # characters
_SPACES = re.compile(r"\s+")
_PILED_MARKS = re.compile("([\u0300-\u036f]{4})[\u0300-\u036f]+")
_BLANK_LETTERS = {0x115F: " ", 0x1160: " ", 0x2800: " ", 0x3164: " ", 0xFFA0: " "}


class _Invisible(dict[int, str | None]):
    """A `str.translate` table, filled as characters are met: invisible ones go, spaces stay."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        kept: str | None = character
        if code in _BLANK_LETTERS or character.isspace():
            kept = " "
        elif unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            # Controls, formats (zero width, soft hyphen, direction), private use (icon fonts).
            kept = None
        self[code] = kept
        return kept


_INVISIBLE = _Invisible()


def clean(raw: str) -> str:
    """The visible text of one source line: safe to print, one space between words, NFC.

    Removes terminal escapes, control and format characters and icons of private-use fonts; turns
    every kind of space into a plain one; applies `RAW_REPAIRS` and `REPAIRS`. Linear in the length
    of the line.
    """
    for repair in RAW_REPAIRS:
        raw = repair.pattern.sub(repair.replacement, raw)
    if "\x1b" in raw or "\x9b" in raw:
        raw = _ESCAPES.sub("", raw)
    if not raw.isascii():
        raw = _PILED_MARKS.sub(r"\1", raw)
    text = _SPACES.sub(" ", raw.translate(_INVISIBLE)).strip()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    for repair in REPAIRS:
        text = repair.pattern.sub(repair.replacement, text)
    return text


def source_lines(text: str) -> list[str]:
    """The lines of a decoded text as they are, without their ends.

    LF, CR, CR LF, NEL (U+0085), LINE and PARAGRAPH SEPARATOR end a line.
    """
    return _BREAK.split(text)


def split(text: str) -> Iterator[Line]:
    """The non-blank lines of a decoded plain text, cleaned and numbered.

    A line that begins with number signs, as headings in Markdown do, is a heading. The marks
    before the lines of a quoted mail ("> ") are no part of them.
    """
    after_blank = True
    raws = source_lines(text)
    if sum(raw.startswith(">") for raw in raws) >= _QUOTED_LINES:  # a mail that was passed on
        raws = [_QUOTED.sub("", raw) for raw in raws]
    for number, raw in enumerate(raws, 1):
        cleaned = clean(raw)
        if not cleaned:
            after_blank = True
            continue
        heading = _HEADING.fullmatch(cleaned) if len(cleaned) <= _LONGEST_HEADING else None
        yield Line(
            number,
            heading[1] if heading else cleaned,
            after_blank,
            _indent(raw),
            raw[-40:].rstrip().endswith("\N{SOFT HYPHEN}"),
            Hint.HEADING if heading else None,
        )
        after_blank = False


def _indent(raw: str) -> int:
    """Columns of white space before the text, 100 at most."""
    head = raw[:100]
    return len(head.expandtabs(4)) - len(head.expandtabs(4).lstrip())
