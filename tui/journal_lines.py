"""The lines of a journal: one JSON object each, as a person's work is noted in them and read."""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeVar

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.machine import Offer, Term
from padanan.tui.changes import Change

_VERSION = 1

_MANY = 500
"""How many entries one line is about, unless they are split or joined."""

HEADER = json.dumps({"padanan journal": _VERSION}).encode() + b"\n"
"""The first line."""


@dataclass(frozen=True, slots=True)
class Typing:
    """What a person is typing, before it is a change.

    Attributes:
        entry_id: The entry they write in.
        source: Its source.
        text: The text so far.
        cursor: Where in it the cursor is.
    """

    entry_id: str
    source: str
    text: str
    cursor: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """What could be read of a journal.

    Attributes:
        changes: The changes, in order.
        typing: What was being typed last, if it had not been finished.
        sound: Whether all could be read; a last line that was being written does not count.
    """

    changes: tuple[Change, ...] = ()
    typing: Typing | None = None
    sound: bool = True


_UNREADABLE = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)
"""What reading a damaged line can end with."""


def did(change: Change) -> Iterator[bytes]:
    """The lines of a change: one, or several for a very large one, so that other threads get their
    turn while they are made."""
    parts = [change]
    if len(change.seen) > _MANY and not change.recut:
        parts = [
            Change(change.seen[at : at + _MANY], change.new[at : at + _MANY], change.typed)
            for at in range(0, len(change.seen), _MANY)
        ]
    for part in parts:
        seen, new = ([_noted(entry) for entry in entries] for entries in (part.seen, part.new))
        yield _line("did", {"seen": seen, "new": new, "typed": part.typed})


def types(typing: Typing | None) -> bytes:
    """The line of what is being typed; None when nothing is any more."""
    if typing is None:
        return _line("types", None)
    return _line(
        "types",
        {
            "id": typing.entry_id,
            "source": typing.source,
            "text": typing.text,
            "cursor": typing.cursor,
        },
    )


def read(data: bytes) -> Read:
    """Read a journal. Whatever can be read of it is; nothing in it is trusted."""
    *lines, last = data.split(b"\n")
    changes: list[Change] = []
    typing: Typing | None = None
    sound = not data or data.startswith(HEADER) or HEADER.startswith(data)
    for line in (*lines, last):
        if not line.strip() or line == HEADER.strip():
            continue
        try:
            found = json.loads(line.decode("utf-8"))
            if "did" in found:
                changes.append(_change(found["did"]))
            elif "types" in found:
                typing = _typing(found["types"])
            else:
                sound = sound and line is last
        except _UNREADABLE:
            sound = sound and line is last
    return Read(tuple(changes), typing, sound)


def _line(key: str, value: object) -> bytes:
    # Pure ASCII: a line can be torn, but no character.
    return json.dumps({key: value}, separators=(",", ":")).encode("ascii") + b"\n"


_DEFAULTS = {field.name: field.default for field in fields(Entry) if field.default is not MISSING}


def _noted(entry: Entry) -> dict[str, object]:
    """An entry's fields that say something."""
    noted: dict[str, object] = {
        field.name: value
        for field in fields(Entry)
        if (value := getattr(entry, field.name)) != _DEFAULTS.get(field.name, MISSING)
    }
    if entry.terms:
        noted["terms"] = [[t.term, t.rendering, t.step, t.admitted] for t in entry.terms]
    if entry.offer is not None:
        offer = entry.offer
        noted["offer"] = [offer.score, offer.source, offer.target, offer.unit]
    return noted


def _change(noted: Mapping[str, Any]) -> Change:
    seen, new = (tuple(map(_entry, _list(noted[key]))) for key in ("seen", "new"))
    if not seen or not new:
        raise ValueError("a change of nothing")
    return Change(seen, new, _bool(noted.get("typed", False)))


def _typing(noted: Mapping[str, Any] | None) -> Typing | None:
    if noted is None:
        return None
    text = _str(noted["text"])
    cursor = min(max(_int(noted["cursor"]), 0), len(text))
    return Typing(_str(noted["id"]), _str(noted["source"]), text, cursor)


def _entry(noted: Mapping[str, Any]) -> Entry:
    """An entry; fields that are not known are those of another version."""
    known: dict[str, Any] = {
        field.name: _READERS.get(field.name, _str)(noted[field.name])
        for field in fields(Entry)
        if field.name in noted
    }
    return Entry(**known)


_T = TypeVar("_T")


def _exactly(kind: type[_T]) -> Callable[[object], _T]:
    def checked(value: object) -> _T:
        if type(value) is not kind:
            raise TypeError(f"not {kind.__name__}")
        return value

    return checked


_int, _bool = _exactly(int), _exactly(bool)
_list: Callable[[object], list[Any]] = _exactly(list)


def _str(value: object) -> str:
    text = _exactly(str)(value)
    text.encode()  # half of a character, which no file can hold, is a ValueError
    return text


def _number(value: object) -> float:
    if not isinstance(value, float | int) or not math.isfinite(value):
        raise TypeError("not a number")
    return float(value)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(_str, _list(value)))


def _terms(value: object) -> tuple[Term, ...]:
    def all_terms() -> Iterable[Term]:
        for term, rendering, step, admitted in map(_list, _list(value)):
            yield Term(_str(term), _str(rendering), _str(step), _bool(admitted))

    return tuple(all_terms())


def _offer(value: object) -> Offer:
    score, source, target, unit = _list(value)
    return Offer(_int(score), _str(source), _str(target), _str(unit))


_READERS: Mapping[str, Callable[[Any], object]] = {
    "state": State,
    "kind": BlockKind,
    "line": _int,
    "score": _number,
    "confidence": _number,
    "terms": _terms,
    "findings": _strings,
    "offer": _offer,
    "flags": _strings,
}
