"""What a changed glossary concerns in the articles of a desk, and drafting it anew.

Takes seconds: for workers. Knows nothing of screens.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from padanan.errors import PadananError
from padanan.glossary import Glossary
from padanan.translate import bilingual
from padanan.translate.bilingual import Bilingual, Entry
from padanan.translate.recall import Recall
from padanan.translate.redraft import Concerned, concerned, redraft
from padanan.translate.resources import Resources
from padanan.translate.termbase import Termbase
from padanan.tui.keeping import Change, keep, take
from padanan.tui.overview import find
from padanan.tui.tools import Tools


@dataclass(frozen=True, slots=True)
class InArticle:
    """What is concerned in one article.

    Attributes:
        path: Its bilingual file.
        found: What is concerned.
        trouble: Why it could not be looked at, in a sentence; else empty.
    """

    path: Path
    found: Concerned = field(default_factory=Concerned)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Redrafted:
    """What was drafted anew in one article.

    Attributes:
        path: Its bilingual file.
        pairs: The entries as they were and as they are.
        trouble: Why nothing was, in a sentence; else empty.
    """

    path: Path
    pairs: tuple[tuple[Entry, Entry], ...] = ()
    trouble: str = ""


def others(folder: Path, here: Path) -> list[Path]:
    """The bilingual files of a folder but for the one that is open."""
    real = here.resolve()
    return [path for path in find(folder) if path.resolve() != real]


def in_article(path: Path, glossary: Glossary, changed: Glossary | None) -> InArticle:
    """What is concerned in the article of a bilingual file.

    Args:
        path: The file.
        glossary: The glossary as it is now.
        changed: The concepts that are no longer as they were; None where that is not known.
    """
    try:
        content = bilingual.load(path)
    except PadananError as error:
        return InArticle(path, trouble=error.message)
    if content is None:  # gone since it was listed
        return InArticle(path)
    return InArticle(path, concerned(content.entries, glossary, changed))


class Redrafter:
    """Drafts anew with the tools of a desk.

    Args:
        tools: The tools; the engine is loaded when it is first needed.
        glossary: The glossary as it is now.
    """

    def __init__(self, tools: Tools, glossary: Glossary) -> None:
        self._tools = tools
        self._glossary = glossary

    def pairs(self, content: Bilingual, stale: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
        """Draft entries of a bilingual file anew; nothing is written.

        Raises:
            ModelError: There is no engine, or it failed.
        """
        with self._tools.engine() as engine:
            memory = Recall(self._tools.desk.memory, learning=False)
            try:
                termbase = Termbase(lambda: self._glossary)
                resources = Resources(engine, termbase, memory, self._tools.checks)
                return redraft(content, {entry.id for entry in stale}, resources)
            finally:
                memory.close()

    def in_file(self, path: Path, changed: Glossary | None) -> Redrafted:
        """Draft anew what is concerned in the article of a bilingual file, and save it there."""
        try:
            snapshot = take(path)
            content = snapshot.bilingual
            stale = concerned(content.entries, self._glossary, changed).stale
            pairs = self.pairs(content, stale) if stale else []
            changes = [Change.of(old, new) for old, new in pairs]
            kept = keep(snapshot, changes) if changes else None
        except PadananError as error:
            return Redrafted(path, trouble=error.message)
        left = {id_ for _, id_ in kept.merged.declined} if kept else set()
        return Redrafted(path, tuple(pair for pair in pairs if pair[0].id not in left))
