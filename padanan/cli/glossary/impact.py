"""`padanan glossary impact`: what a changed glossary would do to the work."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli import resources as opening
from padanan.cli.glossary import files
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, inert, say
from padanan.errors import ExitCode, PadananError

if TYPE_CHECKING:
    from padanan.translate.impact import Impact, Stale, TermChange
    from padanan.translate.outdated import Outdated


@click.command(
    cls=ManualCommand,
    about={
        "NEW.tsv": (
            "A glossary, as if it were to take the place of the one here.  [default: "
            "the one here, as it is now]"
        ),
    },
    examples={
        "padanan glossary impact": "After changing terms.tsv: which drafts would become what.",
        "padanan glossary impact theirs.tsv --list": (
            "Which segments another glossary would change, quickly."
        ),
    },
    exit_codes={
        ExitCode.NO_MODEL: "There is no usable model.",
        ExitCode.BAD_INPUT: "Some files could not be read; the others were looked at.",
    },
    see=("docs/glossary.md", "docs/drafts.md", "padanan translate"),
)
@click.argument("new", metavar="[NEW.tsv]", type=files.PATH, required=False)
@click.option(
    "--results",
    type=files.PATH,
    default=Path("out"),
    show_default=True,
    help="The folder of bilingual files, or one of them.",
)
@click.option("--list", "as_list", is_flag=True, help="List the segments only; draft nothing.")
@files.to_read
@opening.memory_options
@opening.engine_options
@files.as_json
def impact(
    new: Path | None,
    results: Path,
    as_list: bool,
    file: Path | None,
    memory: Path | None,
    no_memory: bool,
    model: str | None,
    beam: int | None,
    jobs: int | None,
    as_json: bool,
) -> ExitCode:
    """Show what a changed glossary would do to the work.

    For each article: the drafts that padanan translate would make anew because terms in them have
    changed, each with the new one as a word diff ([-old-]{+new+}), and what people have approved or
    changed, which stays, though the glossary would have it otherwise. Nothing is written.

    The glossary is the one as it is now, compared with what the drafts were made with; or NEW.tsv,
    as if it were to take its place.
    """
    from padanan.translate.checks.desk import collect
    from padanan.translate.impact import impacts

    if new is not None:
        files.expect(new, "")
    opened = opening.open_all(
        results if results.is_dir() else results.parent,
        model=model,
        beam=beam,
        jobs=jobs,
        glossary=file if new is None else new,
        no_glossary=False,
        memory=memory,
        no_memory=no_memory,
        learning=False,
    )
    before = None if new is None else files.load(opening.glossary_path(opened.desk, file))
    errors: list[PadananError] = []
    done: list[Impact] = []
    for one in impacts(collect([results]), opened.resources, before, drafted=not as_list):
        if isinstance(one, PadananError):
            errors.append(one)
            say(one.message)
            continue
        done.append(one)
        if not as_json and (one.stale or one.kept):
            _put(one)
    opened.close()
    if as_json:
        articles = [_as_dict(one) for one in done if one.stale or one.kept]
        others = sum(one.others for one in done)
        data_json(
            {
                "glossary": str(opened.glossary),
                "articles": articles,
                "others": others,
                "errors": [error.message for error in errors],
            }
        )
    _sum_up(done)
    return ExitCode.BAD_INPUT if errors else ExitCode.DONE


def _put(one: "Impact") -> None:
    """What would become of an article, as text."""
    name = files.name(one.prepared.job.bilingual)
    data(name)
    for stale in one.stale:
        data(inert(f"  {stale.entry.id}  {_changes(stale.changes)}"))
        if stale.draft is None:
            data(inert(f"    {stale.entry.source}"))
        elif stale.draft.text == stale.entry.target:
            data(inert(f"    {stale.entry.target} (the same again)"))
        else:
            data(inert(f"    {_diff(stale)}"))
    for kept in one.kept:
        data(inert(f"  {kept.entry.id}  {_whose(kept)}, stays; {_wanted(kept)}"))
        data(inert(f"    {kept.entry.target}"))
    data("")


def _changes(changes: "Iterable[TermChange]") -> str:
    parts = []
    for one in changes:
        if one.then == one.now:
            parts.append(f"{one.term} ({one.now}, other renderings)")
        else:
            parts.append(f"{one.term}: {one.then or '(no term)'} → {one.now or '(no term)'}")
    return "; ".join(parts)


def _diff(stale: "Stale") -> str:
    """The way from the old draft to the new one, as git writes word diffs."""
    from padanan.translate.memory import marked_diff

    return marked_diff(stale.entry.target, stale.draft.text if stale.draft else "")


def _whose(kept: "Outdated") -> str:
    from padanan.translate.bilingual import State

    if kept.entry.state is State.APPROVED:
        return "approved"
    return "changed by a person" if kept.entry.touched else f"from the {kept.entry.how}"


def _wanted(kept: "Outdated") -> str:
    wanted = dict.fromkeys(f"{use.match.term} → {use.concept.preferred}" for use in kept.uses)
    return f"the glossary has {'; '.join(wanted)}"


def _as_dict(one: "Impact") -> dict[str, Any]:
    return {
        "article": one.prepared.job.name,
        "bilingual": str(one.prepared.job.bilingual),
        "stale": [_stale_dict(stale) for stale in one.stale],
        "kept": [
            {
                "id": kept.entry.id,
                "state": str(kept.entry.state),
                "source": kept.entry.source,
                "target": kept.entry.target,
                "terms": [
                    {
                        "term": use.match.term,
                        "rendering": use.concept.preferred,
                        "held": str(use.held),
                        "avoided": [one.rendering for one in use.avoided],
                    }
                    for use in kept.uses
                ],
            }
            for kept in one.kept
        ],
    }


def _stale_dict(stale: "Stale") -> dict[str, Any]:
    known: dict[str, Any] = {
        "id": stale.entry.id,
        "source": stale.entry.source,
        "terms": [{"term": one.term, "then": one.then, "now": one.now} for one in stale.changes],
        "old": stale.entry.target,
    }
    if stale.draft is not None:
        from padanan.translate.memory import word_diff

        diff = word_diff(stale.entry.target, stale.draft.text)
        known["new"] = stale.draft.text
        known["diff"] = [{"op": str(piece.op), "text": piece.text} for piece in diff]
    return known


def _sum_up(done: "Sequence[Impact]") -> None:
    stale = [each for one in done for each in one.stale]
    touched = sum(bool(one.stale) for one in done)
    kept = sum(len(one.kept) for one in done)
    others = sum(one.others for one in done)
    if not (stale or kept):
        say(f"The glossary changes nothing in {count(len(done), 'article')}.")
    if stale:
        same = sum(
            each.draft is not None and each.draft.text == each.entry.target for each in stale
        )
        again = f", {same:,} of them the same again" if same else ""
        say(
            f"{count(len(stale), 'segment')} in {count(touched, 'article')} would be drafted "
            f"anew{again}. Nothing was written; padanan translate does it."
        )
    if kept:
        say(f"{count(kept, 'segment')} would stay, though the glossary has other renderings.")
    if others:
        say(
            f"{count(others, 'segment')} would be drafted anew for other reasons: a new text, "
            "another model or beam, a draft without record."
        )
