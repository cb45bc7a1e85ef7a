"""Which articles a run takes in, and where the results of each go."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from padanan.errors import InputError
from padanan.translate.read import SUFFIXES


@dataclass(frozen=True, slots=True)
class Job:
    """One article to translate.

    Attributes:
        source: The article's file.
        name: What messages call it: its path as the user would write it.
        bilingual: Where its bilingual file goes.
    """

    source: Path
    name: str
    bilingual: Path

    @property
    def english(self) -> Path:
        """Where its English text goes."""
        return self.bilingual.with_suffix(".en.txt")

    @property
    def page(self) -> Path:
        """Where its side-by-side page goes, when one is asked for."""
        return self.bilingual.with_suffix(".bilingual.html")


def collect(paths: Iterable[Path], out: Path) -> Iterator[Job | InputError]:
    """The jobs for files and folders, in order, and an error for each path that gives none.

    A folder gives every file below it whose suffix padanan reads, in sorted order, and its
    structure is repeated in `out`; hidden files and folders, `out` itself and results of earlier
    runs are passed over. A file is taken whatever its suffix is, unless padanan knows it cannot
    be an article.
    """
    taken: dict[str, str] = {}
    for path in paths:
        try:
            for source, relative in _articles(path, out):
                job = Job(source, str(source), out / relative.with_suffix(".po"))
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


def _articles(path: Path, out: Path) -> Iterator[tuple[Path, Path]]:
    """Each article `path` stands for, with its path relative to the output folder."""
    if path.is_dir():
        found = False
        for source in _walk(path, out):
            found = True
            yield source, source.relative_to(path)
        if not found:
            raise InputError(
                f"{path}: no articles in this folder. padanan looks for files ending in "
                f"{_suffix_list()}."
            )
    elif not path.exists():
        raise InputError(f"{path}: there is no such file or folder.")
    elif path.suffix.lower() in SUFFIXES or not path.suffix:
        yield path, Path(path.name)
    else:
        raise InputError(
            f"{path}: padanan does not read {path.suffix} files. Save the article as plain text "
            f"(it reads {_suffix_list()})."
        )


def _walk(folder: Path, out: Path) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        raise InputError(f"{error.filename}: cannot be read ({error.strerror}).") from error

    avoid = os.path.realpath(out)
    for root, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and os.path.realpath(Path(root, name)) != avoid
        )
        for name in sorted(files):
            source = Path(root, name)
            if source.suffix.lower() not in SUFFIXES or name.startswith("."):
                continue
            if not _is_result(source):
                yield source


def _is_result(path: Path) -> bool:
    """Whether `path` is what an earlier run wrote beside a bilingual file."""
    for ending in (".en.txt", ".bilingual.html"):
        if path.name.endswith(ending):
            return path.with_name(path.name.removesuffix(ending) + ".po").exists()
    return False


def _suffix_list() -> str:
    *most, last = sorted(SUFFIXES)
    return f"{', '.join(most)} or {last}"
