"""Which concept a person means by a term and a domain, and what they are told of others."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from padanan.cli.glossary.showing import as_line
from padanan.cli.talk import count, say
from padanan.errors import InputError

if TYPE_CHECKING:
    from padanan.glossary import Concept, GlossaryFile


def expect_new(glossary: "GlossaryFile", concept: "Concept") -> None:
    """See that none of the concept's terms has a row, and warn of rows in other domains.

    Raises:
        InputError: One has, in the same domain.
    """
    for term in concept.terms:
        for other in _with_term(glossary.concepts, term):
            if other.domain.casefold() == concept.domain.casefold() and _same(other, concept, term):
                raise InputError(
                    f"{glossary.path}: “{term}” is there already ({as_line(other)}). Change that "
                    f'concept with: padanan glossary edit "{other.terms[0]}"; or, if this is '
                    "another concept, add it with another --domain."
                )
            if not concept.domain or not other.domain:
                say(
                    f"“{term}” is also a term of another concept: {as_line(other)}. Give each a "
                    "domain of its own with --domain, or make one of the two."
                )


def _same(one: "Concept", other: "Concept", term: str) -> bool:
    """Whether capitals do not tell the two concepts' term apart."""
    from padanan.glossary import Flag

    return term in one.terms or not (Flag.CASE in one.flags and Flag.CASE in other.flags)


def named(glossary: "GlossaryFile", term: str, in_domain: str | None) -> "Concept":
    """The one concept that a person means.

    Raises:
        InputError: There is none, or several; what to say instead is said.
    """
    found = _with_term(glossary.concepts, term)
    if in_domain is not None:
        found = [one for one in found if one.domain.casefold() == in_domain.strip().casefold()]
    exact = [one for one in found if term in one.terms]
    if len(found) > 1 and len(exact) == 1:
        found = exact
    if len(found) == 1:
        return found[0]
    if found:
        which = [f"\n  --in-domain {_quoted(one.domain)}  {as_line(one)}" for one in found]
        raise InputError(
            f"{glossary.path}: “{term}” is a term of {count(len(found), 'concept')}. Say which "
            f"with:{''.join(which)}"
        )
    elsewhere = [one.domain for one in _with_term(glossary.concepts, term)]
    if elsewhere:
        asked = f"{glossary.path}: “{term}” is no term of the domain {_quoted(in_domain or '')}"
        domains = [domain for domain in elsewhere if domain]
        but = f", but of {' and '.join(domains)}." if domains else "."
        if "" in elsewhere:
            row = "a row of it" if domains else "its row"
            but = f'{but[:-1]}; {row} has no domain (--in-domain "").'
        raise InputError(asked + but)
    known = (text for concept in glossary.concepts for text in concept.terms)
    raise InputError(f"{glossary.path}: no concept has the term “{term}”.{_similar(term, known)}")


def _quoted(domain: str) -> str:
    """A domain as it is said on a command line."""
    return f'"{domain}"' if not domain or " " in domain else domain


def _with_term(concepts: "Iterable[Concept]", term: str) -> "list[Concept]":
    from padanan.glossary.rules import clean

    key = clean(term).casefold()
    return [one for one in concepts if any(key == text.casefold() for text in one.terms)]


def _similar(text: str, known: Iterable[str]) -> str:
    """A hint at which of what is known may be meant."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        text, known, scorer=fuzz.ratio, processor=str.casefold, score_cutoff=75
    )
    return f" Is “{found[0]}” meant?" if found else ""


def tell_new_domain(glossary: "GlossaryFile", concept: "Concept") -> None:
    """Say that a domain was not there before: it may be misspelt."""
    known = sorted({other.domain for other in glossary.concepts if other.domain})
    if concept.domain and known and concept.domain not in known:
        say(f"“{concept.domain}” is a new domain.{_similar(concept.domain, known)}")
