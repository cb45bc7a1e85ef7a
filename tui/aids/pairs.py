"""Looking for words in the memory and in bilingual files: a concordance."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

from padanan.errors import InputError, PadananError
from padanan.files import read_file
from padanan.language import gettext as _
from padanan.translate import bilingual
from padanan.translate.bilingual import State
from padanan.translate.memory import Unit
from padanan.tui.folding import numbered
from padanan.tui.overview import find
from padanan.tui.tools import Tools

MOST = 200
"""Pairs that are found at most."""

_TOKEN = re.compile(r'"([^"]+)"|(\S+)')
_SLASHED = re.compile(r"/(.+)/")
_FOLD = re.compile(r'"\s*\n\s*"')


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    Attributes:
        words: Words, all of which are in the source or all in the target; empty for a pattern.
        pattern: What finds each of them, or the pattern itself.
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def parse(cls, line: str) -> Self | None:
        """What a line asks for; None where it asks for nothing.

        Words may stand in quotation marks to be one; capitals do not count. After `re:`, or
        between slashes, stands a regular expression.

        Raises:
            InputError: The regular expression is none.
        """
        line = line.strip()
        slashed = _SLASHED.fullmatch(line)
        expression = slashed[1] if slashed else line[3:].strip() if line[:3] == "re:" else ""
        if expression:
            try:
                return cls((), re.compile(expression, re.IGNORECASE))
            except (re.error, OverflowError, RecursionError) as error:
                sentence = _("{line}: this is no regular expression ({error}).")
                raise InputError(sentence.format(line=line, error=error)) from error
        words = tuple(a or b for a, b in _TOKEN.findall(line)) if line[:3] != "re:" else ()
        if not any(character.isalnum() for word in words for character in word):
            return None
        longest_first = sorted(words, key=len, reverse=True)
        found = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
        return cls(tuple(word.casefold() for word in words), found)

    def finds(self, source: str, target: str) -> bool:
        """Whether it finds a pair, on one of its sides."""
        if not self.words:
            return any(self.pattern.search(text) for text in (source, target))
        return any(all(word in text.casefold() for word in self.words) for text in (source, target))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where it finds something in a text."""
        return [one.span() for one in self.pattern.finditer(text) if one.end() > one.start()]

    def may_be_in(self, data: str) -> bool:
        """Whether a bilingual file may have a pair for it, told by the text of the file."""
        if not self.words:
            return True
        text = _FOLD.sub("", data).casefold()
        return all(_escaped(word) in text for word in self.words)


def _escaped(word: str) -> str:
    """A word as it stands within the quotation marks of a PO file."""
    return word.replace("\\", "\\\\").replace('"', '\\"')


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and its translation that have what was looked for.

    Attributes:
        source: The Indonesian.
        target: The English.
        article: What its article is called.
        segment: The segment's id there.
        number: Its number there, as the desk counts; 0 where that is not known, or it has none.
        state: How far the work on it has come; of what is in the memory that it is approved.
        here: Whether it is in the article that is open.
        who: Who approved it, where the memory says so.
        time: When, as `Unit.time`.
    """

    source: str
    target: str
    article: str
    segment: str
    state: State
    here: bool = False
    number: int = 0
    who: str = ""
    time: str = ""


def look(
    query: Query, open_: Path, folder: Path, tools: Tools, dropped: Callable[[], bool]
) -> Iterator[Pair]:
    """Pairs that a query finds: of the open article, of the memory, of the other articles.

    Pairs that are the same come once. What cannot be read is passed over: whoever opens it is told
    why.

    Args:
        query: What is looked for.
        open_: The bilingual file that is open.
        folder: Where the others are.
        tools: Who has the memory.
        dropped: Whether nobody wants the rest any more.
    """
    seen: set[tuple[str, str]] = set()
    for found in _all(query, open_, folder, tools):
        if dropped():
            return
        if found is None or (found.source, found.target) in seen:
            continue
        seen.add((found.source, found.target))
        yield found
        if len(seen) == MOST:
            return


def _all(query: Query, open_: Path, folder: Path, tools: Tools) -> Iterator[Pair | None]:
    """All that is found, and a None now and then, so that one can stop."""
    yield from _in_file(query, open_, open_.stem, here=True)
    yield from _in_memory(query, tools)
    for path in find(folder):
        yield None
        if path != open_:
            name = path.relative_to(folder).with_suffix("").as_posix()
            yield from _in_file(query, path, name)


def _in_memory(query: Query, tools: Tools) -> Iterator[Pair | None]:
    try:
        with tools.memory() as memory:
            for unit in memory.units(query.words) if memory is not None else ():
                yield _approved(unit) if query.finds(unit.source, unit.target) else None
    except PadananError:
        return


def _approved(unit: Unit) -> Pair:
    """A unit of the memory as a pair."""
    article = PurePosixPath(unit.article).stem
    return Pair(
        unit.source,
        unit.target,
        article,
        unit.segment,
        State.APPROVED,
        who=unit.who,
        time=unit.time,
    )


def _in_file(query: Query, path: Path, name: str, *, here: bool = False) -> Iterator[Pair]:
    try:
        if not query.may_be_in(read_file(path).decode("utf-8", "replace")):
            return
        content = bilingual.load(path)
    except (OSError, PadananError):
        return
    entries: Sequence[bilingual.Entry] = content.entries if content is not None else ()
    for entry, number in zip(entries, numbered(entries), strict=True):
        if query.finds(entry.source, entry.target):
            yield Pair(entry.source, entry.target, name, entry.id, entry.state, here, number)
