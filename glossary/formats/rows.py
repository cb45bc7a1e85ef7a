"""Between what a foreign file says and what may be a row of the glossary."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.formats.base import LeftOut, Reading
from padanan.glossary.formats.text import has_stray_bytes
from padanan.glossary.problem import Problem, Severity, shown
from padanan.glossary.row import SEPARATOR, concept_row
from padanan.glossary.rules import FORMULA_SIGNS, clean, read_row
from padanan.glossary.taken import TakenTerms


@dataclass(frozen=True, slots=True)
class Entry:
    """One concept as a foreign file has it: not tidied, perhaps incomplete.

    Attributes:
        line: 1-based line (row of a workbook) where it begins.
        position: 1-based character in the line, 1 where the format does not tell.
    """

    line: int
    position: int = 1
    terms: Sequence[str] = ()
    renderings: Sequence[str] = ()
    avoided: Sequence[str] = ()
    pos: PartOfSpeech | None = None
    domain: str = ""
    flags: frozenset[Flag] = frozenset()
    note: str = ""


class Gatherer:
    """Gathers the concepts of a file and what is wrong with the entries that are none."""

    def __init__(self) -> None:
        self._concepts: list[Concept] = []
        self._problems: list[Problem] = []
        self._taken = TakenTerms()

    def add(self, entry: Entry) -> None:
        """Take an entry over, or report why not."""
        tidied = self._tidied(entry)
        if tidied is None:
            return
        concept, problems = read_row(entry.line, concept_row(tidied))
        self._problems += [replace(problem, position=entry.position) for problem in problems]
        if concept is not None and not self._clashes(entry, concept):
            self._concepts.append(concept)

    def report(
        self,
        line: int,
        column: str,
        message: str,
        severity: Severity = Severity.ERROR,
        position: int = 1,
    ) -> None:
        """Note a problem that `add` cannot see."""
        self._problems.append(Problem(line, position, column, message, severity))

    def needs_work(self, line: int, term: str) -> None:
        """Note an entry whose translation is marked as not final (fuzzy), which is left out."""
        self.report(
            line, "", f"{shown(term)} needs work (fuzzy). Left out.", severity=Severity.WARNING
        )

    def reading(self) -> Reading:
        """All of it, the problems in the order of the file."""
        ordered = sorted(self._problems, key=lambda problem: (problem.line, problem.position))
        return Reading(tuple(self._concepts), tuple(ordered))

    def _tidied(self, entry: Entry) -> Concept | None:
        """What the entry says with plain spaces, and without what can be spared."""
        terms = self._entries(entry, "id", entry.terms)
        renderings = self._entries(entry, "en", entry.renderings)
        avoided = self._entries(entry, "avoid", entry.avoided)
        if terms is None or renderings is None or avoided is None:
            return None
        if not terms or not renderings:
            there = terms or renderings or avoided
            language, column = ("English", "en") if terms else ("Indonesian", "id")
            beside = f" beside {shown(there[0])}" if there else ""
            if terms and avoided:
                beside += f" but {shown(avoided[0])}, which is to be avoided"
            # Files that are still being translated are full of these.
            self._warn(entry, column, f"No {language} term{beside}. Left out.")
            return None
        if terms[0].startswith("#"):
            self.report(
                entry.line,
                "id",
                f"{shown(terms[0])} begins with “#”, which makes a row of the glossary a comment. "
                "Begin with another character.",
                position=entry.position,
            )
            return None
        return Concept(
            terms,
            renderings,
            self._not_wanted(entry, avoided, renderings),
            entry.pos,
            self._remark(entry, "domain", entry.domain),
            entry.flags,
            self._remark(entry, "note", entry.note),
        )

    def _entries(self, entry: Entry, column: str, texts: Sequence[str]) -> tuple[str, ...] | None:
        """The texts tidied, each once; None if one cannot be an entry of a cell."""
        entries: list[str] = []
        for text in texts:
            tidy = self._text(entry, column, text)
            if SEPARATOR in tidy:
                self.report(
                    entry.line,
                    column,
                    f"{shown(tidy)} holds a bar (|), which separates the glossary's entries. Put "
                    "another character.",
                    position=entry.position,
                )
                return None
            if has_stray_bytes(tidy):
                self.report(
                    entry.line,
                    column,
                    f"{shown(tidy)} is not UTF-8 text. Save the file as UTF-8.",
                    position=entry.position,
                )
                return None
            if tidy and tidy not in entries:
                entries.append(tidy)
        return tuple(entries)

    def _not_wanted(
        self, entry: Entry, avoided: tuple[str, ...], renderings: tuple[str, ...]
    ) -> tuple[str, ...]:
        """`avoided` without what is a rendering too."""
        wanted = {rendering.casefold() for rendering in renderings}
        both = [text for text in avoided if text.casefold() in wanted]
        if both:
            self.report(
                entry.line,
                "avoid",
                f"{shown(both[0])} is forbidden and yet one of the renderings. Taken as a "
                "rendering.",
                Severity.WARNING,
                entry.position,
            )
        return tuple(text for text in avoided if text not in both)

    def _remark(self, entry: Entry, column: str, text: str) -> str:
        """A text that is not worth losing the entry for."""
        tidy = self._text(entry, column, text)
        if has_stray_bytes(tidy):
            tidy = "".join("?" if has_stray_bytes(character) else character for character in tidy)
            self._warn(entry, column, f"{shown(tidy)}: what is not UTF-8 text has become “?”.")
        if tidy.startswith(FORMULA_SIGNS):
            self._warn(
                entry, column, f"{shown(tidy)}: the “{tidy[0]}” at its beginning is left out."
            )
            tidy = tidy.lstrip("".join(FORMULA_SIGNS) + " ")
        return tidy

    def _text(self, entry: Entry, column: str, text: str) -> str:
        """`text` without format characters (soft hyphens, zero-width spaces), spaces plain."""
        visible = text
        # Most texts are printable, which is quicker to see.
        if not text.isprintable():
            visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
        if visible != text:
            self._warn(entry, column, f"{shown(text)}: invisible characters are left out.")
        return clean(visible)

    def _warn(self, entry: Entry, column: str, message: str) -> None:
        self.report(entry.line, column, message, Severity.WARNING, entry.position)

    def _clashes(self, entry: Entry, concept: Concept) -> bool:
        """Whether an earlier concept of the domain has one of the terms; else they are taken."""
        clashes = self._taken.take(concept, entry.line)
        for term, line in clashes[:1]:
            self.report(
                entry.line,
                "id",
                f"{shown(term)} is a term of line {line} too, in the same domain. Keep it in one "
                "entry, or give the entries different domains if they are two concepts.",
                position=entry.position,
            )
        return bool(clashes)


def checked(concepts: Iterable[Concept]) -> tuple[list[Concept], list[LeftOut]]:
    """The concepts that may be rows of the glossary, and the others with the reason.

    Every format refuses the same concepts, so what one tool gets another gets too.
    """
    good: list[Concept] = []
    left_out: list[LeftOut] = []
    for concept in concepts:
        reason = _objection(concept)
        if reason:
            left_out.append(LeftOut(concept.terms[0], reason))
        else:
            good.append(concept)
    return good, left_out


def _objection(concept: Concept) -> str:
    """Why a concept cannot be a row of the glossary; empty if it can."""
    row = concept_row(concept)
    if has_stray_bytes(row):
        return "It holds half a surrogate pair, which is no text."
    if row.startswith(("#", '"#')):
        return "Its first term begins with “#”, which makes a row of the glossary a comment."
    if "\n" in row:
        return "It holds a line break."
    read, problems = read_row(1, row)
    if read == concept:
        return ""
    return " ".join(problem.message for problem in problems) or (
        "It holds a tab or a bar (|), which separate the glossary's cells and entries."
    )
