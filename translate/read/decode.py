"""From bytes to text: which encoding a file has, and what is done where it is damaged."""

import codecs
import re
from dataclasses import dataclass

from padanan.errors import InputError
from padanan.translate.read.lines import source_lines

_MARKS = (  # the UTF-32 little-endian mark begins with the UTF-16 one, so it is asked first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BM\x00",
    b"\x7fELF",
)
_BINARY = (
    "{}: this looks like a binary file, not an article. Save the article as plain text (UTF-8), "
    "Markdown or HTML and try again."
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"
_DETECTION_SIZE = 200_000  # bytes; guessing from more takes long and changes nothing
_DECLARABLE = ("cp", "iso8859", "koi8", "mac", "gb", "big5", "shift_jis", "euc_", "tis")
"""How the names of encodings begin that an HTML page may declare; Python knows stranger ones."""
# fmt: off
_OTHER_SCRIPTS = frozenset(
    {
        "cp1251", "cp1253", "cp1255", "cp1256", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8",
        "iso8859_11"
    }
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the Python name of the encoding it was read with, and what was doubtful."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, *, markup: bool = False) -> Decoded:
    """Decode the bytes of an article.

    A byte order mark decides; else valid UTF-8 is UTF-8; else, for HTML, what its `<meta>` says;
    else a file that is UTF-8 but for a few bytes keeps those as U+FFFD; else the encoding is
    guessed with charset-normalizer and the guess is reported.

    Args:
        data: The whole file.
        name: What messages call it.
        markup: Whether to look for an HTML `<meta charset>`.

    Raises:
        InputError: Empty, binary, or in no encoding that can be recognised.
    """
    if not data:
        raise InputError(f"{name}: is empty. There should be an article's text.")
    if data.startswith(_MAGIC):
        raise InputError(_BINARY.format(name))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data, encoding, name)
    if b"\0" in data:
        raise InputError(_BINARY.format(name))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if markup and (declared := _declared(data)):
            return Decoded(data.decode(declared, errors="replace"), declared)
        return _damaged_utf8(data, error, name) or _guessed(data, name)


def _with_mark(data: bytes, encoding: str, name: str) -> Decoded:
    """Decode what a byte order mark announces; damaged places become U+FFFD."""
    shown = encoding.removesuffix("-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        if text.count(_UNREADABLE) * 10 > len(text):
            raise InputError(_BINARY.format(name)) from None
        warning = f"{name}: damaged {shown.upper()}; what cannot be read is shown as {_UNREADABLE}."
        return Decoded(text, shown, (warning,))
    if "\0" in text:
        raise InputError(_BINARY.format(name))
    return Decoded(text, shown)


def _declared(data: bytes) -> str | None:
    """The encoding an HTML page declares, as Python names it, if Python knows it."""
    found = _META.search(data, 0, 4096)
    if found is None:
        return None
    try:
        # Browsers read "iso-8859-1" as windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
        encoding = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
    return encoding if encoding.startswith(_DECLARABLE) else None


def _damaged_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Decoded | None:
    """Text that is UTF-8 but for a few bytes, or None when it is something else.

    In a legacy encoding next to no byte above 127 happens to be valid UTF-8, so the valid ones
    outnumber the others only where the file is UTF-8.
    """
    text = data.decode("utf-8", errors="replace")
    bad = text.count(_UNREADABLE)
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    if good < bad and not (bad == 1 and error.reason == "unexpected end of data"):
        return None
    line = len(source_lines(text[: text.index(_UNREADABLE)]))
    places = "one place is" if bad == 1 else f"{bad} places are"
    warning = (
        f"{name}:{line}: {places} not valid UTF-8 and shown as {_UNREADABLE}; this is the first."
    )
    return Decoded(text, "utf-8", (warning,))


def _guessed(data: bytes, name: str) -> Decoded:
    """Decode a legacy encoding by guessing it."""
    from charset_normalizer import from_bytes  # 60 ms

    best = from_bytes(data[:_DETECTION_SIZE]).best()
    if best is None:
        raise InputError(
            f"{name}: the encoding cannot be recognised. Save the file as UTF-8 and try again."
        )
    encoding = best.encoding
    if encoding.startswith(("cp125", "iso8859", "latin")) and encoding not in _OTHER_SCRIPTS:
        # Indonesian needs no accents, so a text holds few clues: the likeliest of the Latin ones.
        encoding = "cp1252"
    text = data.decode(encoding, errors="replace")
    warning = (
        f"{name}: not UTF-8; read as {encoding}, which is a guess. Check names and quotation marks."
    )
    return Decoded(text, encoding, (warning,))
