"""A person's changes to the glossary, put into its file; and where a desk's own file lies."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from padanan.errors import InputError, OutputError
from padanan.files import write_atomic
from padanan.glossary import Concept, Flag, GlossaryFile, PartOfSpeech
from padanan.glossary.edit import Edit, edited
from padanan.glossary.lock import changing
from padanan.glossary.problem import shown
from padanan.glossary.row import SEPARATOR
from padanan.glossary.rules import clean
from padanan.language import gettext as _
from padanan.tui.tools import Tools

FILE = Path("terms.tsv")
"""The desk's own glossary, where the settings name no other: in the folder where one works."""


@dataclass(frozen=True, slots=True)
class TermSaved:
    """A change that is in the glossary.

    Attributes:
        before: The concept as it was; None where it is new.
        after: The concept as it is now; None where it was deleted.
    """

    before: Concept | None
    after: Concept | None

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that are no longer as they were."""
        return tuple(one for one in (self.before, self.after) if one is not None)


@dataclass(frozen=True, slots=True)
class Cells:
    """What a person has written about a concept, entries with bars or semicolons between them."""

    terms: str = ""
    renderings: str = ""
    avoided: str = ""
    pos: str = ""
    domain: str = ""
    flags: frozenset[str] = frozenset()
    note: str = ""

    @classmethod
    def of(cls, concept: Concept) -> "Cells":
        """What there is to say of a concept."""
        return cls(
            f" {SEPARATOR} ".join(concept.terms),
            f" {SEPARATOR} ".join(concept.renderings),
            f" {SEPARATOR} ".join(concept.avoided),
            concept.pos or "",
            concept.domain,
            frozenset(concept.flags),
            concept.note,
        )

    def concept(self) -> Concept:
        """The concept.

        Raises:
            InputError: It has no term, or no rendering.
        """
        terms, renderings = entries(self.terms), entries(self.renderings)
        if not terms:
            raise InputError(_("There is no Indonesian term. Choose words, or write them."))
        if not renderings:
            raise InputError(_("There is no English rendering. Choose words, or write them."))
        return Concept(
            terms,
            renderings,
            entries(self.avoided),
            PartOfSpeech(self.pos) if self.pos else None,
            clean(self.domain),
            frozenset(map(Flag, self.flags)),
            clean(self.note),
        )


class Role(StrEnum):
    """What a rendering is to be for a concept that is there already."""

    ALSO = "also"
    """One that is accepted as well."""

    PREFER = "prefer"
    """The one to use."""

    AVOID = "avoid"
    """One to avoid."""

    OTHER = "other"
    """None of its: it is one of another concept with the same term."""


def wish(
    cells: Cells, edited: Concept | None, there: Concept | None, role: Role
) -> Callable[[Path], TermSaved]:
    """What is to be done to a glossary.

    Args:
        cells: What a person has written.
        edited: The concept that they change; None where they add something.
        there: The concept that has the term already; None where none has.
        role: What the rendering is to be for that.

    Raises:
        InputError: They have written too little.
    """
    concept = cells.concept()
    if edited is not None:
        return lambda path: change(path, edited, concept)
    if there is None or role is Role.OTHER:
        return lambda path: add(path, concept)
    words = concept.renderings
    edit = {
        Role.PREFER: Edit(prefer=words[0], also=words[1:]),
        Role.ALSO: Edit(also=words),
        Role.AVOID: Edit(avoid=words),
    }[role]
    return lambda path: render(path, there, edit)


def entries(cell: str) -> tuple[str, ...]:
    """The entries of a cell, with bars or semicolons between them."""
    return tuple(filter(None, map(clean, re.split(r"[|;]", cell))))


def with_commas(cells: Cells, known: Concept | None) -> tuple[str, ...]:
    """Renderings with a comma that may well be two; those of a list ("Law, Crime and Justice"), and
    those that are there already, are not.

    Args:
        cells: What a person has written.
        known: The concept that they change; None where it is a new one.
    """
    there = {*known.renderings, *known.avoided} if known is not None else set()
    written = (*entries(cells.renderings), *entries(cells.avoided))
    return tuple(
        one
        for one in written
        if ", " in one and one not in there and not re.search(r"\b(?:and|of|or|for)\b", one)
    )


def add(path: Path, concept: Concept) -> TermSaved:
    """Add a concept.

    Raises:
        InputError: It breaks a rule of the glossary, or has a term that is there already.
        OutputError: The file cannot be written.
    """
    with changing(path) as file:
        file.add(concept)
    return TermSaved(None, concept)


def render(path: Path, concept: Concept, edit: Edit) -> TermSaved:
    """Give a concept a rendering, or one to avoid, whatever else has changed about it meanwhile.

    Raises:
        InputError: It is not there any more, or the edit cannot be.
        OutputError: The file cannot be written.
    """
    with changing(path) as file:
        old = _again(file, concept)
        if any(one.casefold() == old.preferred.casefold() for one in edit.avoid):
            raise InputError(
                _(
                    "{rendering} is the rendering to use. Add another one as the one to use "
                    "first, and then this one as to be avoided."
                ).format(rendering=shown(old.preferred))
            )
        new = edited(old, edit)
        if new != old:
            file.replace(old, new)
    return TermSaved(old, new)


def change(path: Path, seen: Concept, new: Concept) -> TermSaved:
    """Put a concept in the place of another.

    Raises:
        InputError: That is not as it was seen any more, or the new one breaks a rule.
        OutputError: The file cannot be written.
    """
    with changing(path) as file:
        _expect(file, seen)
        if new != seen:
            file.replace(seen, new)
    return TermSaved(seen, new)


def delete(path: Path, seen: Concept) -> TermSaved:
    """Delete a concept.

    Raises:
        InputError: It is not as it was seen any more.
        OutputError: The file cannot be written.
    """
    with changing(path) as file:
        _expect(file, seen)
        file.remove(seen)
    return TermSaved(seen, None)


def _again(file: GlossaryFile, concept: Concept) -> Concept:
    """The concept as the file has it now."""
    if concept in file.concepts:
        return concept
    first = (concept.terms[0].casefold(), concept.domain.casefold())
    for one in file.concepts:
        if (one.terms[0].casefold(), one.domain.casefold()) == first:
            return one
    raise InputError(_gone(file, concept))


def _expect(file: GlossaryFile, concept: Concept) -> None:
    if concept not in file.concepts:
        raise InputError(_gone(file, concept))


def _gone(file: GlossaryFile, concept: Concept) -> str:
    return _(
        "{file}: another program has changed {term} meanwhile. Escape leaves this form; what is "
        "there now is shown when you ask for it again."
    ).format(file=file.path, term=shown(concept.terms[0]))


# The desk's own glossary


def shipped() -> Path:
    """The glossary that comes with padanan."""
    return Path(str(files("padanan.glossary"))) / "data" / "terms.tsv"


def has_own(tools: Tools) -> bool:
    """Whether a desk has a glossary of its own, which can be changed."""
    return tools.glossary_file is not None and tools.glossary_file != shipped()


def own_place(tools: Tools) -> Path:
    """Where a desk's own glossary lies, or would lie."""
    return tools.desk.glossary or FILE.absolute()


def start_own(tools: Tools) -> Path:
    """Give a desk a glossary of its own: what lies there, else a copy of the one that comes with
    padanan.

    Raises:
        InputError: That cannot be read.
        OutputError: The file cannot be written.
    """
    place = own_place(tools)
    if not place.exists():
        try:
            data = shipped().read_bytes()
        except OSError as error:
            raise InputError(f"{shipped()}: cannot be read ({error.strerror or error}).") from error
        if not place.parent.is_dir():
            raise OutputError(f"{place}: there is no such folder.")
        write_atomic(place, data)
    tools.glossary_file = place
    tools.renew_glossary()
    return place
