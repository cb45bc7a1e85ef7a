"""`padanan export`: bilingual files in the formats that readers and other tools want."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.glossary.files import PATH, STANDARD, as_json, name
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, progress, say
from padanan.errors import ExitCode, InputError, OutputError, PadananError, UsageError

if TYPE_CHECKING:
    from padanan.translate.export import Document, Format

FORMATS = {
    "text": "English text",
    "html": "side-by-side web page",
    "docx": "Word document in English",
    "docx-table": "Word document, source and target in two columns",
    "xliff": "XLIFF 1.2, for OmegaT, Trados, memoQ and other CAT tools",
    "xliff2": "XLIFF 2.1, for newer CAT tools",
    "tmx": "translation memory (TMX 1.4b)",
    "csv": "table for spreadsheets",
}
"""The names and titles of `padanan.translate.export.FORMATS`, which help is not to import."""

_RESULTS = Path("out")
"""Where `padanan translate` puts its results unless it is told otherwise."""

_PLACE = Path("export")
"""Where exports go unless another place is named."""


@dataclass(frozen=True, slots=True)
class _Article:
    """A bilingual file to export.

    Attributes:
        path: The file.
        relative: Its path within what was named on the command line.
    """

    path: Path
    relative: Path

    @property
    def name(self) -> str:
        """What the export calls it."""
        return self.relative.with_suffix("").as_posix()


@dataclass(frozen=True, slots=True)
class _Wish:
    """How articles are to be exported.

    Attributes:
        format: The format.
        output: A folder, a file, or standard output.
        approved: Whether drafts are left out.
        marked: Whether they are marked.
        force: Whether files that are there are overwritten.
    """

    format: "Format"
    output: Path
    approved: bool
    marked: bool
    force: bool

    @property
    def piped(self) -> bool:
        """Whether it goes to standard output."""
        return self.output == STANDARD

    @property
    def together(self) -> bool:
        """Whether there is one file to write."""
        from padanan.translate.export import place

        return self.piped or place(self.output, self.format, Path("x.po")) == self.output


@dataclass(slots=True)
class _Done:
    """What has been exported.

    Attributes:
        files: Each file, and how many segments of each state are in it.
        errors: How many could not be.
    """

    files: list[dict[str, Any]] = field(default_factory=list)
    errors: int = 0

    def add(self, target: Path, documents: "Sequence[Document]", *, written: bool) -> None:
        from padanan.translate.bilingual import State
        from padanan.translate.export.document import state_of

        states = Counter(state_of(one) for document in documents for one in document.entries)
        self.files.append(
            {
                "file": name(target, "standard output"),
                "articles": [document.name for document in documents],
                "approved": states[State.APPROVED],
                "drafts": states[State.DRAFT],
                "gaps": states[State.EMPTY],
                "written": written,
            }
        )

    def refuse(self, error: PadananError) -> None:
        say(error.message)
        self.errors += 1

    def total(self, what: str) -> int:
        return sum(file[what] for file in self.files)


@click.command(
    cls=ManualCommand,
    about={
        "PATHS": "Bilingual files (.po), or folders of them.  [default: out]",
    },
    sections={"Formats": FORMATS},
    examples={
        "padanan export out/ --to docx": "A Word document of each article, in export/.",
        "padanan export out/news.po --to xliff -o news.xlf": "One article, for a CAT tool.",
        "padanan export out/ --to tmx --approved -o approved.tmx": (
            "All that is approved, as one translation memory."
        ),
    },
    exit_codes={
        ExitCode.FINDINGS: "Done, but --approved left gaps.",
        ExitCode.BAD_INPUT: "Some files could not be read or written; the rest was done.",
    },
    see=("docs/export.md", "padanan import"),
)
@click.argument("paths", nargs=-1, type=PATH)
@click.option(
    "--to",
    "format_",
    metavar="FORMAT",
    required=True,
    type=click.Choice(list(FORMATS), case_sensitive=False),
    help="The format, one of those below.",
)
@click.option(
    "-o",
    "--output",
    type=PATH,
    default=_PLACE,
    show_default=True,
    help="The folder to write in, the file, or - for standard output.",
)
@click.option(
    "--approved", is_flag=True, help="Only what is approved; drafts are left out as visible gaps."
)
@click.option(
    "--unmarked", is_flag=True, help="Drafts without their marks (text and docx): final as it is."
)
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@as_json
def export(
    paths: tuple[Path, ...],
    format_: str,
    output: Path,
    approved: bool,
    unmarked: bool,
    force: bool,
    as_json: bool,
) -> ExitCode:
    """Write translated articles for readers and for other tools.

    Each article becomes a file of its own; the folders of a folder are repeated. With -o all.csv,
    and so in all formats but text, html and docx, the articles go into one file.

    Drafts that nobody has approved are marked, as the format can: [draft: ...] in English text,
    shades in Word, the state in XLIFF. What has no English, or none that is wanted, stays as a gap
    with its Indonesian.

    XLIFF comes back with padanan import.
    """
    from padanan.translate.export import by_name

    wish = _Wish(by_name(format_), output, approved, not unmarked, force)
    if wish.piped and as_json:
        raise UsageError("-o - and --json both want standard output. Name a file.")
    done = _Done()
    found: list[_Article] = []
    for one in _collect(paths or (_RESULTS,)):
        if isinstance(one, _Article):
            found.append(one)
        else:
            done.refuse(one)
    if not wish.together:
        _export_each(found, wish, done)
    elif found:
        _export_together(found, wish, done)
    if as_json:
        data_json(done.files)
    return _sum_up(done, wish)


def _collect(paths: Iterable[Path]) -> Iterator[_Article | InputError]:
    """The bilingual files that paths stand for, each once."""
    from padanan.translate.checks.desk import collect

    seen: set[str] = set()
    for path in paths:
        for one in collect([path]):
            if isinstance(one, InputError):
                yield one
            elif (real := os.path.realpath(one)) not in seen:
                seen.add(real)
                yield _Article(one, one.relative_to(path) if path.is_dir() else Path(one.name))


def _export_each(articles: Sequence[_Article], wish: _Wish, done: _Done) -> None:
    """A file for each article."""
    from padanan.translate.export import place

    taken: dict[str, Path] = {}
    with progress("Exporting") as show:
        for number, article in enumerate(articles):
            show(number, len(articles))
            target = place(wish.output, wish.format, article.relative)
            other = taken.setdefault(str(target).casefold(), article.path)
            try:
                if other != article.path:
                    raise OutputError(
                        f"{article.path}: its export would overwrite that of {other} ({target}). "
                        "Export the two into different folders with -o."
                    )
                _export([article], target, wish, done)
            except (InputError, OutputError) as error:
                done.refuse(error)


def _export_together(articles: Sequence[_Article], wish: _Wish, done: _Done) -> None:
    """One file, of several articles if the format can hold them."""
    if len(articles) > 1 and not wish.format.joins:
        from padanan.translate.export import FORMATS as ALL

        joining = ", ".join(one.name for one in ALL if one.joins)
        raise UsageError(
            f"{name(wish.output, 'standard output')}: is one file, but there are "
            f"{len(articles):,} articles, and {wish.format.name} has a file for each. Name a "
            f"folder, or one article; {joining} can hold several."
        )
    _export(articles, wish.output, wish, done)


def _export(articles: Sequence[_Article], target: Path, wish: _Wish, done: _Done) -> None:
    """Write one file.

    Raises:
        InputError: A bilingual file cannot be read, and it was the only one.
        OutputError: It cannot be written, or something else is there.
    """
    from padanan.translate.export import put, read

    documents: list[Document] = []
    for article in articles:
        try:
            documents.append(read(article.path, article.name, approved_only=wish.approved))
        except InputError as error:
            if len(articles) == 1:
                raise
            done.refuse(error)
    writing = wish.format.write(documents, marked=wish.marked)
    if wish.piped:
        data(writing.data, nl=False)
        written = True
    else:
        written = put(target, writing, [one.path for one in articles], force=wish.force)
    for remark in writing.remarks:
        say(f"{name(target, 'standard output')}: {remark}")
    done.add(target, documents, written=written)


def _sum_up(done: _Done, wish: _Wish) -> ExitCode:
    """Say what was done."""
    if done.files:
        articles = sum(len(file["articles"]) for file in done.files)
        written = done.total("written")
        unchanged = len(done.files) - written
        say(
            f"{count(articles, 'article')} as {wish.format.name}: {count(written, 'file')} written"
            + (f", {unchanged:,} unchanged" if unchanged else "")
            + f". {_states(done, wish)}"
        )
    if done.errors:
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if wish.approved and done.total("gaps") else ExitCode.DONE


def _states(done: _Done, wish: _Wish) -> str:
    """How far the segments are that were exported, in a sentence."""
    approved, drafts, gaps = (done.total(what) for what in ("approved", "drafts", "gaps"))
    if not drafts + gaps:
        return "All of it is approved."
    parts = [f"{approved:,} approved"]
    if drafts:
        parts.append(f"{count(drafts, 'draft')}, {'marked' if wish.marked else 'not marked'}")
    if gaps:
        parts.append(
            f"{count(gaps, 'gap')}{' without an approved target' if wish.approved else ''}"
        )
    return f"{count(approved + drafts + gaps, 'segment')}: {'; '.join(parts)}."
