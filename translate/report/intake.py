"""Taking in the bilingual files of a desk, one by one, each with what became of its article."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from padanan.errors import InputError, PadananError
from padanan.files import read_file
from padanan.translate import bilingual, outputs, page
from padanan.translate.bilingual import Bilingual
from padanan.translate.checks import CheckSettings
from padanan.translate.checks.desk import collect, entry_lines
from padanan.translate.places import Url
from padanan.translate.report import store
from padanan.translate.report.facts import Facts
from padanan.translate.report.figures import Source, Unread
from padanan.translate.report.looking import look, shapes
from padanan.translate.report.store import Store
from padanan.translate.termbase import Termbase


@dataclass(frozen=True, slots=True)
class Wish:
    """What a report is to be about.

    Attributes:
        folder: The folder of results.
        termbase: The glossary; None looks at no terms.
        glossary: What the glossary is called; empty for none.
        settings: Which checks run, and how strictly.
        time: When it is made (UTC, ISO 8601).
        most: How many articles are looked at anew at most; those beyond are counted only. None
            looks at all.
    """

    folder: Path
    termbase: Termbase | None
    glossary: str
    settings: CheckSettings
    time: str
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """An article that was taken in.

    Attributes:
        path: Its bilingual file, from the folder of results.
        page: Its side-by-side page; empty where there is none.
        source: What became of the article itself.
        article: Where that lies, or lay.
    """

    path: str
    page: str
    source: Source
    article: Path


def files(folder: Path) -> tuple[list[Path], list[Unread]]:
    """The bilingual files of a desk, and what cannot be looked into; an empty desk has neither.

    Raises:
        InputError: There is no such folder.
    """
    try:
        os.scandir(folder).close()
    except FileNotFoundError:
        raise InputError(
            f"{folder}: there is no such folder. padanan translate makes one, out/ unless its -o "
            "says otherwise."
        ) from None
    except NotADirectoryError:
        raise InputError(f"{folder}: this is a file. Name the folder of results.") from None
    except OSError as error:
        raise InputError(f"{folder}: cannot be read ({error.strerror or error}).") from error
    paths: list[Path] = []
    unread: list[Unread] = []
    for one in collect([folder]):
        if isinstance(one, Path):
            paths.append(one)
        elif not one.message.startswith(f"{folder}: "):  # which says only that there are none
            unread.append(Unread("", one.message))
    return paths, unread


class Intake:
    """Takes in files, into a store.

    Attributes:
        taken: The articles, in their order.
        unread: The files that could not be used.
    """

    def __init__(self, wish: Wish, kept: Store) -> None:
        self.taken: list[Taken] = []
        self.unread: list[Unread] = []
        self._wish = wish
        self._kept = kept
        digest = "" if wish.termbase is None else wish.termbase.fingerprint
        self._basis = store.basis(digest, wish.settings)
        self._anew = 0

    def take(self, path: Path) -> Facts | None:
        """The facts of a file; None if it cannot be used, which is told."""
        relative = path.relative_to(self._wish.folder)
        try:
            facts = self._facts(path)
        except PadananError as error:
            self.unread.append(Unread(relative.as_posix(), error.message))
            return None
        side = relative.with_suffix(page.ENDING)
        there = side.as_posix() if (self._wish.folder / side).is_file() else ""
        self.taken.append(Taken(relative.as_posix(), there, *_source(path, facts)))
        return facts

    def _facts(self, path: Path) -> Facts:
        try:
            data = read_file(path)
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
        key = store.key(data, self._basis)
        facts = self._kept.recall(key)
        if facts is not None:
            return facts
        content = bilingual.load(path)
        if content is None:
            raise InputError(f"{path}: this bilingual file has gone.")
        facts = shapes(content, entry_lines(data.decode("utf-8-sig", "replace")))
        if self._wish.most is not None and self._anew >= self._wish.most:
            self._kept.add(facts)
            return facts
        self._anew += 1
        glossary = None if self._wish.termbase is None else self._wish.termbase.glossary
        facts = look(facts, content, self._wish.settings, glossary)
        # What has changed while it was read is kept for this report only.
        self._kept.add(facts, key if _is_still(path, data) else None)
        return facts


def _is_still(path: Path, data: bytes) -> bool:
    try:
        return read_file(path) == data
    except OSError:
        return False


def _source(path: Path, facts: Facts) -> tuple[Source, Path]:
    """What became of the article of a bilingual file, and where it is."""
    article = outputs.article(path, Bilingual(facts.article, facts.sha256, "", "", "", ()))
    if isinstance(article, Url):
        return Source.AWAY, article
    try:
        # The file says where it lies, and who wrote that may have meant /dev/zero, or a pipe.
        if not article.is_file():
            raise FileNotFoundError(article)
        same = sha256(read_file(article)).hexdigest() == facts.sha256
    except (OSError, ValueError):  # the second: a name that no file can have
        file = Path(str(article).rpartition("#")[0])
        # One of many in a file, which is not looked through for it.
        return (Source.AWAY if file.is_file() else Source.GONE), article
    return (Source.SAME if same else Source.CHANGED), article
