"""`padanan translate`: articles in, English and bilingual files out."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli import cluster, reporting, tally
from padanan.cli import resources as opening
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import data, data_json, progress, read_stdin, say
from padanan.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from padanan.cli.resources import Opened
    from padanan.translate.article import Article
    from padanan.translate.inputs import Job
    from padanan.translate.result import Options


@click.command(
    cls=ManualCommand,
    about={
        "PATHS": (
            "Articles (.txt, .md, .html), folders of them, or files with many articles in them "
            "(.jsonl, .parquet: each with an id and its text); they may lie at URLs. - is one "
            "article on standard input, whose English goes to standard output."
        )
    },
    examples={
        "padanan translate seeds/": "The articles of a folder, into out/.",
        "padanan translate news/ today.html -o english/": "Files and folders, into another one.",
        "padanan translate - < article.txt": "One article; its English goes to standard output.",
        "padanan translate news/ --model argos --beam 1": (
            "With the stock model, as quickly as can be."
        ),
        "padanan translate archive.parquet -o s3://desk/out --cluster auto": (
            "An archive, on all machines of a Ray cluster."
        ),
    },
    exit_codes={
        ExitCode.NO_MODEL: "There is no usable model; nothing was translated.",
        ExitCode.BAD_INPUT: (
            "Some articles could not be used, or some results not be written; the rest was done."
        ),
    },
    files={
        "padanan.toml": (
            "What no option says: the nearest one in the results folder or above it, or in the "
            "current folder."
        ),
        "terms.tsv": "The glossary, in the current folder.",
    },
    environment={"PADANAN_MODEL": "The model to use where no other is named."},
    see=(
        "docs/drafts.md",
        "docs/bilingual-file.md",
        "docs/scale.md",
        "docs/desk.md",
        "padanan review",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=cluster.PLACE)
@click.option(
    "-o",
    "--output",
    type=cluster.PLACE,
    default=Path("out"),
    show_default=True,
    help="Folder for the results; it may lie at a URL.",
)
@opening.engine_options
@opening.glossary_options
@opening.memory_options
@cluster.cluster_options
@click.option(
    "--force", is_flag=True, help="Draft anew even what is up to date. Approved segments stay."
)
@click.option(
    "--explain",
    is_flag=True,
    help="Tell of each new draft what was tried, how the model scored it, and why it was taken.",
)
@click.option(
    "--bilingual-html", is_flag=True, help="Write a side-by-side page of each article as well."
)
@click.option("--json", "as_json", is_flag=True, help="Report to stdout as JSON.")
def translate(
    paths: tuple[Path, ...],
    output: Path,
    model: str | None,
    beam: int | None,
    jobs: int | None,
    glossary: Path | None,
    no_glossary: bool,
    memory: Path | None,
    no_memory: bool,
    address: str | None,
    workers: int | None,
    cpus_per_worker: int | None,
    force: bool,
    explain: bool,
    bilingual_html: bool,
    as_json: bool,
) -> int:
    """Translate Indonesian articles into English.

    For each article the results folder gets a bilingual file (.po: source and target side by side,
    to be reviewed in any gettext editor) and its English text (.en.txt). Drafts are held to the
    glossary. Only what has changed since the last run is translated again, the glossary's terms in
    a segment included, and what a person has approved or corrected is never overwritten.
    """
    from padanan.translate.result import Options

    piped = Path("-") in paths
    if piped and len(paths) > 1:
        raise UsageError("- stands for the one article on standard input; name no others.")
    article = _read_stdin() if piped else None
    opened = opening.open_all(
        cluster.home(output),
        model=model,
        beam=beam,
        jobs=jobs,
        glossary=glossary,
        no_glossary=no_glossary,
        memory=memory,
        no_memory=no_memory,
    )
    if article is not None:
        return _translate_stdin(article, opened, explain=explain, as_json=as_json)
    options = Options(force=force, page=bilingual_html, explain=explain)
    where = cluster.Where(
        address,
        workers,
        cpus_per_worker,
        model or opened.desk.model,
        beam or opened.desk.beam or opening.BEAM,
    )
    return _translate_files(paths, output, opened, options, where, as_json=as_json)


def _translate_files(
    paths: tuple[Path, ...],
    output: Path,
    opened: "Opened",
    options: "Options",
    where: cluster.Where,
    *,
    as_json: bool,
) -> int:
    from padanan.cli.spool import Spool

    started = time.monotonic()
    cluster.open_results(output)
    errors: list[InputError] = []
    done = tally.Tally()
    resources = opened.resources
    jobs = _jobs(paths, output, errors)
    with Spool() as spool:
        with (
            cluster.quiet(where),
            progress("Translating") as show,
            closing(cluster.translate_all(jobs, opened, options, output, where, show)) as results,
        ):
            for result in results:
                done.add(result, output)
                reporting.tell(result, quiet=as_json)
                if as_json:
                    spool.add(reporting.result_dict(result))
                else:
                    reporting.explain(result.job.name, result.explained)
        seconds = time.monotonic() - started
        engine = resources.engine
        if as_json:
            spool.put_out(
                reporting.run_dict(engine.signature, opened.glossary, seconds),
                "articles",
                {"errors": [error.message for error in errors]},
            )
    opened.close()
    tally.sum_up(done, output, engine.recipe, opened.glossary_name, seconds, options)
    _tell_left(paths, output)
    return ExitCode.BAD_INPUT if errors or done.failed else ExitCode.DONE


def _jobs(paths: tuple[Path, ...], output: Path, errors: list[InputError]) -> "Iterator[Job]":
    """The articles, found as they are wanted; what cannot be one is told, and kept in `errors`."""
    from padanan.files import sweep
    from padanan.translate.inputs import collect

    swept: set[Path] = set()
    # A name that is mistyped is told before hours of work, not after.
    for found in collect(sorted(paths, key=_may_be_there), output):
        if isinstance(found, InputError):
            errors.append(found)
            say(found.message)
            continue
        folder = found.bilingual.parent
        if folder not in swept:
            swept.add(folder)
            sweep(folder)
        yield found


def _may_be_there(path: Path) -> bool:
    from padanan.translate.places import Url

    # Unlike Path.exists, it says no of what may not be looked at.
    return isinstance(path, Url) or os.path.exists(path)  # noqa: PTH110


def _tell_left(paths: tuple[Path, ...], output: Path) -> None:
    """Tell of results whose articles are gone from a folder that was translated whole."""
    from padanan.translate.leftovers import left_behind

    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 - as above
    if folders:
        tally.tell_left(left_behind(folders, output), output)


def _read_stdin() -> "Article":
    """The article on standard input; a web page is told by its beginning."""
    from padanan.translate.read import read_bytes

    data = read_stdin()
    page = data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html"))
    return read_bytes(data, "standard input", ".html" if page else ".txt")


def _translate_stdin(article: "Article", opened: "Opened", *, explain: bool, as_json: bool) -> int:
    from padanan.translate.english import compose
    from padanan.translate.pipeline import translate_once

    for warning in article.warnings:
        say(f"warning: {warning}")
    entries, explained = translate_once(article, opened.resources)
    opened.close()
    if as_json:
        tried = {one.entry.id: reporting.explained_dict(one) for one in explained if explain}
        data_json(
            {
                "engine": opened.resources.engine.signature,
                "glossary": None if opened.glossary is None else str(opened.glossary),
                "segments": [
                    tried.get(entry.id) or reporting.entry_dict(entry) for entry in entries
                ],
            }
        )
        return ExitCode.DONE
    if explain:
        reporting.explain("-", explained)
    data(compose(entries), nl=False)
    return ExitCode.DONE
