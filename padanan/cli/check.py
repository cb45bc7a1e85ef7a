"""`padanan check`: what is the matter with translations."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.completing import checks
from padanan.cli.glossary import files
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, say
from padanan.errors import ExitCode, InputError, PadananError, UsageError

if TYPE_CHECKING:
    from padanan.glossary import Glossary
    from padanan.translate.checks import CheckSettings, Finding, Severity
    from padanan.translate.checks.desk import Checked

_RESULTS = Path("out")
"""Where `padanan translate` puts its results unless it is told otherwise."""


@click.command(
    cls=ManualCommand,
    about={"PATHS": "Bilingual files (.po), or folders of them.  [default: out]"},
    examples={
        "padanan check": "Everything in out/.",
        "padanan check out/news.po --only names --only value-missing": (
            "Two checks, on one article."
        ),
        "padanan check --severity error --junit findings.xml": "For a build server.",
        "padanan check --fix": "Mend what can be mended without a doubt, and list the rest.",
        "padanan check --list": "What the checks are, and what each finds.",
    },
    exit_codes={
        ExitCode.DONE: "Nothing was found, or notes only.",
        ExitCode.FINDINGS: "Something was found.",
        ExitCode.BAD_INPUT: "Some files could not be read; the others were checked.",
    },
    files={
        "padanan.toml": "Which checks run, and how strictly: the nearest one above the files.",
        "terms.tsv": "The glossary, in the current folder.",
    },
    see=("docs/checks.md", "docs/desk.md", "padanan status"),
)
@click.argument("paths", nargs=-1, type=files.PATH)
@files.to_read
@click.option(
    "--only",
    metavar="CHECK",
    multiple=True,
    shell_complete=checks,
    help="Run this check; may be repeated.",
)
@click.option(
    "--skip",
    metavar="CHECK",
    multiple=True,
    shell_complete=checks,
    help="Leave this check out; may be repeated.",
)
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "note"]),
    default="warning",
    show_default=True,
    help="The least severe findings to tell.",
)
@click.option(
    "--fix", is_flag=True, help="Mend drafts where there is no doubt how. Approved ones stay."
)
@click.option("--list", "as_list", is_flag=True, help="List the checks and what they find.")
@files.as_json
@click.option(
    "--junit",
    metavar="FILE",
    type=files.PATH,
    help="Write the findings as JUnit XML as well; - for standard output instead of text.",
)
def check(
    paths: tuple[Path, ...],
    file: Path | None,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    severity: str,
    fix: bool,
    as_list: bool,
    as_json: bool,
    junit: Path | None,
) -> ExitCode:
    """List what is the matter with translations.

    Drafts and approved segments are checked alike: the glossary's terms, numbers and dates, names,
    punctuation and more. Each finding reads file:line: severity: message [check], with source and
    target below it and the places between » and «.

    A comment "padanan:ignore CHECK" on a segment silences a check there.
    """
    from padanan.desk import Desk
    from padanan.translate.checks import CheckSettings, Severity
    from padanan.translate.checks.desk import collect

    if as_json and junit == files.STANDARD:
        raise UsageError("--json and --junit - both want standard output. Name a file.")
    if as_list:
        _tell_checks(as_json=as_json)
        return ExitCode.DONE
    named = paths or (_RESULTS,)
    desk = Desk.find(named[0] if named[0].is_dir() else named[0].parent)
    settings = CheckSettings.from_table(desk.checks, str(desk.file))
    settings = _chosen(settings, only, skip)
    errors: list[PadananError] = []
    found: list[Path] = []
    for one in collect(named):
        if isinstance(one, InputError):
            _refused(one, errors)
        else:
            found.append(one)
    checked: list[Checked] = []
    if found:
        glossary = files.load(desk.glossary if file is None else file)
        checked = _check(found, glossary, settings, Severity(severity), errors, fix=fix)
    _report(checked, as_json=as_json, junit=junit)
    if errors:
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if _counts(checked) else ExitCode.DONE


def _chosen(
    settings: "CheckSettings", only: tuple[str, ...], skip: tuple[str, ...]
) -> "CheckSettings":
    """The desk's settings, narrowed down on the command line."""
    try:
        return (settings.only(only) if only else settings).without(skip)
    except InputError as error:
        raise UsageError(error.message) from error


def _refused(error: PadananError, errors: list[PadananError]) -> None:
    say(error.message)
    errors.append(error)


def _check(
    paths: list[Path],
    glossary: "Glossary",
    settings: "CheckSettings",
    least: "Severity",
    errors: list[PadananError],
    *,
    fix: bool,
) -> "list[Checked]":
    """What is the matter in each file that can be read, mended first if that is wanted."""
    from padanan.translate.checks.desk import look, read
    from padanan.translate.checks.mend import mend

    mended = 0
    articles = []
    for path in paths:
        try:
            if fix:
                mended += mend(path, glossary, settings, least)
            articles.append(read(path, glossary))
        except PadananError as error:
            _refused(error, errors)
    if fix:
        say(f"{count(mended, 'draft')} mended.")
    return look(articles, settings, least)


def _counts(checked: "list[Checked]") -> "list[Finding]":
    """The findings that count: errors and warnings."""
    from padanan.translate.checks import Severity

    return [
        finding
        for one in checked
        for finding in one.findings
        if finding.severity is not Severity.NOTE
    ]


def _report(checked: "list[Checked]", *, as_json: bool, junit: Path | None) -> None:
    """Tell the findings, in each way that is wanted."""
    from padanan.cli.findings import as_dicts, as_junit, as_text, summary
    from padanan.files import write_atomic

    if junit == files.STANDARD:
        data(as_junit(checked), nl=False)
    elif as_json:
        data_json([each for one in checked for each in as_dicts(one)])
    else:
        for one in checked:
            for line in as_text(one):
                data(line)
    if junit is not None and junit != files.STANDARD:
        write_atomic(junit, as_junit(checked))
    if checked:
        say(summary(checked))


def _tell_checks(*, as_json: bool) -> None:
    """All checks, as the help of each."""
    from textwrap import fill

    from padanan.translate.checks import ALL

    if as_json:
        data_json(
            [
                {
                    "id": each.id,
                    "name": each.name,
                    "severity": each.severity,
                    "description": each.description,
                    "limits": {limit.name: limit.default for limit in each.limits},
                }
                for each in ALL
            ]
        )
        return
    for each in ALL:
        data(f"{each.id} ({each.severity}): {each.name}")
        data(fill(each.description, 76, initial_indent="    ", subsequent_indent="    "))
        for limit in each.limits:
            data(f"    {limit.name} = {limit.default:g}: {limit.about}")
