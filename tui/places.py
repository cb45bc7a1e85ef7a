"""Where a person was in each article, and what they like: for the next time they open the desk.

Nothing hangs on it. A file that cannot be read or written costs no word.
"""

import json
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from padanan.errors import OutputError
from padanan.files import write_atomic
from padanan.settings import state_folder

_MOST = 500
"""Articles that are remembered, the latest ones."""

_WRITER = ThreadPoolExecutor(1, "places")
"""Writes one thing after the other, so that nobody waits for the disk."""

_Value = TypeVar("_Value", str, bool, int)


class Places:
    """Places in articles, and preferences.

    Args:
        file: Where they are kept; None where there is no such place.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._articles, self._preferences = _read(file)

    @classmethod
    def load(cls) -> "Places":
        """What is known from the last time."""
        _WRITER.submit(int).result()  # what is being written is to be read
        return cls(_state_file())

    def get(self, path: Path) -> str:
        """The id of the entry where a person was in an article; empty if that is not known.

        Args:
            path: The article's bilingual file.
        """
        return self._articles.get(os.path.realpath(path), "")

    def set(self, path: Path, entry_id: str) -> None:
        """Note where a person is in an article. Costs next to nothing if they were there before."""
        key = os.path.realpath(path)
        if self._articles.get(key) != entry_id:
            self._articles[key] = entry_id
            self._keep({key: entry_id}, {})

    def preference(self, key: str, default: _Value) -> _Value:
        """What a person prefers; `default` if they have not said, or it makes no sense."""
        value = self._preferences.get(key, default)
        return value if type(value) is type(default) else default

    def prefer(self, key: str, value: str | bool | int) -> None:
        """Note what a person prefers."""
        if self._preferences.get(key) != value:
            self._preferences[key] = value
            self._keep({}, {key: value})

    def _keep(self, articles: Mapping[str, str], preferences: Mapping[str, object]) -> None:
        if self._file is not None:
            with suppress(RuntimeError):  # the program is coming to an end
                _WRITER.submit(_write, self._file, articles, preferences)


def _write(file: Path, articles: Mapping[str, str], preferences: Mapping[str, object]) -> None:
    """Add to what the file says by now: another desk may have written to it."""
    known, preferred = _read(file)
    for key, entry_id in articles.items():
        known.pop(key, None)
        known[key] = entry_id
    latest = dict(list(known.items())[-_MOST:])
    data = {"articles": latest, "preferences": preferred | dict(preferences)}
    with suppress(OSError, OutputError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Which articles somebody works on is nobody else's business; a file keeps its permissions.
        file.touch(mode=0o600)
        write_atomic(file, json.dumps(data, indent=1).encode("ascii"))


def _read(file: Path | None) -> tuple[dict[str, str], dict[str, Any]]:
    """The articles and the preferences in a file, as far as they make sense."""
    try:
        data = json.loads(file.read_bytes()) if file is not None else {}
        articles, preferences = data.get("articles", {}), data.get("preferences", {})
        known = {key: value for key, value in articles.items() if isinstance(value, str)}
        return known, dict(preferences)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}, {}


def _state_file() -> Path | None:
    folder = state_folder()
    return None if folder is None else folder / "places.json"
