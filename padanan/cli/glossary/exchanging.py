"""`padanan glossary export` and `diff`: a glossary for other tools, two beside each other."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from padanan.cli.glossary import files
from padanan.cli.glossary.filters import Filter, filters
from padanan.cli.glossary.showing import changes_dict, put_changes
from padanan.cli.talk import count, data, data_json, say
from padanan.errors import ExitCode, OutputError, UsageError


@click.command()
@click.argument(
    "paths", metavar="FILES...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@files.format_name
@filters
@click.option("--cldr", is_flag=True, help="Also the names of places, languages, ... from CLDR.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@files.to_read
@files.as_json
def export(
    paths: tuple[Path, ...],
    format_: str | None,
    domains: tuple[str, ...],
    pos: tuple[str, ...],
    flags: tuple[str, ...],
    pattern: str | None,
    cldr: bool,
    force: bool,
    file: Path | None,
    as_json: bool,
) -> ExitCode:
    """Write the glossary, or some of it, for other tools.

    The end of a file's name says the format: terms.tbx terms.csv terms.html. With - the glossary
    goes to standard output, in the format that --format names. What a format could not hold is
    listed with the reason.
    """
    from padanan.files import write_atomic
    from padanan.glossary import formats

    piped = Path("-") in paths
    if piped and (len(paths) > 1 or as_json or format_ is None):
        raise UsageError(
            "- is standard output. Name its format with --format, and neither other files nor "
            "--json."
        )
    named = formats.by_name(format_) if format_ else None
    targets = [(path, named or formats.for_path(path)) for path in paths]
    if not (force or piped):
        _expect_free(paths)
    source = files.readable(file)
    wanted = Filter(domains, pos, flags, pattern)
    loaded = files.load(source, cldr=cldr)
    concepts = wanted.chosen((*loaded.concepts, *loaded.builtin))
    reports: list[dict[str, Any]] = []
    for path, format_of_file in targets:
        writing = format_of_file.write(concepts)
        written = writing.data
        if format_of_file.name == "tsv" and not (wanted or cldr):
            written = source.read_bytes()  # with its comments
        if piped:
            data(written, nl=False)
        else:
            write_atomic(path, written)
        for left_out in writing.left_out:
            say(f"{files.name(path)}: “{left_out.text}” is left out. {left_out.reason}")
        kept = len(concepts)
        lost = f", {len(writing.left_out):,} left out" if writing.left_out else ""
        say(f"{files.name(path)}: {count(kept, 'concept')} as {format_of_file.name}{lost}.")
        reports.append(
            {
                "file": files.name(path),
                "format": format_of_file.name,
                "concepts": kept,
                "left_out": [
                    {"text": left_out.text, "reason": left_out.reason}
                    for left_out in writing.left_out
                ],
            }
        )
    if as_json:
        data_json(reports)
    return ExitCode.FINDINGS if any(report["left_out"] for report in reports) else ExitCode.DONE


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@files.format_name
@files.as_json
def diff(old: Path, new: Path, format_: str | None, as_json: bool) -> ExitCode:
    """Show what leads from the glossary OLD to the glossary NEW.

    Both may be of any format that import reads. A line begins with - for a concept that is gone, +
    for a new one, ~ for one that has changed. Exit code 1 if there is any.
    """
    from padanan.glossary.compare import compare

    before, after = files.read_any(old, format_), files.read_any(new, format_)
    changes = compare(before.concepts, after.concepts)
    if as_json:
        data_json(changes_dict(changes))
    else:
        put_changes(changes)
    parts = f"{len(changes.added):,} added, {len(changes.removed):,} removed, "
    say(f"{parts}{len(changes.changed):,} changed.")
    files.tell_problems(old, before.problems)
    files.tell_problems(new, after.problems)
    if files.has_errors(before.problems) or files.has_errors(after.problems):
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if changes else ExitCode.DONE


def _expect_free(paths: Iterable[Path]) -> None:
    """See that nothing would be overwritten.

    Raises:
        OutputError: A file is there.
    """
    for path in paths:
        if os.path.lexists(path):
            raise OutputError(f"{path}: is there already. Say --force to overwrite it.")
