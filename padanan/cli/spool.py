"""A report for programs that is put together as the work goes on, and put out when it is done."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, Self

from padanan.cli.talk import data, escaped

_IN_MEMORY = 1 << 20
"""Bytes of a report that are kept in memory; of a longer one the system has them in a file."""

_COPIED = 1 << 16
"""Characters that are put out at a time."""


class Spool(AbstractContextManager["Spool"]):
    """The items of a list in a report. However many there are, they take little memory."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(  # noqa: SIM115 - closed by __exit__
            _IN_MEMORY, "w+", encoding="utf-8", newline=""
        )
        self._empty = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Give up the file."""
        self._file.close()

    def add(self, item: Any) -> None:
        """Take in the next item."""
        self._file.write("\n    " if self._empty else ",\n    ")
        # No line break within a string: JSON has them escaped.
        self._file.write(_dumped(item).replace("\n", "\n    "))
        self._empty = False

    def put_out(self, before: Mapping[str, Any], name: str, after: Mapping[str, Any]) -> None:
        """Put out the report as `data_json` would: an object with the list as one of its values.

        Args:
            before: What the object has before the list; something.
            name: What the list is called.
            after: What it has after it; something.
        """
        data(_dumped(before).removesuffix("\n}") + f",\n  {_dumped(name)}: [", nl=False)
        self._file.seek(0)
        while piece := self._file.read(_COPIED):
            data(piece, nl=False)
        data("]," if self._empty else "\n  ],", nl=False)
        data(_dumped(after).removeprefix("{"))


def _dumped(value: Any) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, indent=2))
