"""`padanan translate`: articles in, English and bilingual files out."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli import reporting
from padanan.cli import resources as opening
from padanan.cli.talk import data, data_json, progress, read_stdin, say
from padanan.errors import ExitCode, InputError, UsageError

if TYPE_CHECKING:
    from padanan.cli.resources import Opened
    from padanan.translate.article import Article
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
@opening.engine_options
@opening.glossary_options
@opening.memory_options
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
    force: bool,
    explain: bool,
    bilingual_html: bool,
    as_json: bool,
) -> int:
    """Translate Indonesian articles into English.

    PATHS are articles (.txt, .md, .html) or folders of them. For each article the results folder
    gets a bilingual file (.po: source and target side by side, to be reviewed in any gettext
    editor) and its English text (.en.txt). Drafts are held to the glossary. Only what has changed
    since the last run is translated again, the glossary's terms in a segment included, and what a
    person has approved or corrected is never overwritten.

    With - the article is read from standard input and its English goes to standard output.

    What no option says is taken from the nearest padanan.toml in the results folder or above it,
    or in the current folder.
    """
    from padanan.translate.result import Options

    piped = Path("-") in paths
    if piped and len(paths) > 1:
        raise UsageError("- stands for the one article on standard input; name no others.")
    article = _read_stdin() if piped else None
    opened = opening.open_all(
        output,
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
    return _translate_files(paths, output, opened, options, as_json=as_json)


def _translate_files(
    paths: tuple[Path, ...], output: Path, opened: "Opened", options: "Options", *, as_json: bool
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
    resources = opened.resources
    with progress("Translating") as show:
        for result in translate_all(jobs, resources, options, show):
            results.append(result)
            reporting.tell(result, quiet=as_json)
            if not as_json:
                reporting.explain(result.job.name, result.explained)
    seconds = time.monotonic() - started
    engine = resources.engine
    if as_json:
        data_json(reporting.report(results, errors, engine.signature, opened.glossary, seconds))
    opened.close()
    reporting.sum_up(results, output, engine.recipe, opened.glossary_name, seconds, options)
    failed = bool(errors) or any(result.error for result in results)
    return ExitCode.BAD_INPUT if failed else ExitCode.DONE


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
