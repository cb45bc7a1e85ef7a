"""The checks over a desk: bilingual files in, findings with their places out."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from padanan.errors import InputError
from padanan.glossary import Glossary
from padanan.translate.bilingual import below, load
from padanan.translate.checks.gather import pairs_of
from padanan.translate.checks.pair import Finding, Pair, Severity
from padanan.translate.checks.run import check_all
from padanan.translate.checks.settings import CheckSettings

_ENTRY = re.compile(r'^msgctxt "([^"\\]*)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ArticleToCheck:
    """A bilingual file that has been read.

    Attributes:
        path: The file.
        pairs: Its pairs, whose article is the file's path.
        lines: The line of the file on which each entry begins, by the segment's id.
    """

    path: Path
    pairs: tuple[Pair, ...]
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Checked:
    """A bilingual file, and what is the matter in it.

    Attributes:
        article: The file.
        findings: In the order of the file; of one segment the gravest first.
    """

    article: ArticleToCheck
    findings: tuple[Finding, ...]

    def pair(self, finding: Finding) -> Pair:
        """The pair that a finding is about."""
        return next(pair for pair in self.article.pairs if pair.id == finding.segment)


def collect(paths: Iterable[Path]) -> Iterator[Path | InputError]:
    """The bilingual files that paths stand for, in sorted order, each once.

    A folder gives every .po file below it, hidden ones passed over. A path that gives none gives
    an error.
    """
    seen: set[str] = set()
    for path in paths:
        if not path.is_dir():
            found: Iterable[Path | InputError] = (path,)
        else:
            found = _below(path)
        for one in found:
            real = os.path.realpath(one) if isinstance(one, Path) else ""
            if not real or real not in seen:
                seen.add(real)
                yield one


def _below(folder: Path) -> Iterator[Path | InputError]:
    some = False
    errors: list[OSError] = []
    for path in below(folder, errors.append):
        some = True
        yield path
    for error in errors:
        yield InputError(f"{error.filename}: cannot be read ({error.strerror or error}).")
    if not some and not errors:
        yield InputError(
            f"{folder}: there are no bilingual files (.po) in this folder. padanan translate makes "
            "them, in out/ unless its -o says otherwise."
        )


def read(path: Path, glossary: Glossary | None) -> ArticleToCheck:
    """A bilingual file, made ready.

    Raises:
        InputError: There is no such file, or it cannot be read.
    """
    bilingual = load(path)
    if bilingual is None:
        raise InputError(
            f"{path}: there is no such file or folder. padanan translate makes bilingual files, in "
            "out/ unless its -o says otherwise."
        )
    lines = entry_lines(path.read_text("utf-8-sig", errors="replace"))
    return ArticleToCheck(path, tuple(pairs_of(bilingual, str(path), glossary)), lines)


def entry_lines(text: str) -> dict[str, int]:
    """The line of a bilingual file on which each entry begins, by the segment's id."""
    lines: dict[str, int] = {}
    line, place = 1, 0
    for match in _ENTRY.finditer(text):
        line += text.count("\n", place, match.start())
        place = match.start()
        lines.setdefault(match[1], line)
    return lines


def look(
    articles: Sequence[ArticleToCheck], settings: CheckSettings, least: Severity = Severity.NOTE
) -> list[Checked]:
    """What is the matter in articles, and between them.

    Args:
        articles: The articles.
        settings: Which checks run, and how strictly.
        least: The least severe findings that are wanted.
    """
    findings = check_all([pair for article in articles for pair in article.pairs], settings)
    by_article: dict[str, list[Finding]] = {str(article.path): [] for article in articles}
    for finding in findings:
        if finding.severity.rank <= least.rank:
            by_article[finding.article].append(finding)
    return [Checked(article, tuple(by_article[str(article.path)])) for article in articles]
