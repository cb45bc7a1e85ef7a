"""Changing one concept as a terminologist says it: prefer this, avoid that, drop the other."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from padanan.errors import InputError
from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.problem import shown
from padanan.glossary.rules import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What is to be different in a concept; what is empty or None stays as it is.

    A rendering stands in one place only: one that is to be avoided is no longer accepted, and the
    other way round. An entry that is there with other capitals gets the new ones.

    Attributes:
        prefer: The rendering to use from now on; the one before it stays admitted.
        also: Renderings to admit.
        avoid: Renderings to avoid.
        drop: Renderings to forget, accepted or avoided.
        prefer_term: The term to put first.
        terms: Terms to add.
        drop_terms: Terms to forget.
        pos: The part of speech; empty to leave it open.
        domain: The subject field; empty for none.
        flags: Flags to set.
        drop_flags: Flags to take away.
        note: The note; empty for none.
    """

    prefer: str | None = None
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    prefer_term: str | None = None
    terms: tuple[str, ...] = ()
    drop_terms: tuple[str, ...] = ()
    pos: PartOfSpeech | str | None = None
    domain: str | None = None
    flags: frozenset[Flag] = field(default_factory=frozenset)
    drop_flags: frozenset[Flag] = field(default_factory=frozenset)
    note: str | None = None


def edited(concept: Concept, edit: Edit) -> Concept:
    """The concept after the edit.

    Raises:
        InputError: Something is to be dropped that is not there, or nothing would be left to use.
    """
    name = shown(concept.terms[0])
    flags = (concept.flags | edit.flags) - edit.drop_flags
    _expect(edit.drop_flags, concept.flags, f"{name} has no flag")
    terms = _Entries(concept.terms, case=Flag.CASE in flags)
    renderings, avoided = _Entries(concept.renderings), _Entries(concept.avoided)
    for text in edit.drop_terms:
        if not terms.drop(text):
            raise InputError(f"{shown(text)} is no term of {name}, so it cannot be dropped.")
    for text in edit.drop:
        if not (renderings.drop(text) | avoided.drop(text)):
            raise InputError(f"{shown(text)} is no rendering of {name}, so it cannot be dropped.")
    for text in edit.avoid:
        renderings.drop(text)
        avoided.put(text)
    for text in edit.also:
        avoided.drop(text)
        renderings.put(text)
    if edit.prefer is not None:
        avoided.drop(edit.prefer)
        renderings.put_first(edit.prefer)
    for text in edit.terms:
        terms.put(text)
    if edit.prefer_term is not None:
        terms.put_first(edit.prefer_term)
    if not terms.texts:
        raise InputError(f"{name} would be left without a term. Add one, or remove the concept.")
    _expect_preferred(concept, edit, renderings)
    return Concept(
        tuple(terms.texts),
        tuple(renderings.texts),
        tuple(avoided.texts),
        concept.pos if edit.pos is None else PartOfSpeech(edit.pos) if edit.pos else None,
        concept.domain if edit.domain is None else clean(edit.domain),
        flags,
        concept.note if edit.note is None else clean(edit.note),
    )


class _Entries:
    """The entries of a cell while they change. `case` tells entries apart by capitals alone."""

    def __init__(self, texts: Iterable[str], *, case: bool = False) -> None:
        self.texts = list(texts)
        self._case = case

    def put(self, text: str) -> None:
        """Add an entry at the end, or give it these capitals where it is."""
        place = self._place(text)
        if place is None:
            self.texts.append(clean(text))
        else:
            self.texts[place] = clean(text)

    def put_first(self, text: str) -> None:
        """Put an entry first, whether it is there or not."""
        self.drop(text)
        self.texts.insert(0, clean(text))

    def drop(self, text: str) -> bool:
        """Take an entry away; whether it was there."""
        place = self._place(text)
        if place is not None:
            del self.texts[place]
        return place is not None

    def _place(self, text: str) -> int | None:
        key = self._key(clean(text))
        return next((i for i, entry in enumerate(self.texts) if self._key(entry) == key), None)

    def _key(self, text: str) -> str:
        return text if self._case else text.casefold()


def _expect(wanted: frozenset[Flag], there: frozenset[Flag], sentence: str) -> None:
    for flag in sorted(wanted - there):
        raise InputError(f"{sentence} {flag}, so it cannot be dropped.")


def _expect_preferred(concept: Concept, edit: Edit, renderings: _Entries) -> None:
    """See that another rendering comes to be preferred only where somebody has said so."""
    there = {text.casefold() for text in renderings.texts}
    if edit.prefer is not None or concept.preferred.casefold() in there:
        return
    raise InputError(
        f"{shown(concept.preferred)} is the rendering to use for {shown(concept.terms[0])}. Say "
        "with --prefer which one takes its place."
    )
