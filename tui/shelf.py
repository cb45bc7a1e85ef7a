"""The bilingual files below a folder, read once and again only when they have changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from padanan.translate.bilingual import Entry
from padanan.tui.overview import Overview, Severities, find, is_ours, look, overview
from padanan.tui.presence import elsewhere
from padanan.tui.text import inert

_Stamp = tuple[int, int]
"""What tells that a file was not written since: when it was (nanoseconds), and its size (bytes)."""

_GONE: _Stamp = (0, 0)


class Shelf:
    """What is known of the articles of a folder. For one thread at a time.

    Args:
        folder: The folder.
        gravity: How much the findings of each check matter.
    """

    def __init__(self, folder: Path, gravity: Severities) -> None:
        self._folder = folder
        self._gravity = gravity
        self._ours: dict[Path, tuple[_Stamp, bool]] = {}
        self._read: dict[Path, _Stamp] = {}

    def forget(self) -> None:
        """Read everything anew the next time."""
        self._ours.clear()
        self._read.clear()

    def paths(self) -> list[Path]:
        """The bilingual files there are now."""
        found = list(find(self._folder, self._is_ours))
        here = set(found)
        self._read = {path: stamp for path, stamp in self._read.items() if path in here}
        return found

    def _is_ours(self, path: Path) -> bool:
        stamp = _stamp(path)
        known = self._ours.get(path)
        if known is None or known[0] != stamp:
            known = self._ours[path] = (stamp, is_ours(path))
        return known[1]

    def stale(self, paths: Iterable[Path]) -> list[Path]:
        """Those of some files that were never read, or were written since."""
        return [path for path in paths if self._read.get(path) != _stamp(path)]

    def held(self, paths: Sequence[Path]) -> dict[Path, str]:
        """Those of some files that another desk has open, and who."""
        # One look at each folder, for there may be thousands of articles and nobody at any.
        busy = {folder for folder in {path.parent for path in paths} if any(folder.glob(".*.open"))}
        found = ((path, elsewhere(path)) for path in paths if path.parent in busy)
        return {path: str(holder) for path, holder in found if holder is not None}

    def look(self, paths: Iterable[Path]) -> Iterator[Overview]:
        """Read files, one after the other."""
        for path in paths:
            # The stamp first: a file written in between will be read again, never passed over.
            self._read[path] = stamp = _stamp(path)
            yield self._labelled(look(path, self._gravity), stamp)

    def of(self, path: Path, entries: Iterable[Entry]) -> Overview:
        """The overview of an article whose entries are at hand."""
        return self._labelled(overview(path, entries, self._gravity), _stamp(path))

    def damaged(self, path: Path, error: str) -> Overview:
        """The overview of an article that cannot be used."""
        return self._labelled(Overview(path, error=error), _stamp(path))

    def unread(self, path: Path) -> Overview:
        """The overview of an article that has not been read yet."""
        return self._labelled(Overview(path), _stamp(path))

    def _labelled(self, made: Overview, stamp: _Stamp) -> Overview:
        return replace(made, name=self.name(made.path), time=stamp[0] / 1e9)

    def name(self, path: Path) -> str:
        """What an article is called: its path below the folder, made inert."""
        return inert(path.relative_to(self._folder).with_suffix("").as_posix())


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return _GONE
    return found.st_mtime_ns, found.st_size
