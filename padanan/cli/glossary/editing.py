"""`padanan glossary add`, `edit` and `remove`: one concept at a time."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.completing import domains
from padanan.cli.glossary import files
from padanan.cli.glossary.filters import FLAG, POS
from padanan.cli.glossary.naming import expect_new, named, tell_new_domain
from padanan.cli.glossary.showing import changes_dict, put_changes
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import data_json, inert, say
from padanan.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from padanan.glossary import GlossaryFile
    from padanan.glossary.compare import Changes

_OPEN = "none"
"""What is said for a part of speech to be left open."""

_TERM, _RENDERING = "term", "rendering"

_avoid = click.option("--avoid", multiple=True, metavar="RENDERING", help="A rendering to avoid.")
_flag = click.option("--flag", "flags", type=FLAG, multiple=True, help="How it is to be matched.")
_in_domain = click.option(
    "--in-domain",
    metavar="DOMAIN",
    shell_complete=domains,
    help="Which concept, where several have the term.",
)


@click.command(
    cls=ManualCommand,
    about={
        "TERM": "The Indonesian term, in its base form.",
        "RENDERING": "The English to use, in its base form.",
    },
    examples={
        'padanan glossary add "jaminan keamanan" "security guarantee"': (
            "A concept of one term and one rendering."
        ),
        'padanan glossary add Pilkada "regional election" --pos name --flag case': (
            "A name whose capitals count."
        ),
        'padanan glossary add "wawancara cegat" "doorstop interview" --dry-run': (
            "See first what it would be."
        ),
    },
    exit_codes={
        ExitCode.USAGE: files.NOBODY_ASKED,
        ExitCode.BAD_INPUT: files.UNCHANGED,
    },
    files=files.HERE_IS,
    see=("docs/glossary.md", "padanan glossary edit", "padanan glossary impact"),
)
@click.argument("term")
@click.argument("rendering")
@click.option("--term", "terms", multiple=True, metavar="TERM", help="Another term for it.")
@click.option("--also", multiple=True, metavar="RENDERING", help="Another accepted rendering.")
@_avoid
@click.option("--pos", type=POS, help="The part of speech.")
@click.option(
    "--domain", default="", shell_complete=domains, help="The subject field in a word or two."
)
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

    Options that add to a list may be given again and again; a bar parts several entries too, as in
    the file: "Komisi Pemberantasan Korupsi|KPK".
    """
    from padanan.glossary import Concept, Flag, PartOfSpeech
    from padanan.glossary.compare import Changes
    from padanan.glossary.rules import clean

    concept = Concept(
        _entries((term, *terms), _TERM),
        _entries((rendering, *also), _RENDERING),
        _entries(avoid, _RENDERING),
        PartOfSpeech(pos) if pos else None,
        clean(domain),
        frozenset(map(Flag, flags)),
        clean(note),
    )

    def work(glossary: "GlossaryFile") -> Changes:
        expect_new(glossary, concept)
        tell_new_domain(glossary, concept)
        glossary.add(concept)
        return Changes(added=(concept,))

    _change(file, work, dry_run=dry_run, as_json=as_json)
    return ExitCode.DONE


