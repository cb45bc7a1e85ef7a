"""Which articles lie in a desk, and how far the work on each has come."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path

from padanan.errors import InputError
from padanan.files import read_file
from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.translate import bilingual
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry, State
from padanan.translate.checks import ALL, CheckSettings, Severity, ignored
from padanan.translate.enforce import Step

_MARKS = (b"X-Padanan-", b"\n#. fingerprint: ", b'\nmsgctxt "skip-')
"""What padanan's bilingual files hold and other PO files do not; damaged ones keep some of it."""

Severities = Mapping[str, Severity]
"""How much the findings of each check matter, by its id."""


class Stage(StrEnum):
    """How far an article has come, in one word; what `is:` asks for."""

    NEW = "new"
    """Nothing is approved yet."""

    BEGUN = "begun"
    """Something is approved."""

    DONE = "done"
    """Every segment is approved."""

    DAMAGED = "damaged"
    """Its file cannot be used."""

    UNREAD = "unread"
    """Its file has not been read yet."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on some entries has come.

    Attributes:
        approved: How many segments are approved.
        drafted: How many have a draft that is not approved yet.
        total: How many segments there are; furniture is none.
        words: Source words of the segments that are not approved yet.
        errors: Errors that were found in drafts as the machine wrote them; those about terms aside.
        warnings: Warnings found there.
        terms: Terms that those drafts lack, or render in a way to be avoided.
    """

    approved: int = 0
    drafted: int = 0
    total: int = 0
    words: int = 0
    errors: int = 0
    warnings: int = 0
    terms: int = 0

    def __add__(self, other: "Progress") -> "Progress":
        names = (field.name for field in fields(self))
        return Progress(*(getattr(self, name) + getattr(other, name) for name in names))

    def __str__(self) -> str:
        return f"{self.share}, {self.left}" if self.words else self.share

    @property
    def share(self) -> str:
        """How many segments are approved, in words."""
        shares = {"approved": number(self.approved), "total": number(self.total)}
        return _("{approved}/{total} approved").format(**shares)

    @property
    def left(self) -> str:
        """How many words are left, in words."""
        left = ngettext("{n} word left", "{n} words left", self.words)
        return left.format(n=number(self.words))

    @property
    def findings(self) -> int:
        """All that was found, whatever it is."""
        return self.errors + self.warnings + self.terms


@dataclass(frozen=True, slots=True)
class Overview:
    """An article as the list of articles shows it.

    Attributes:
        path: Its bilingual file.
        headline: Its headline, in English where there is any.
        progress: How far it has come; None when the file cannot be used, or was not read yet.
        error: Why it cannot be used; else empty.
        name: What the list calls it.
        time: When its file was last written, in seconds since 1970; 0 when that is not known.
        held: Who has it open at another desk; empty if nobody has.
    """

    path: Path
    headline: str = ""
    progress: Progress | None = None
    error: str = ""
    name: str = ""
    time: float = 0.0
    held: str = ""

    @property
    def note(self) -> str:
        """What one should know before opening it, in a sentence; else empty."""
        if self.held and not self.error:
            return _("{who} has this article open.").format(who=self.held)
        return self.error

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.progress is None:
            return Stage.DAMAGED if self.error else Stage.UNREAD
        if self.progress.approved == self.progress.total:
            return Stage.DONE
        return Stage.BEGUN if self.progress.approved else Stage.NEW


def severities(settings: CheckSettings | None = None) -> Severities:
    """How much the findings of each check matter in a desk."""
    settings = settings or CheckSettings()
    return {check.id: settings.severity(check) for check in ALL}


_AS_THEY_COME = severities()


def progress(entries: Iterable[Entry], gravity: Severities = _AS_THEY_COME) -> Progress:
    """How far the work on `entries` has come.

    Args:
        entries: Entries of an article.
        gravity: How much each check's findings matter.
    """
    approved = drafted = total = words = 0
    found = {Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 0}
    terms = 0
    for entry in entries:
        if entry.state is State.SKIPPED:
            continue
        total += 1
        if entry.state is State.APPROVED:
            approved += 1
            continue
        words += len(entry.source.split())
        drafted += entry.state is State.DRAFT
        if entry.touched:
            continue  # what was found in the draft says nothing of what a person made of it
        silent = ignored(entry)
        if "term-missing" not in silent:
            terms += sum(term.step == Step.MISSING for term in entry.terms)
        for finding in entry.findings:
            check = finding.partition(":")[0]
            if check in silent or check == "term-missing":
                continue
            if check == "term-avoided":
                terms += 1
            else:
                found[gravity.get(check, Severity.WARNING)] += 1
    errors, warnings = found[Severity.ERROR], found[Severity.WARNING]
    return Progress(approved, drafted, total, words, errors, warnings, terms)


def overview(path: Path, entries: Iterable[Entry], gravity: Severities = _AS_THEY_COME) -> Overview:
    """The overview of an article from its entries."""
    entries = tuple(entries)
    headlines = [entry for entry in entries if entry.kind is BlockKind.HEADLINE]
    headline = " ".join(entry.target or entry.source for entry in headlines[:1])
    return Overview(path, headline, progress(entries, gravity))


def is_ours(path: Path) -> bool:
    """Whether a PO file is one of padanan's, be it damaged."""
    try:
        data = read_file(path)
    except OSError:
        return True  # look will say what is wrong with it
    return not data.strip() or any(mark in data for mark in _MARKS)


def find(folder: Path, ours: Callable[[Path], bool] = is_ours) -> Iterator[Path]:
    """The bilingual files below a folder, sorted; hidden files and folders are passed over.

    PO files of other programs are passed over too, damaged ones of padanan's are not.

    Args:
        folder: The folder.
        ours: Tells padanan's files from others.
    """
    yield from filter(ours, bilingual.below(folder))


def look(path: Path, gravity: Severities = _AS_THEY_COME) -> Overview:
    """Read a bilingual file for its overview; a damaged one gives an overview with its error."""
    try:
        content = bilingual.load(path)
    except InputError as error:
        return Overview(path, error=error.message)
    if content is None:
        gone = _("{path}: this bilingual file has gone.").format(path=path)
        return Overview(path, error=gone)
    return overview(path, content.entries, gravity)
