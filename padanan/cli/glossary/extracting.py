"""`padanan glossary extract`: terms the glossary could have as well."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.glossary import files
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, inert, say
from padanan.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from padanan.glossary.extract import Candidate


@click.command(
    cls=ManualCommand,
    about={
        "PATHS": (
            "Bilingual files (.po, approved segments only), articles (.txt, .md, "
            ".html), compressed texts (.xz, .gz), folders of them, or - for an "
            "article on standard input."
        ),
    },
    examples={
        "padanan glossary extract out/": "Terms, with the renderings your translations have.",
        "padanan glossary extract out/ --tsv > new.tsv": (
            "Rows to be edited, and then: padanan glossary merge new.tsv"
        ),
        "padanan glossary extract archive/ --min-count 10": "What an archive says often.",
    },
    exit_codes={
        ExitCode.FINDINGS: "There are only drafts; --drafts learns from them.",
        ExitCode.BAD_INPUT: "Some files could not be read; the others were.",
    },
    see=("docs/glossary.md", "padanan glossary merge"),
)
@click.argument("paths", nargs=-1, required=True, type=files.PATH)
@click.option(
    "--min-count",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="How often a candidate must be there.",
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=50,
    show_default=True,
    help="How many candidates to show at most.",
)
@click.option("--drafts", is_flag=True, help="Also learn from segments nobody has approved.")
@click.option("--tsv", is_flag=True, help="Print rows of terms.tsv, to be edited and merged.")
@files.to_read
@files.as_json
def extract(
    paths: tuple[Path, ...],
    min_count: int,
    limit: int,
    drafts: bool,
    tsv: bool,
    file: Path | None,
    as_json: bool,
) -> ExitCode:
    """Propose terms the glossary does not have.

    Proposed are groups of words and names, the best first, with sentences they are in and, from
    bilingual files, what may be their renderings.
    """
    from padanan.cli.glossary.texts import sentences
    from padanan.glossary import extract as extraction

    if tsv and as_json:
        raise UsageError("--tsv and --json are two ways to print the same. Choose one.")
    loaded = files.load(file)
    unread: list[InputError] = []
    pairs: list[tuple[str, str]] = []
    passed = 0
    for one in sentences(paths, unread):
        if one.draft and not drafts:
            passed += 1
        else:
            pairs.append((one.source, one.target))
    candidates = extraction.extract(pairs, loaded, min_count=min_count, limit=limit, examples=2)
    if as_json:
        data_json([_as_dict(candidate) for candidate in candidates])
    elif tsv:
        _put_rows(candidates)
    else:
        for number, candidate in enumerate(candidates):
            data(("\n" if number else "") + _as_text(candidate))
    say(f"{count(len(candidates), 'candidate')} in {count(len(pairs), 'sentence')}.")
    if passed:
        nothing = "" if pairs else "Nothing is approved yet: "
        say(
            f"{nothing}{count(passed, 'draft')} passed over. Approve with padanan review, or say "
            "--drafts to learn from drafts too."
        )
    if unread:
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if passed and not pairs else ExitCode.DONE


def _as_dict(candidate: "Candidate") -> dict[str, Any]:
    return {
        "terms": candidate.terms,
        "pos": candidate.pos,
        "count": candidate.count,
        "score": candidate.score,
        "renderings": [
            {"text": proposal.text, "score": proposal.score} for proposal in candidate.renderings
        ],
        "examples": [{"source": source, "target": target} for source, target in candidate.examples],
    }


def _as_text(candidate: "Candidate") -> str:
    times = count(candidate.count, "time")
    lines = [f"{'; '.join(candidate.terms)} ({candidate.pos}, {times})"]
    if candidate.renderings:
        proposals = (f"{one.text} ({one.score:.2f})" for one in candidate.renderings)
        lines.append(f"  use?  {'; '.join(proposals)}")
    for source, target in candidate.examples:
        lines.append(f"  in    {_on_one_line(source)}")
        if target:
            lines.append(f"        {_on_one_line(target)}")
    return inert("\n".join(lines))


def _put_rows(candidates: "Sequence[Candidate]") -> None:
    """Rows of `terms.tsv` in its order; a rendering nobody can propose is left to be written."""
    from padanan.glossary.row import COLUMNS, SEPARATOR

    data("\t".join(COLUMNS))
    data(
        "# Candidates for terms. Remove those that are none, write what is missing (a row without "
        "English is not taken over), and then: padanan glossary merge FILE"
    )
    for candidate in sorted(candidates, key=lambda candidate: candidate.terms[0].casefold()):
        for source, target in candidate.examples[:1]:
            example = _on_one_line(source) + (f" = {_on_one_line(target)}" if target else "")
            data(inert(f"# {count(candidate.count, 'time')}: {example}"))
        renderings = SEPARATOR.join(one.text for one in candidate.renderings[:1])
        data(inert("\t".join([SEPARATOR.join(candidate.terms), renderings, "", candidate.pos])))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
