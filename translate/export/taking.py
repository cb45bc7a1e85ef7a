"""Taking XLIFF back into the bilingual files it was exported from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from padanan.errors import InputError
from padanan.files import read_file
from padanan.translate import bilingual
from padanan.translate.bilingual import Bilingual, State
from padanan.translate.checks.desk import collect
from padanan.translate.export.document import for_xml
from padanan.translate.export.returned import (
    Merged,
    Options,
    Problem,
    Trouble,
    merge,
    same_source,
    worked_on,
)
from padanan.translate.export.xliff_reader import Unit, read
from padanan.translate.following import follow
from padanan.translate.lock import PATIENCE, hold
from padanan.translate.recall import tell

__all__ = ["Article", "Options", "Problem", "Trouble", "articles", "take_back"]


@dataclass(frozen=True, slots=True)
class Article:
    """What has come back of one article.

    Attributes:
        original: The article, as the file names it.
        units: Its segments, in the order of the file.
    """

    original: str
    units: tuple[Unit, ...]

    def find(self, into: Path) -> Path:
        """The bilingual file the article was exported from.

        Args:
            into: That file, or a folder of bilingual files. There it is the one of the same
                article; failing that, of an article of the same name that has some of the
                segments, for desks are moved.

        Raises:
            InputError: There is none, or more than one that it could be.
        """
        if not into.is_dir():
            return into
        known = [(path, article) for path in _bilinguals(into) if (article := _article_of(path))]
        name = PurePosixPath(self.original).name
        found = [path for path, article in known if article == self.original]
        found = found or [path for path, article in known if PurePosixPath(article).name == name]
        shares = {path: self._shared(path) for path in found}
        best = [path for path in found if shares[path] == max(shares.values()) > 0]
        if len(best) == 1:
            return best[0]
        if len(best) > 1:
            raise InputError(
                f"{self.original}: could be any of {', '.join(map(str, best))}. Name the bilingual "
                "file with --into."
            )
        raise InputError(
            f"{self.original}: no bilingual file in {into} is of this article. Name the file with "
            "--into, or the folder it is in."
        )

    def _shared(self, path: Path) -> int:
        """How many of the segments a bilingual file has."""
        try:
            content = bilingual.load(path)
        except InputError:
            return 0
        entries = {entry.id: entry for entry in content.entries} if content else {}
        return sum(
            unit.id in entries and same_source(entries[unit.id], unit) for unit in self.units
        )


def articles(data: bytes) -> list[Article]:
    """What an XLIFF file brings back.

    Raises:
        InputError: It is no XLIFF file, a damaged one, one of other languages, declares entities,
            or has no segments; said without the file's name.
    """
    found = [Article(original, tuple(units)) for original, units in read(data).items()]
    if not found:
        raise InputError("has no segments to take back.")
    return found


def take_back(
    path: Path, units: Sequence[Unit], options: Options, *, dry_run: bool = False
) -> tuple[Merged, tuple[str, ...]]:
    """Put segments that have come back into a bilingual file, which its English text and page
    follow, and what they approve into the memory of the desk.

    Args:
        path: The file.
        units: The segments.
        options: How they are to be taken.
        dry_run: Whether nothing is to be written.

    Returns:
        What became of them; and sentences about what could not be brought along: the English text,
        the page, the memory.

    Raises:
        InputError: The file is missing or damaged.
        OutputError: It cannot be written, or another padanan is writing in its folder.
    """
    if dry_run:
        return merge(_content(path), units, options), ()
    # A folder that is not there cannot be locked; the file's absence is the thing to say.
    _content(path)
    with hold(path.resolve().parent, PATIENCE):
        content = _content(path)
        merged = merge(content, units, options)
        # Also what is there already: a run before this one may have come to its end before the
        # English text and the memory followed.
        ids = {one.id for one in merged.after} | {
            one.id for one in units if worked_on(one, options)
        }
        after = [entry for entry in merged.content.entries if entry.id in ids]
        doubt = _save(path, content, merged.content) if after else ""
    was = (replace(entry, state=State.APPROVED) for entry in after if entry.state is State.DRAFT)
    trouble = tell(path, merged.content, (*merged.before, *was), after)
    return merged, tuple(filter(None, (doubt, trouble)))


def _save(path: Path, before: Bilingual, content: Bilingual) -> str:
    """Save a bilingual file if it is another by now; why what follows it stays as it is, if it
    does.

    Raises:
        OutputError: It cannot be written.
    """
    following = follow(path, content)
    if following.content != before:
        bilingual.save(path, following.content)
    return following.write()


def _content(path: Path) -> Bilingual:
    content = bilingual.load(path)
    if content is None:
        raise InputError(f"{path}: there is no such bilingual file.")
    return content


def _bilinguals(folder: Path) -> Iterator[Path]:
    return (one for one in collect([folder]) if isinstance(one, Path))


def _article_of(path: Path) -> str:
    """The article of a bilingual file, as XLIFF names it; empty if that cannot be read."""
    try:
        text = read_file(path).decode("utf-8-sig").replace("\r\n", "\n")
        # The header alone: a folder may hold thousands.
        return for_xml(bilingual.loads(text.partition("\n\n")[0]).article)
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError):
        return ""
