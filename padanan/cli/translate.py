"""`padanan translate`: articles in, English and bilingual files out."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.talk import count, data, data_json, progress, read_stdin, say
from padanan.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from padanan.translate.article import Article
    from padanan.translate.engine import Engine
    from padanan.translate.inputs import Job
    from padanan.translate.result import Options, Result


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for the results.",
)
@click.option(
    "--model",
    metavar="MODEL",
    help="The model to draft with: 'embedded' (the default), 'argos' or another installed "
    "package (see: padanan model list), or a path to an .argosmodel file.",
)
@click.option(
    "--beam",
    type=click.IntRange(1, 32),
    default=4,
    show_default=True,
    help="How many candidates the model weighs; 1 is fastest.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    help="Translations to run at the same time.  [default: one per processor]",
)
@click.option(
    "--force", is_flag=True, help="Draft anew even what is up to date. Approved segments stay."
)
@click.option(
    "--bilingual-html", is_flag=True, help="Write a side-by-side page of each article as well."
)
@click.option("--json", "as_json", is_flag=True, help="Report to stdout as JSON.")
def translate(
    paths: tuple[Path, ...],
    output: Path,
    model: str | None,
    beam: int,
    jobs: int | None,
    force: bool,
    bilingual_html: bool,
    as_json: bool,
) -> int:
    """Translate Indonesian articles into English.

    PATHS are articles (.txt, .md, .html) or folders of them. For each article the results folder
    gets a bilingual file (.po: source and target side by side, to be reviewed in any gettext
    editor) and its English text (.en.txt). Only what has changed since the last run is translated
    again, and what a person has approved or corrected is never overwritten.

    With - the article is read from standard input and its English goes to standard output.
    """
    from padanan.translate.engine import load
    from padanan.translate.result import Options

    if Path("-") in paths:
        if len(paths) > 1:
            raise UsageError("- stands for the one article on standard input; name no others.")
        article = _read_stdin()
        return _translate_stdin(article, load(model, beam=beam, jobs=jobs), as_json=as_json)
    engine = load(model, beam=beam, jobs=jobs)
    return _translate_files(
        paths, output, engine, Options(force=force, page=bilingual_html), as_json=as_json
    )


def _translate_files(
    paths: tuple[Path, ...], output: Path, engine: "Engine", options: "Options", *, as_json: bool
) -> int:
    from padanan.files import sweep
    from padanan.translate.batch import translate_all
    from padanan.translate.inputs import collect
    from padanan.translate.lock import open_desk

    started = time.monotonic()
    open_desk(output)
    errors: list[InputError] = []
    results: list[Result] = []
    jobs: list[Job] = []
    for found in collect(paths, output):
        if isinstance(found, InputError):
            errors.append(found)
            say(found.message)
        else:
            jobs.append(found)
    for folder in {job.bilingual.parent for job in jobs}:
        sweep(folder)
    with progress("Translating") as show:
        for result in translate_all(jobs, engine, options, show):
            results.append(result)
            _tell(result, quiet=as_json)
    seconds = time.monotonic() - started
    if as_json:
        data_json(_report(results, errors, engine, seconds))
    _sum_up(results, output, engine, seconds)
    failed = bool(errors) or any(result.error for result in results)
    return ExitCode.BAD_INPUT if failed else ExitCode.DONE


def _tell(result: "Result", *, quiet: bool) -> None:
    """One line for an article in which something happened, and one for each warning."""
    from padanan.translate.result import Status

    for warning in result.warnings:
        say(f"warning: {warning}")
    if result.error is not None:
        say(result.error.message)
    elif result.status is not Status.UNCHANGED and not quiet:
        parts = []
        if result.drafted:
            parts.append(f"{count(result.drafted, 'segment')} drafted")
        if result.kept:
            parts.append(f"{result.kept:,} kept as you left them")
        if result.skipped:
            parts.append(f"{count(result.skipped, 'line')} of page furniture left out")
        say(
            f"{result.job.name} -> {result.job.english}: {', '.join(parts) or 'brought up to date'}"
        )


def _sum_up(results: "list[Result]", output: Path, engine: "Engine", seconds: float) -> None:
    from padanan.translate.result import Status

    good = [result for result in results if result.error is None]
    if not good:
        return
    changed = [result for result in good if result.status is not Status.UNCHANGED]
    drafted = sum(result.drafted for result in good)
    if not changed:
        what = "drafted anew, and the same came out;" if drafted else "nothing to do,"
        say(f"{count(len(good), 'article')}: {what} {output} is up to date.")
        return
    unchanged = len(good) - len(changed)
    work = f"; {count(drafted, 'segment')} drafted in {seconds:.1f} s by {engine.recipe}"
    say(
        f"{count(len(changed), 'article')} {'translated' if drafted else 'brought up to date'}"
        + (f", {unchanged:,} unchanged" if unchanged else "")
        + (f"{work}." if drafted else ".")
    )
    say(f"English texts: {output}/*.en.txt  Bilingual files to review: {output}/*.po")


def _report(
    results: "list[Result]", errors: list[InputError], engine: "Engine", seconds: float
) -> dict[str, Any]:
    articles = [
        {
            "article": result.job.name,
            "status": str(result.status),
            "segments": result.segments,
            "drafted": result.drafted,
            "kept": result.kept,
            "skipped": result.skipped,
            "bilingual": None if result.error else str(result.job.bilingual),
            "english": None if result.error else str(result.job.english),
            "warnings": list(result.warnings),
            "error": result.error.message if result.error else None,
        }
        for result in results
    ]
    return {
        "engine": engine.signature,
        "seconds": round(seconds, 3),
        "articles": articles,
        "errors": [error.message for error in errors],
    }


def _read_stdin() -> "Article":
    """The article on standard input; a web page is told by its beginning."""
    from padanan.translate.read import read_bytes

    data = read_stdin()
    page = data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html"))
    return read_bytes(data, "standard input", ".html" if page else ".txt")


def _translate_stdin(article: "Article", engine: "Engine", *, as_json: bool) -> int:
    from padanan.translate.english import compose
    from padanan.translate.pipeline import translate_once

    for warning in article.warnings:
        say(f"warning: {warning}")
    segmented, entries = translate_once(article, engine)
    if as_json:
        data_json(
            {
                "engine": engine.signature,
                "segments": [
                    {
                        "id": entry.id,
                        "kind": str(entry.kind),
                        "state": str(entry.state),
                        "source": entry.source,
                        "target": entry.target,
                        "score": entry.score,
                    }
                    for entry in entries
                ],
            }
        )
    else:
        data(compose(segmented, entries), nl=False)
    return ExitCode.DONE
