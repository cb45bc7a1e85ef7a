"""Between the bytes of a text file and its characters."""

import codecs

from padanan.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_BINARY = (
    (b"PK\x03\x04", "a zip archive, such as an Excel workbook"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)

_PLAIN = bytes({*range(9, 14), 27, *range(32, 256)})
"""What text is made of: all but control characters other than white space and escape."""


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or UTF-32, without its byte order mark.

    Bytes that are not UTF-8 come as half surrogate pairs (`surrogateescape`), so that one bad line
    does not take the file down; `rows` reports them where they are.

    Raises:
        InputError: It is no text file, or UTF-16 or UTF-32 that breaks off.
    """
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    encoding = marked[0] if marked else _unmarked(data)
    try:
        text = data.decode(encoding, "surrogateescape" if encoding == "utf-8" else "strict")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is damaged {encoding.upper()} text at byte {error.start + 1:,}. Save it again as "
            "UTF-8."
        ) from error
    return text.removeprefix("\ufeff")


def as_utf8(data: bytes) -> bytes:
    """The text of a file as UTF-8 without a byte order mark; bytes that are not UTF-8 stay.

    Raises:
        InputError: As `decode`.
    """
    return decode(data).encode(errors="surrogateescape")


def _unmarked(data: bytes) -> str:
    """The encoding of text without a byte order mark."""
    for beginning, kind in _BINARY:
        if data.startswith(beginning):
            raise InputError(f"is {kind}, not a text file.")
    head = data[:2000]
    # Letters of the Latin alphabet have one byte 0 of their two in UTF-16.
    low, high = head[0::2].count(0), head[1::2].count(0)
    if high > max(len(head) // 8, 8 * low):
        return "utf-16-le"
    if low > max(len(head) // 8, 8 * high):
        return "utf-16-be"
    if len(head.translate(None, _PLAIN)) > max(2, len(head) // 20):
        raise InputError("is not a text file: it is full of control characters.")
    return "utf-8"


def has_stray_bytes(text: str) -> bool:
    """Whether `text` holds what `decode` could not read, or half a surrogate pair."""
    # Most texts are printable, which is quicker to see.
    return not text.isprintable() and any("\ud800" <= c <= "\udfff" for c in text)
