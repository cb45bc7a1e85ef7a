"""Which articles a run takes in, and where the results of each go."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from padanan.errors import InputError
from padanan.translate import collection, english, page, remote
from padanan.translate.article import Article
from padanan.translate.collection import COLLECTIONS
from padanan.translate.places import Url, suffix
from padanan.translate.read import PAGES, SUFFIXES, read, read_bytes
from padanan.translate.report.mark import is_report
from padanan.translate.source import Source


@dataclass(frozen=True, slots=True)
class Job:
    """One article to translate.

    Attributes:
        source: The article's file; or where else it is, if it is no file of its own here.
        name: What messages call it: its path as the user would write it, and its id behind a `#`
            where it is one of many in a file.
        bilingual: Where its bilingual file goes.
        article: What the bilingual file calls it, where that does not follow from the places of
            the two: results that are made in one place to lie in another.
    """

    source: Path | Source
    name: str
    bilingual: Path
    article: str = ""

    @property
    def english(self) -> Path:
        """Where its English text goes."""
        return self.bilingual.with_suffix(english.ENDING)

    @property
    def page(self) -> Path:
        """Where its side-by-side page goes, when one is asked for."""
        return self.bilingual.with_suffix(page.ENDING)


def read_job(job: Job) -> Article:
    """Read the article of a job.

    Raises:
        InputError: It cannot be used.
    """
    if isinstance(job.source, Path):
        return read(job.source, job.name)
    data, kind = job.source.content(job.name)
    return read_bytes(data, job.name, kind)


def collect(paths: Iterable[Path], out: Path) -> Iterator[Job | InputError]:
    """The jobs for files and folders, in order, and an error for each path that gives none.

    A folder gives every file below it whose suffix padanan reads, in sorted order, and its
    structure is repeated in `out`; hidden files and folders, `out` itself and results of earlier
    runs are passed over. Links to other folders are followed, but not those that lead back into
    the folder or above it. What cannot be read costs nothing but itself. A file is taken whatever
    its suffix is, unless padanan knows it cannot be an article; a collection gives each article in
    it. One that is named twice is taken once, where it came first.
    """
    seen: set[str] = set()
    taken: dict[str, str] = {}
    for path in paths:
        try:
            for found in _articles(path, out):
                if isinstance(found, InputError):
                    yield found
                    continue
                real, job = found
                if real in seen:
                    continue
                seen.add(real)
                place = str(job.bilingual).casefold()
                if place in taken:
                    yield InputError(
                        f"{job.name}: its results would overwrite those of {taken[place]} "
                        f"({job.bilingual}). Rename one of the two, or translate them into "
                        "different folders with -o."
                    )
                    continue
                taken[place] = job.name
                yield job
        except InputError as error:
            yield error
        except OSError as error:
            yield _unreadable(path, error)


def _articles(path: Path, out: Path) -> Iterator[tuple[str, Job] | InputError]:
    """The job for each article `path` stands for, with what tells it from all others.

    Raises:
        InputError: It stands for none.
        OSError: It cannot be looked at: a folder that may not be entered, a name too long, ...
    """
    if suffix(path) in COLLECTIONS:
        yield from _members(path, out)
    elif isinstance(path, Url):
        for one in remote.articles(path, out):
            if isinstance(one, InputError):
                yield one
                continue
            source, below = one
            target = out.joinpath(*below.with_suffix(".po").parts)
            yield str(source.place), Job(source, str(source.place), target)
    else:
        for found in _files(path, out):
            if isinstance(found, InputError):
                yield found
                continue
            file, relative = found
            job = Job(file, str(file), out / relative.with_suffix(".po"))
            yield os.path.realpath(file), job


def _members(path: Path, out: Path) -> Iterator[tuple[str, Job] | InputError]:
    """The same for the articles of a collection."""
    real = str(path) if isinstance(path, Url) else os.path.realpath(path)
    for found in collection.members(path):
        if isinstance(found, InputError):
            yield found
            continue
        *folders, name = found.member.split("/")
        target = out.joinpath(*folders, f"{name}.po")
        yield f"{real}#{found.member}", Job(found, f"{path}#{found.member}", target)


def _files(path: Path, out: Path) -> Iterator[tuple[Path, Path] | InputError]:
    """Each file `path` stands for, with its path relative to the output folder.

    Raises:
        InputError: It stands for none.
        OSError: It cannot be looked at.
    """
    try:
        # Not path.is_dir(), which calls what may not be looked at absent in some Pythons.
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(f"{path}: there is no such file or folder.") from None
    if stat.S_ISDIR(mode):
        found = False
        for source in _walk(path, out):
            found = True
            yield (source, source.relative_to(path)) if isinstance(source, Path) else source
        if not found:
            raise InputError(
                f"{path}: no articles in this folder. padanan looks for files ending in "
                f"{_suffix_list()}."
            )
    elif path.suffix.lower() in SUFFIXES or not path.suffix:
        yield path, Path(path.name)
    else:
        raise InputError(
            f"{path}: padanan does not read {path.suffix} files. Save the article as plain text "
            f"(it reads {_suffix_list()}), or many of them as JSON Lines (.jsonl) or Parquet."
        )


def _walk(folder: Path, out: Path) -> Iterator[Path | InputError]:
    """The articles below `folder`, and an error for each folder that cannot be read."""
    errors: list[OSError] = []
    top, avoid = Path(os.path.realpath(folder)), Path(os.path.realpath(out))
    entered = {top}

    def enter(path: Path, plain: Path) -> bool:
        """Whether to go into `path`; `plain` is where it lies if it is not a link."""
        real = Path(os.path.realpath(path))
        if real == avoid or real in entered:
            return False
        if real != plain and (real.is_relative_to(top) or top.is_relative_to(real)):
            return False
        entered.add(real)
        return True

    for root, folders, files in os.walk(folder, onerror=errors.append, followlinks=True):
        yield from _drained(errors)
        real_root = os.path.realpath(root)
        folders[:] = [
            name
            for name in sorted(folders)
            if not name.startswith(".") and enter(Path(root, name), Path(real_root, name))
        ]
        for name in sorted(files):
            source = Path(root, name)
            if source.suffix.lower() not in SUFFIXES or name.startswith("."):
                continue
            if not _is_result(source):
                yield source
    yield from _drained(errors)


def _drained(errors: list[OSError]) -> Iterator[InputError]:
    """What os.walk could not read since it was last asked."""
    while errors:
        error = errors.pop(0)
        yield _unreadable(error.filename, error)


def _unreadable(path: Path | str, error: OSError) -> InputError:
    return InputError(f"{path}: cannot be read ({error.strerror or error}).")


def _is_result(path: Path) -> bool:
    """Whether `path` is what an earlier run wrote: its bilingual file or its article is there too;
    or a report's page.

    The article counts because bilingual files get moved away to be reviewed.
    """
    for ending in (english.ENDING, page.ENDING):
        if path.name.endswith(ending):
            name = path.name.removesuffix(ending)
            return any(
                os.path.lexists(path.with_name(name + suffix)) for suffix in (".po", *SUFFIXES)
            )
    return path.suffix.lower() in PAGES and is_report(path)


def _suffix_list() -> str:
    *most, last = sorted(SUFFIXES)
    return f"{', '.join(most)} or {last}"