@click.command(
    cls=ManualCommand,
    about={"TERM": "One of the concept's terms."},
    examples={
        'padanan glossary edit deeskalasi --prefer "easing of tensions"': (
            "Another rendering from now on; the old one stays accepted."
        ),
        'padanan glossary edit deeskalasi --avoid "escalation reduction" --pos noun': (
            "A rendering to avoid, and the part of speech."
        ),
        "padanan glossary edit bunga --in-domain economy --drop flower": (
            "Of two concepts with this term, the one in this field."
        ),
    },
    exit_codes={
        ExitCode.USAGE: files.NOBODY_ASKED,
        ExitCode.BAD_INPUT: files.UNCHANGED,
    },
    files=files.HERE_IS,
    see=("docs/glossary.md", "padanan glossary add", "padanan glossary impact"),
)
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
@click.option("--domain", shell_complete=domains, help='The subject field; "" for none.')
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
    until it is dropped. To mend capitals, name the entry with the right ones: --also "US dollar". A
    bar parts several entries, as with add.
    """
    from padanan.glossary import Flag
    from padanan.glossary.compare import Change, Changes
    from padanan.glossary.edit import Edit, edited

    preferred = _entries(() if prefer is None else (prefer,), _RENDERING)
    first_terms = _entries(() if prefer_term is None else (prefer_term,), _TERM)
    wanted = Edit(
        prefer=preferred[0] if preferred else None,
        also=preferred[1:] + _entries(also, _RENDERING),
        avoid=_entries(avoid, _RENDERING),
        drop=_entries(drop, _RENDERING),
        prefer_term=first_terms[0] if first_terms else None,
        terms=first_terms[1:] + _entries(terms, _TERM),
        drop_terms=_entries(drop_terms, _TERM),
        pos="" if pos == _OPEN else pos,
        domain=domain,
        flags=frozenset(map(Flag, flags)),
        drop_flags=frozenset(map(Flag, drop_flags)),
        note=note,
    )
    if wanted == Edit():
        raise UsageError("nothing to change was named. See: padanan glossary edit --help")

    def work(glossary: "GlossaryFile") -> Changes:
        old = named(glossary, term, in_domain)
        new = edited(old, wanted)
        if new == old:
            say(f"{inert(old.terms[0])}: it is so already.")
            return Changes()
        tell_new_domain(glossary, new)
        glossary.replace(old, new)
        return Changes(changed=(Change(old, new),))

    _change(file, work, dry_run=dry_run, as_json=as_json)
    return ExitCode.DONE


@click.command(
    cls=ManualCommand,
    about={"TERMS": "A term of each concept to remove; one of several words in quotation marks."},
    examples={
        'padanan glossary remove "jaminan keamanan" deeskalasi': "Two concepts, after being asked.",
        "padanan glossary remove deeskalasi --yes": "Without being asked, as in a script.",
    },
    exit_codes={
        ExitCode.USAGE: files.NOBODY_ASKED,
        ExitCode.BAD_INPUT: files.UNCHANGED,
    },
    files=files.HERE_IS,
    see=("docs/glossary.md",),
)
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

    They are shown and, on a terminal, asked about; elsewhere, and with --json, --yes is needed.
    Either all are removed or none.
    """
    from padanan.glossary.compare import Changes

    files.check_confirmable(yes=yes, dry_run=dry_run, as_json=as_json)

    def work(glossary: "GlossaryFile") -> Changes:
        meant = tuple(dict.fromkeys(named(glossary, term, in_domain) for term in terms))
        glossary.remove(*meant)
        return Changes(removed=meant)

    question = None if yes else f"Remove {'this' if len(terms) == 1 else 'these'}?"
    _change(file, work, dry_run=dry_run, as_json=as_json, question=question)
    return ExitCode.DONE


def _entries(texts: Iterable[str], what: str) -> tuple[str, ...]:
    """The entries a person has named, bars between some perhaps.

    Raises:
        UsageError: One of the texts, each of which is a `what`, says nothing.
    """
    from padanan.glossary.row import SEPARATOR
    from padanan.glossary.rules import clean

    entries: list[str] = []
    for text in texts:
        parts = list(filter(None, map(clean, text.split(SEPARATOR))))
        if not parts:
            raise UsageError(f"a {what} is empty. Write one.")
        entries += parts
    return tuple(entries)


def _change(
    file: Path,
    work: "Callable[[GlossaryFile], Changes]",
    *,
    dry_run: bool,
    as_json: bool,
    question: str | None = None,
) -> None:
    """Let `work` change the glossary, and show what it has: as JSON when it is done, else before.

    See `files.change`.
    """
    done: list[Changes] = []

    def show(glossary: "GlossaryFile") -> bool:
        changes = work(glossary)
        done.append(changes)
        if not as_json:
            put_changes(changes)
        return bool(changes)

    files.change(file, show, dry_run=dry_run, question=question)
    if as_json:
        data_json(changes_dict(done[0]))
