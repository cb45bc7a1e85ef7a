"""Reading TMX (1.4b and earlier) of any tool, unit by unit, however large the file.

The file is cut after each unit, and the parser gets one piece at a time. So what it finds wrong is
known to be of that unit even where all stands on one line; and it is told to go on after that with
another parser, for one that has met damage (illegal characters, as some releases of Trados write;
elements that are never closed) may take everything after it for part of the damaged unit.

A document type may be named, and is never read. A file that declares entities is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from padanan.errors import InputError
from padanan.translate.memory.refused import Refused
from padanan.translate.memory.tmx_unit import Stamp, pairs, stamp
from padanan.translate.memory.unit import Unit

if TYPE_CHECKING:
    from lxml import etree

_CHUNK = 1 << 16

_OVERLAP = 64
"""Bytes that stay behind, for the end of a unit may lie across two chunks."""

_ENDS = {
    "utf-8": re.compile(rb"</tu\s*>"),  # and whatever else has ASCII's characters as they are
    "utf-16-le": re.compile(rb"<\0/\0t\0u\0(?:\s\0)*>\0"),
    "utf-16-be": re.compile(rb"\0<\0/\0t\0u(?:\0\s)*\0>"),
}
"""The end of a unit, by encoding."""

_CUT = Refused(0, "the file is cut off: its end is missing")


def read_tmx(file: BinaryIO) -> Iterator[Unit | Refused]:
    """The pairs of Indonesian and English in a TMX file, in its order, and what is none.

    Raises:
        InputError: It is no TMX file, or declares entities; said without the file's name.
        OSError: It cannot be read.
    """
    start = file.read(_CHUNK)
    encoding, declared = _encodings(start)
    units = _Units(encoding, declared)
    tail = b""
    for piece, whole in _pieces(file, start, _ENDS[encoding]):
        yield from units.take(piece, whole=whole)
        tail = (tail + piece)[-1024:]
    units.finish()
    if b"</tmx" not in tail.replace(b"\0", b""):
        yield _CUT


def _encodings(start: bytes) -> tuple[str, str]:
    """The encoding as far as it matters here (a key of `_ENDS`), and by its name in XML.

    It is told by the first bytes (XML 1.0, appendix F).
    """
    if start[:2] in (b"\xff\xfe", b"<\0"):
        return "utf-16-le", "UTF-16LE"
    if start[:2] in (b"\xfe\xff", b"\0<"):
        return "utf-16-be", "UTF-16BE"
    declared = re.match(
        rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)", start
    )
    return "utf-8", declared[1].decode("ascii") if declared else "UTF-8"


def _pieces(file: BinaryIO, start: bytes, end: re.Pattern[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The file in pieces, each with whether a unit ends with it."""
    rest, chunk = b"", start
    while chunk:
        data = rest + chunk
        at = 0
        for found in end.finditer(data):
            yield data[at : found.end()], True
            at = found.end()
        rest = data[at:]
        if len(rest) > _CHUNK:
            yield rest[:-_OVERLAP], False
            rest = rest[-_OVERLAP:]
        chunk = file.read(_CHUNK)
    yield rest, False


class _Units:
    """The units in the pieces of a file."""

    def __init__(self, encoding: str, declared: str) -> None:
        self._encoding = encoding
        self._declared = declared
        self._line_break = "\n".encode(encoding)
        self._parser = _parser()
        self._stamp = Stamp()
        self._begun = False
        self._lines = 0  # of the pieces before
        self._above = 0  # lines of the file that this parser has not seen

    def take(self, piece: bytes, *, whole: bool) -> Iterator[Unit | Refused]:
        """What a piece brings.

        Args:
            piece: The piece.
            whole: Whether a unit ends with it.

        Raises:
            InputError: It is no TMX file, or declares entities.
        """
        from padanan.glossary.formats.safe_xml import name

        self._parser.feed(piece)
        ended: list[etree._Element] = []
        for event, element in cast(
            "Iterator[tuple[str, etree._Element]]", self._parser.read_events()
        ):
            if not self._begun:
                _expect_tmx(element)
                self._begun = True
            elif event == "end" and name(element) == "header":
                self._stamp = stamp(element)
            elif event == "end" and name(element) == "tu":
                ended.append(element)
        if whole or ended:  # <tu/> ends without an end
            yield from self._end(ended, piece)
        self._lines += piece.count(self._line_break)

    def _end(self, ended: "list[etree._Element]", piece: bytes) -> Iterator[Unit | Refused]:
        if not self._begun:
            raise self._no_tmx()
        damage = self._damage()
        if damage is None and len(ended) == 1:
            for one in pairs(ended[0], self._stamp):
                if isinstance(one, Refused):
                    yield replace(one, line=one.line + self._above)
                else:
                    yield one
            _forget(ended[0])
            return
        yield damage or Refused(self._lines + 1, "is damaged")
        self._go_on(self._lines + piece.count(self._line_break))

    def _damage(self) -> Refused | None:
        """What was wrong with the piece; None if nothing was."""
        from padanan.glossary.problem import shown

        for one in self._parser.feed_error_log:
            # That an entity is not declared is no more than a warning if there may be a document
            # type that does; but what it stands for is not known.
            if one.level_name != "WARNING" or "ENTITY" in one.type_name:
                return Refused(self._above + one.line, f"is damaged ({shown(one.message)})")
        return None

    def _go_on(self, above: int) -> None:
        """Take another parser, which knows what the one before knew before the damage."""
        self._parser = _parser()
        frame = f'<?xml version="1.0" encoding="{self._declared}"?><tmx><body>'
        self._parser.feed(frame.encode(self._encoding))
        for _ in self._parser.read_events():
            pass
        self._above = above

    def finish(self) -> None:
        """See that it was a TMX file.

        Raises:
            InputError: It was none.
        """
        if not self._begun:
            raise self._no_tmx()

    def _no_tmx(self) -> InputError:
        from padanan.glossary.problem import shown

        first = next((one.message for one in self._parser.feed_error_log), "")
        return InputError(f"is no TMX file{f' ({shown(first)})' if first else ''}.")


def _parser() -> "etree.XMLPullParser":
    from lxml import etree

    from padanan.glossary.formats.safe_xml import INERT

    return etree.XMLPullParser(
        events=("start", "end"),
        tag=("{*}tmx", "{*}header", "{*}tu"),
        recover=True,
        **INERT,
    )


def _expect_tmx(root: "etree._Element") -> None:
    from padanan.glossary.formats.safe_xml import name

    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise InputError(
            "declares XML entities, which can be made to exhaust the memory or to read other "
            "files. Export it from the other tool again, without them."
        )
    if name(root) != "tmx" or root.getparent() is not None:
        raise InputError("is no TMX file: its outermost element is not <tmx>.")


def _forget(unit: "etree._Element") -> None:
    """Take a unit out of the tree, and whatever stands before it."""
    parent = unit.getparent()
    if parent is not None:
        del parent[: parent.index(unit)]
    unit.clear()
