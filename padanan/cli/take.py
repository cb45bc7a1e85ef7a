"""`padanan import`: XLIFF back into the bilingual files it was exported from."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.glossary.files import PATH, STANDARD, as_json, dry_run, name
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data_json, read_stdin, say
from padanan.errors import ExitCode, InputError, OutputError, PadananError, UsageError

if TYPE_CHECKING:
    from padanan.translate.export.returned import Merged, Problem
    from padanan.translate.export.taking import Article, Options

_SCREENFUL = 20
"""Segments that were not taken, of which a person is told one by one."""

_GLOSSARY = "Glossaries are taken in by padanan glossary import."

_ELSEWHERE = {
    ".tmx": "Memories are taken in by padanan memory import.",
    ".po": "What is approved in bilingual files is taken in by padanan memory import.",
    ".tbx": _GLOSSARY,
    ".csv": _GLOSSARY,
    ".tsv": _GLOSSARY,
    ".xlsx": _GLOSSARY,
}
"""Where other things can be imported, by the ends of their names."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """What became of one article in one file.

    Attributes:
        file: The file that came back.
        path: The bilingual file.
        merged: What became of its segments.
        troubles: Sentences about what could not be brought along.
    """

    file: str
    path: Path
    merged: "Merged"
    troubles: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        merged = self.merged
        return {
            "file": self.file,
            "bilingual": str(self.path),
            "retargeted": merged.retargeted,
            "approved": merged.approved,
            "reopened": merged.reopened,
            "commented": merged.commented,
            "waiting": merged.waiting,
            "blank": merged.blank,
            "problems": [
                {
                    "segment": one.segment,
                    "trouble": one.trouble.value,
                    "line": one.line,
                    "here": one.here,
                    "there": one.there,
                }
                for one in merged.problems
            ],
        }


@click.command(
    name="import",
    cls=ManualCommand,
    about={
        "FILES": (
            "XLIFF 1.2 or 2.x, as OmegaT, Trados, memoQ and others give it back; - is"
            " standard input."
        ),
    },
    examples={
        "padanan import news.xlf": "Take an article back into out/.",
        "padanan import returned/*.xlf --dry-run": "See first what would change.",
        "padanan import news.xlf --approve": (
            "What a colleague has translated is approved with that."
        ),
    },
    exit_codes={
        ExitCode.FINDINGS: "Done, but some segments were changed on both sides, and left.",
        ExitCode.BAD_INPUT: "Some files could not be used; the others were taken in.",
    },
    see=("docs/export.md", "padanan export", "padanan glossary import", "padanan memory import"),
)
@click.argument("paths", metavar="FILES...", nargs=-1, required=True, type=PATH)
@click.option(
    "--into",
    type=PATH,
    default=Path("out"),
    show_default=True,
    help="The folder of bilingual files to search, or the one file.",
)
@click.option(
    "--approve", is_flag=True, help="Approve all that comes back translated, whatever its state."
)
@click.option(
    "--overwrite", is_flag=True, help="Take theirs where a segment was changed on both sides."
)
@dry_run
@as_json
def import_(
    paths: tuple[Path, ...],
    into: Path,
    approve: bool,
    overwrite: bool,
    dry_run: bool,
    as_json: bool,
) -> ExitCode:
    """Take XLIFF back that somebody worked on.

    padanan export wrote it. Each article goes into the bilingual file it came from: targets, what
    was approved, and new notes as comments. Its English text follows.

    Nobody's work is lost. A segment that a person changed here after the export, and that comes
    back changed as well, is told and left; so is one whose source is another by now. A target that
    comes back empty never takes one away.

    Glossaries are taken in by padanan glossary import, memories by padanan memory import.
    """
    from padanan.translate.export.taking import Options

    if paths.count(STANDARD) > 1:
        raise UsageError("- is standard input, which can be read only once.")
    options = Options(approve=approve, overwrite=overwrite)
    taken: list[_Taken] = []
    bad = False
    for file in paths:
        for one in _take(file, into, options, dry=dry_run):
            if isinstance(one, PadananError):
                say(one.message)
                bad = True
            else:
                _tell(one, approve=approve)
                taken.append(one)
    if as_json:
        data_json([one.as_dict() for one in taken])
    if dry_run:
        say("Nothing was written (--dry-run).")
    if bad:
        return ExitCode.BAD_INPUT
    problems = any(one.merged.problems for one in taken)
    return ExitCode.FINDINGS if problems else ExitCode.DONE


def _take(
    file: Path, into: Path, options: "Options", *, dry: bool
) -> Iterator[_Taken | PadananError]:
    """Take one file back, article by article."""
    from padanan.translate.export.taking import take_back

    try:
        articles = _read(file)
    except InputError as error:
        yield error
        return
    if len(articles) > 1 and not into.is_dir():
        yield InputError(
            f"{name(file)}: holds {len(articles):,} articles. Name the folder of their bilingual "
            "files with --into."
        )
        return
    for article in articles:
        try:
            path = article.find(into)
            merged, troubles = take_back(path, article.units, options, dry_run=dry)
        except (InputError, OutputError) as error:
            yield error
        else:
            yield _Taken(name(file), path, merged, troubles)


def _read(file: Path) -> "list[Article]":
    """What a file brings back.

    Raises:
        InputError: It cannot be read, or is no XLIFF file.
    """
    from padanan.translate.export.taking import articles
    from padanan.translate.export.xliff_reader import MAX_SIZE

    try:
        if file == STANDARD:
            data = read_stdin()
        else:
            with file.open("rb") as opened:
                data = opened.read(MAX_SIZE + 1)
        return articles(data)
    except FileNotFoundError:
        raise InputError(f"{name(file)}: there is no such file.") from None
    except OSError as error:
        raise InputError(f"{name(file)}: cannot be read ({error.strerror or error}).") from error
    except InputError as error:
        elsewhere = _ELSEWHERE.get(file.suffix.casefold())
        hint = f" {elsewhere}" if elsewhere else ""
        raise InputError(f"{name(file)}: {error.message}{hint}") from error


def _tell(one: _Taken, *, approve: bool) -> None:
    merged, place = one.merged, name(one.path)
    for problem in merged.problems[:_SCREENFUL]:
        say(f"{one.file}:{problem.line}: {problem.segment}: {_sentence(problem)}")
    if len(merged.problems) > _SCREENFUL:
        say(f"{one.file}: and {len(merged.problems) - _SCREENFUL:,} more that were left.")
    parts = [
        f"{number:,} {what}"
        for number, what in (
            (merged.retargeted, "with another translation"),
            (merged.approved, "approved"),
            (merged.reopened, "approved no more"),
            (merged.commented, "with a new comment"),
            (len(merged.problems), "left"),
            (merged.blank, "that came back empty and stay as they are"),
        )
        if number
    ]
    say(f"{place}: {', '.join(parts) or 'nothing new'}.")
    if merged.waiting and not approve:
        say(
            f"{place}: {count(merged.waiting, 'segment')} that came back changed "
            f"{'is a draft' if merged.waiting == 1 else 'are drafts'} still, since the file does "
            "not say that anybody approved it. With --approve all that comes back is approved."
        )
    for trouble in one.troubles:
        say(f"warning: {trouble}")


def _sentence(problem: "Problem") -> str:
    """What a person is to be told of a segment that was not taken."""
    from padanan.glossary.problem import shown
    from padanan.translate.export.returned import Trouble

    match problem.trouble:
        case Trouble.CONFLICT:
            return (
                f"was changed both here and there since the export, and left. Here: "
                f"{shown(problem.here)}. There: {shown(problem.there)}. --overwrite takes theirs."
            )
        case Trouble.SOURCE:
            return (
                f"has another source here, {shown(problem.here)}, and was left. Export the article "
                "again to have it translated."
            )
        case Trouble.UNKNOWN:
            return f"is not in the bilingual file, so {shown(problem.there)} was left."
