"""What to do next on a desk, the most urgent first, each with the command that does it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from padanan.translate.report.figures import Work
from padanan.translate.report.links import command, review, typed
from padanan.translate.report.model import Step

_NAMED = 3
"""Articles that a command names one by one."""

_USUAL = Path("out")
"""Where `padanan translate` puts its results unless it is told otherwise."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a desk needs.

    Attributes:
        folder: The folder of results.
        articles: How many articles there are.
        changed: Articles that are others than when they were translated, each with its bilingual
            file's path from the folder of results.
        gaps: Those with segments that have no target.
        unread: How many files could not be read.
        unlooked: How many articles were not looked at for findings.
        work: How far the work has come.
        wrong: In how many segments there are errors.
    """

    folder: Path
    articles: int
    changed: Sequence[tuple[Path, str]]
    gaps: Sequence[tuple[Path, str]]
    unread: int
    unlooked: int
    work: Work
    wrong: int


def steps(needs: Needs) -> tuple[Step, ...]:
    """What to do next."""
    return tuple(_steps(needs))


def _steps(needs: Needs) -> Iterator[Step]:
    desk, work = typed(str(needs.folder)), needs.work
    if needs.changed:
        what = f"{_count(len(needs.changed), 'article')} changed since translated"
        yield Step(what, _translate(needs.folder, needs.changed))
    if needs.unread:
        what = f"{_count(needs.unread, 'file')} cannot be used"
        yield Step(what, command("check", desk))
    if needs.wrong:
        what = f"{_count(needs.wrong, 'segment')} with errors"
        yield Step(what, command("check", desk, "--severity", "error"))
    if work.empty:
        what = f"{_count(work.empty, 'segment')} without a translation"
        yield Step(what, _translate(needs.folder, needs.gaps))
    if work.drafts:
        words = _count(work.words_left, "word")
        yield Step(f"{_count(work.drafts, 'draft')} to review ({words})", review(desk))
    if needs.unlooked:
        what = f"{_count(needs.unlooked, 'article')} not checked yet"
        yield Step(what, command("report", desk))
    if not needs.articles:
        output = () if needs.folder == _USUAL else ("-o", desk)
        yield Step("no articles yet", command("translate", "ARTICLES", *output))
    elif work.approved == work.segments:
        yield Step("everything is approved: send it out", command("export", desk))


def _translate(folder: Path, articles: Iterable[tuple[Path, str]]) -> str:
    """The command that translates articles to where they have been translated to.

    A folder's structure is repeated in the results, so that an article from below a folder is
    translated with that folder, and one at its top by itself.
    """
    roots: dict[str, None] = {}
    named: dict[str, None] = {}
    for source, path in articles:
        below = Path(path).parent.parts
        root = source.parent
        if below and root.parts[-len(below) :] == below:
            roots[_near(Path(*root.parts[: -len(below)]))] = None
        elif below:
            return ""
        else:
            named[_near(source)] = None
    if len(named) > _NAMED:
        roots |= dict.fromkeys(_near(source.parent) for source, path in articles if "/" not in path)
        named = {}
    words = [*roots, *named]
    output = () if folder == _USUAL else ("-o", str(folder))
    return command("translate", *words, *output) if len(words) <= _NAMED else ""


def _near(path: Path) -> str:
    """A path as one would type it here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith(f"..{os.sep}..") else typed(relative)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
