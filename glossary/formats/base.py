"""What every exchange format takes and gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from padanan.glossary.concept import Concept
from padanan.glossary.problem import Problem

MAX_SIZE = 512 * 1024 * 1024
"""Bytes of the largest file that is read.

Measured on the shipped glossary in November 2026, a concept takes 2.0 KB in the most wordy format
(TMX), 1.4 KB in TBX, 0.6 KB in CSV: the limit is 270,000 concepts, 380,000 and 840,000. Reading
100,000 of them takes 0.9 GiB of memory in TMX and CSV, whose units are grouped, 1.3 GiB in PO, and
0.3 GiB in TBX.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds.

    Attributes:
        concepts: The good ones, in the order of the file. Each could be a row of `terms.tsv`.
        problems: What is wrong in the file or could not be taken over, and where: lines of a text
            file, rows of a workbook.
    """

    concepts: tuple[Concept, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something a format cannot hold.

    Attributes:
        text: The term, or the pair of term and rendering, that is not in the file; as it is, so
            that it can be found.
        reason: Why, in one plain sentence.
    """

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Writing:
    """A file to be written.

    Attributes:
        data: Its bytes.
        left_out: What is not in it though it was asked for. Fields a format has no place for at
            all are not listed: docs/formats.md names them.
    """

    data: bytes
    left_out: tuple[LeftOut, ...] = ()


class Reader(Protocol):
    """A format's module, if the format can be read."""

    def read(self, data: bytes) -> Reading:
        """What the bytes of a file hold.

        Raises:
            InputError: The bytes are no file of this format at all.
        """


class Writer(Protocol):
    """A format's module, if the format can be written."""

    def write(self, concepts: Iterable[Concept]) -> Writing:
        """The bytes of a file that holds `concepts`."""
