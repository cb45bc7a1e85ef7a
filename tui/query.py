"""What one searches an article for, and filters it by: a line of words and conditions."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from padanan.errors import InputError
from padanan.language import gettext as _
from padanan.translate.bilingual import Entry, State

DOUBTFUL = 0.5
"""Confidence below which a draft is more likely to need correcting than not."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry with what is known of it.

    Attributes:
        entry: The entry.
        findings: What the checks find in it: their ids.
        terms: The terms of the glossary in its source, in small letters, and what they are to be
            rendered by.
    """

    entry: Entry
    findings: Sequence[str] = ()
    terms: Sequence[str] = ()


Test = Callable[[Seen], bool]


def is_doubtful(entry: Entry) -> bool:
    """Whether an entry is a draft that is more likely to need correcting than not."""
    if entry.state is State.EMPTY:
        return True
    sure = entry.confidence
    return entry.state is State.DRAFT and sure is not None and sure < DOUBTFUL and not entry.touched


_STATES: dict[str, Test] = {
    "draft": lambda seen: seen.entry.state is State.DRAFT,
    "approved": lambda seen: seen.entry.state is State.APPROVED,
    "empty": lambda seen: seen.entry.state is State.EMPTY,
    "skipped": lambda seen: seen.entry.state is State.SKIPPED,
    "unreviewed": lambda seen: seen.entry.state in (State.DRAFT, State.EMPTY),
    "changed": lambda seen: seen.entry.touched and seen.entry.state is not State.APPROVED,
    "doubtful": lambda seen: is_doubtful(seen.entry),
}
_PARTS: dict[str, Test] = {
    "finding": lambda seen: bool(seen.findings),
    "comment": lambda seen: bool(seen.entry.comment),
    "term": lambda seen: bool(seen.terms),
    "offer": lambda seen: seen.entry.offer is not None,
}
_SURE = re.compile(r"sure([<>])(0?\.[0-9]+|[01]|[0-9]{1,3}%)")
_TOKEN = re.compile(r'(?:([a-z]+):)?(?:"([^"]*)"|(\S+))')

HELP = (
    "is:draft is:approved is:empty is:unreviewed is:changed is:doubtful is:skipped  "
    "has:finding has:comment has:term has:offer  check:NAME  term:WORD  source:WORD target:WORD  "
    're:PATTERN  sure<0.5  "several words"  -NOT'
)
"""What a query may say."""


def parse(line: str) -> Test:
    """The test that a line stands for: everything in it must hold. An empty line lets all pass.

    Words are looked for in source and target; capitals do not count. `HELP` lists the conditions;
    one after a minus must not hold. `re:` takes the rest of the line, as a regular expression.

    Raises:
        InputError: A condition means nothing, or the regular expression is none.
    """
    tests: list[Test] = []
    place = 0
    line = line.strip()
    while place < len(line):
        if line[place].isspace():
            place += 1
            continue
        against = line[place] == "-" and place + 1 < len(line) and not line[place + 1].isspace()
        place += against
        if line.startswith("re:", place):
            tests.append(_against(_pattern(line[place + 3 :]), against=against))
            break
        found = _TOKEN.match(line, place)
        if found is None:  # a lone quotation mark
            tests.append(_words(line[place:], source=True, target=True))
            break
        tests.append(_against(_condition(found), against=against))
        place = found.end()
    return lambda seen: all(test(seen) for test in tests)


def _against(test: Test, *, against: bool) -> Test:
    return (lambda seen: not test(seen)) if against else test


def _condition(found: re.Match[str]) -> Test:
    key, quoted, bare = found.groups()
    word = quoted if quoted is not None else bare
    if key is None:
        if (sure := _SURE.fullmatch(word)) is not None:
            return _confidence(sure[1], sure[2])
        return _words(word, source=True, target=True)
    if key in ("source", "target"):
        return _words(word, source=key == "source", target=key == "target")
    if key == "is":
        return _named(word, _STATES, "is")
    if key == "has":
        return _named(word, _PARTS, "has")
    if key == "check":
        return lambda seen: any(word.casefold() in check for check in seen.findings)
    if key == "term":
        return lambda seen: any(word.casefold() in term.casefold() for term in seen.terms)
    # A colon in a text is no condition: "kata dia:besok".
    return _words(f"{key}:{word}", source=True, target=True)


def _named(word: str, tests: dict[str, Test], key: str) -> Test:
    if word.casefold() in tests:
        return tests[word.casefold()]
    raise InputError(
        _("{key}:{word} means nothing. There are {known}.").format(
            key=key, word=word, known=", ".join(f"{key}:{name}" for name in tests)
        )
    )


def _confidence(sign: str, bound: str) -> Test:
    limit = float(bound[:-1]) / 100 if bound.endswith("%") else float(bound)

    def test(seen: Seen) -> bool:
        sure = seen.entry.confidence
        if sure is None or seen.entry.touched:
            return False
        return sure < limit if sign == "<" else sure > limit

    return test


def _words(word: str, *, source: bool, target: bool) -> Test:
    key = word.casefold()

    def test(seen: Seen) -> bool:
        entry = seen.entry
        return (source and key in entry.source.casefold()) or (
            target and key in entry.target.casefold()
        )

    return test


def _pattern(pattern: str) -> Test:
    try:
        wanted = re.compile(pattern, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:  # a{9999999999}
        raise InputError(
            _("This is not a regular expression: {reason}.").format(reason=error)
        ) from error
    return lambda seen: bool(wanted.search(seen.entry.source) or wanted.search(seen.entry.target))
