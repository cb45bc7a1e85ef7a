"""`padanan memory search` and `stats`: what is in the memory."""

from dataclasses import asdict

import click

from padanan.address import Place
from padanan.cli.glossary.files import as_json
from padanan.cli.manual import ManualCommand
from padanan.cli.memory.places import memory_place, open_there
from padanan.cli.memory.showing import as_dict, as_text, hit_dict, hit_text
from padanan.cli.places import place_name
from padanan.cli.talk import data, data_json, inert, say
from padanan.errors import ExitCode


@click.command(
    cls=ManualCommand,
    about={"WORDS": "Words, or parts of words; with --fuzzy one Indonesian sentence."},
    examples={
        "padanan memory search jaminan keamanan": "Where both words were translated, and how.",
        'padanan memory search --fuzzy "Presiden tiba di Bandung."': (
            "What the desk would offer for this sentence."
        ),
    },
    exit_codes={
        ExitCode.FINDINGS: "Nothing was found.",
        ExitCode.BAD_INPUT: "The memory is damaged, or cannot be read.",
    },
    files={"out/memory.sqlite": "The memory, where padanan.toml names no other."},
    see=("docs/memory.md",),
)
@click.argument("words", nargs=-1, required=True)
@click.option("--fuzzy", is_flag=True, help="Take the words for a sentence, and find similar ones.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 100),
    default=70,
    show_default=True,
    help="With --fuzzy: how alike a source must be, in percent.",
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="How many units to show at most.",
)
@memory_place
@as_json
def search(
    words: tuple[str, ...],
    fuzzy: bool,
    threshold: float,
    limit: int,
    where: Place | None,
    as_json: bool,
) -> ExitCode:
    """Look for words in what was approved, Indonesian or English.

    Found are units that have all the words, or parts of words, in the source or in the target, the
    latest first. With --fuzzy the words are one Indonesian sentence, and the units offered for it
    are shown as the desk offers them: with a score, and with what differs between their source and
    the sentence.
    """
    asked = " ".join(words)
    with open_there(where) as memory:
        if fuzzy:
            hits = memory.fuzzy(asked, limit, threshold)
            found = len(hits)
            shown = [hit_text(hit, asked) for hit in hits]
            dicts = [hit_dict(hit, asked) for hit in hits]
        else:
            units = memory.search(asked, limit)
            found = len(units)
            shown = [as_text(unit) for unit in units]
            dicts = [as_dict(unit) for unit in units]
    if as_json:
        data_json(dicts)
    else:
        for number, text in enumerate(shown):
            data(("\n" if number else "") + text)
    if not found:
        what = "nothing is like" if fuzzy else "nothing has"
        say(f"{place_name(memory.place)}: {what} “{inert(asked)}”.")
        return ExitCode.FINDINGS
    if found == limit:
        say("There may be more; see --limit.")
    return ExitCode.DONE


@click.command(
    cls=ManualCommand,
    examples={"padanan memory stats": "How large the memory is, and who filled it."},
    exit_codes={ExitCode.BAD_INPUT: "The memory is damaged, or cannot be read."},
    files={"out/memory.sqlite": "The memory, where padanan.toml names no other."},
    see=("docs/memory.md",),
)
@memory_place
@as_json
def stats(where: Place | None, as_json: bool) -> ExitCode:
    """Count units, articles and people."""
    with open_there(where) as memory:
        found = memory.stats()
    if as_json:
        data_json(asdict(found) | {"people": dict(found.people)})
        return ExitCode.DONE
    data(f"{'units':<18}{found.units:>12,}")
    data(f"{'different sources':<18}{found.sources:>12,}")
    data(f"{'articles':<18}{found.articles:>12,}")
    data(f"{'bytes':<18}{found.size:>12,}")
    if found.first:
        data(f"{'first':<10}{found.first:>20}")
        data(f"{'last':<10}{found.last:>20}")
    for who, number in found.people:
        data(f"{number:>30,}  {inert(who) or '(nobody named)'}")
    return ExitCode.DONE
