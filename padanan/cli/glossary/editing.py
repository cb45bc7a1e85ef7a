"""`padanan glossary add`, `edit` and `remove`: one concept at a time."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.glossary import files
from padanan.cli.glossary.filters import FLAG, POS
from padanan.cli.glossary.showing import as_line, changes_dict, put_changes
from padanan.cli.talk import count, data_json, inert, say
from padanan.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from padanan.glossary import Concept, GlossaryFile
    from padanan.glossary.compare import Changes

_OPEN = "none"
"""What is said for a part of speech to be left open."""

_avoid = click.option("--avoid", multiple=True, metavar="RENDERING", help="A rendering to avoid.")
_flag = click.option("--flag", "flags", type=FLAG, multiple=True, help="How it is to be matched.")
_in_domain = click.option(
    "--in-domain", metavar="DOMAIN", help="Which concept, where several have the term."
)


@click.command()
@click.argument("term")
@click.argument("rendering")
@click.option("--term", "terms", multiple=True, metavar="TERM", help="Another term for it.")
@click.option("--also", multiple=True, metavar="RENDERING", help="Another accepted rendering.")
@_avoid
@click.option("--pos", type=POS, help="The part of speech.")
@click.option("--domain", default="", help="The subject field in a word or two.")
@_flag
@click.option("--note", default="", help="What a translator should know.")
@files.dry_run
@files.to_write
@files.as_json
def add(
    term: str,
    rendering: str,
    terms: tuple[str, ...],
    also: tuple[str, ...],
    avoid: tuple[str, ...],
    pos: str | None,
    domain: str,
    flags: tuple[str, ...],
    note: str,
    dry_run: bool,
    file: Path,
    as_json: bool,
) -> ExitCode:
    """Add a concept.

    It has an Indonesian TERM and the English RENDERING to use. For example: padanan glossary add
    "jaminan keamanan" "security guarantee" --avoid "security assurance" --pos noun --domain
    diplomacy. Options that add to a list may be given again and again; a bar parts several entries
    too, as in the file: "Komisi Pemberantasan Korupsi|KPK".
    """
    from padanan.glossary import Concept, Flag, PartOfSpeech
    from padanan.glossary.compare import Changes
    from padanan.glossary.rules import clean

    concept = Concept(
        _entries((term, *terms)) or ("",),
        _entries((rendering, *also)) or ("",),
        _entries(avoid),
        PartOfSpeech(pos) if pos else None,
        clean(domain),
        frozenset(map(Flag, flags)),
        clean(note),
    )

    def work(glossary: "GlossaryFile") -> bool:
        _expect_new(glossary, concept)
        _tell_new_domain(glossary, concept)
        glossary.add(concept)
        _put(Changes(added=(concept,)), as_json=as_json)
        return True

    files.change(file, work, dry_run=dry_run)
    return ExitCode.DONE


@click.command()
@click.argument("term")
@_in_domain
@click.option("--prefer", metavar="RENDERING", help="The rendering to use from now on.")
@click.option("--also", multiple=True, metavar="RENDERING", help="Accept a rendering as well.")
@_avoid
@click.option("--drop", multiple=True, metavar="RENDERING", help="Forget a rendering.")
@click.option("--prefer-term", metavar="TERM", help="The term to put first.")
@click.option("--term", "terms", multiple=True, metavar="TERM", help="Add a term.")
@click.option("--drop-term", "drop_terms", multiple=True, metavar="TERM", help="Forget a term.")
@click.option(
    "--pos",
    type=click.Choice([*POS.choices, _OPEN]),
    help=f"The part of speech; {_OPEN} to leave it open.",
)
@click.option("--domain", help='The subject field; "" for none.')
@_flag
@click.option("--drop-flag", "drop_flags", type=FLAG, multiple=True, help="Take a flag away.")
@click.option("--note", help='What a translator should know; "" for nothing.')
@files.dry_run
@files.to_write
@files.as_json
def edit(
    term: str,
    in_domain: str | None,
    prefer: str | None,
    also: tuple[str, ...],
    avoid: tuple[str, ...],
    drop: tuple[str, ...],
    prefer_term: str | None,
    terms: tuple[str, ...],
    drop_terms: tuple[str, ...],
    pos: str | None,
    domain: str | None,
    flags: tuple[str, ...],
    drop_flags: tuple[str, ...],
    note: str | None,
    dry_run: bool,
    file: Path,
    as_json: bool,
) -> ExitCode:
    """Change the concept that has this TERM.

    What was there and what is there now is shown. A rendering that is preferred, accepted or
    avoided from now on leaves the place it had; the one that was preferred before stays accepted
    until it is dropped. To mend capitals, name the entry with the right ones: --also "US dollar".
    """
    from padanan.glossary import Flag
    from padanan.glossary.compare import Change, Changes
    from padanan.glossary.edit import Edit, edited

    wanted = Edit(
        prefer=prefer,
        also=_entries(also),
        avoid=_entries(avoid),
        drop=_entries(drop),
        prefer_term=prefer_term,
        terms=_entries(terms),
        drop_terms=_entries(drop_terms),
        pos="" if pos == _OPEN else pos,
        domain=domain,
        flags=frozenset(map(Flag, flags)),
        drop_flags=frozenset(map(Flag, drop_flags)),
        note=note,
    )
    if wanted == Edit():
        raise UsageError("nothing to change was named. See: padanan glossary edit --help")

    def work(glossary: "GlossaryFile") -> bool:
        old = _named(glossary, term, in_domain)
        new = edited(old, wanted)
        if new == old:
            say(f"{inert(old.terms[0])}: it is so already.")
        else:
            _tell_new_domain(glossary, new)
            glossary.replace(old, new)
        _put(Changes(changed=(Change(old, new),) if new != old else ()), as_json=as_json)
        return new != old

    files.change(file, work, dry_run=dry_run)
    return ExitCode.DONE


@click.command()
@click.argument("terms", nargs=-1, required=True)
@_in_domain
@files.yes
@files.dry_run
@files.to_write
@files.as_json
def remove(
    terms: tuple[str, ...],
    in_domain: str | None,
    yes: bool,
    dry_run: bool,
    file: Path,
    as_json: bool,
) -> ExitCode:
    """Remove the concepts that have these TERMS.

    Each is a term of its own: padanan glossary remove "jaminan keamanan" deeskalasi. They are shown
    and, on a terminal, asked about; elsewhere --yes is needed. Either all are removed or none.
    """
    from padanan.glossary.compare import Changes

    files.check_confirmable(yes=yes, dry_run=dry_run)

    def work(glossary: "GlossaryFile") -> bool:
        named = dict.fromkeys(_named(glossary, term, in_domain) for term in terms)
        glossary.remove(*named)
        _put(Changes(removed=tuple(named)), as_json=as_json)
        return True

    question = None if yes else f"Remove {'this' if len(terms) == 1 else 'these'}?"
    files.change(file, work, dry_run=dry_run, question=question)
    return ExitCode.DONE


def _entries(texts: Iterable[str]) -> tuple[str, ...]:
    """The entries a person has named, bars between some perhaps."""
    from padanan.glossary.row import SEPARATOR
    from padanan.glossary.rules import clean

    entries = (clean(entry) for text in texts for entry in text.split(SEPARATOR))
    return tuple(filter(None, entries))


def _put(changes: "Changes", *, as_json: bool) -> None:
    if as_json:
        data_json(changes_dict(changes))
    else:
        put_changes(changes)


def _expect_new(glossary: "GlossaryFile", concept: "Concept") -> None:
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


def _named(glossary: "GlossaryFile", term: str, in_domain: str | None) -> "Concept":
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
    elsewhere = [_quoted(one.domain) for one in _with_term(glossary.concepts, term)]
    if elsewhere:
        raise InputError(
            f"{glossary.path}: “{term}” is no term of the domain {in_domain}, but of "
            f"{' and '.join(elsewhere)}."
        )
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


def _tell_new_domain(glossary: "GlossaryFile", concept: "Concept") -> None:
    """Say that a domain was not there before: it may be misspelt."""
    known = sorted({other.domain for other in glossary.concepts if other.domain})
    if concept.domain and known and concept.domain not in known:
        say(f"“{concept.domain}” is a new domain.{_similar(concept.domain, known)}")
