"""The glossary as a file: reading, changing and saving `terms.tsv`."""

import codecs
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

from padanan.errors import InputError, OutputError
from padanan.files import write_atomic
from padanan.glossary.concept import Concept
from padanan.glossary.problem import Problem, shown
from padanan.glossary.reading import Line, line_break, read_lines, split_lines
from padanan.glossary.row import COLUMNS, SEPARATOR, concept_row, split_row
from padanan.glossary.taken import TakenTerms

_NOWHERE = 0
"""The line of a row that the file does not have yet."""


class GlossaryFile:
    """The concepts of one `terms.tsv`, and the file with everything else in it.

    Bad rows do not stop the work: `load` takes what is good, `problems` says what is not, and
    `save` writes the bad lines, the comments and the blank lines back as they were. A caller that
    wants all or nothing looks at `problems` first.

    Attributes:
        path: The file.
        concepts: The good rows' concepts, in the order of the file.
        problems: Everything to mend, in the order of the file.
    """

    path: Path
    concepts: tuple[Concept, ...]
    problems: tuple[Problem, ...]

    _rows: dict[Concept, int] | None
    """In which line each concept is, once it has been asked for."""

    def __init__(self, path: Path, data: bytes) -> None:
        """A glossary from the bytes of its file; `load` is the usual way in.

        Raises:
            InputError: The bytes are UTF-16, not UTF-8.
        """
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise InputError(
                f"{path}: is UTF-16 text (Excel's “Unicode Text”). Save it as UTF-8, with tabs "
                "between the columns."
            )
        self.path = path
        self._saved = data
        # Excel needs the mark to read UTF-8, so it is kept where it is.
        self._mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        self._take_over(*read_lines(split_lines(data[len(self._mark) :])))

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """Read the glossary at `path`. Bad rows are left out and reported in `problems`.

        Raises:
            InputError: There is no such file, it cannot be read, or it is UTF-16.
        """
        path = Path(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
        return cls(path, data)

    def add(self, *concepts: Concept) -> None:
        """Put new concepts at their places in the order.

        Raises:
            InputError: A concept breaks a rule of the table, or one of its terms is there
                already in its domain. The glossary is unchanged.
        """
        self._change(_inserted(self._lines, concepts), concepts)

    def replace(self, old: Concept, new: Concept) -> None:
        """Put `new` where `old` is, or at its place in the order if its first term is another.

        Raises:
            InputError: `old` is not in the glossary, or `new` cannot be (see `add`). The glossary
                is unchanged.
        """
        self.update(replaced={old: new})

    def remove(self, *concepts: Concept) -> None:
        """Take concepts' rows out of the file.

        Raises:
            InputError: One of them is not in the glossary, which is unchanged then.
        """
        places = set(self._places(concepts).values())
        rest = [line.raw for index, line in enumerate(self._lines) if index not in places]
        self._take_over(*read_lines(rest))

    def update(
        self, added: Iterable[Concept] = (), replaced: Mapping[Concept, Concept] | None = None
    ) -> None:
        """Make many changes at once: all of them or, if one cannot be, none.

        Args:
            added: New concepts.
            replaced: What is to stand in whose place.

        Raises:
            InputError: What is to be replaced is not in the glossary, or what is new cannot be
                (see `add`). The glossary is unchanged.
        """
        replaced = replaced or {}
        lines: list[Line | None] = list(self._lines)
        moved = list(added)
        for old, place in self._places(replaced).items():
            new = replaced[old]
            if new.sort_key == old.sort_key:
                lines[place] = Line(_encode(new) + line_break(self._lines[place].raw), new)
            else:
                lines[place] = None
                moved.append(new)
        kept = [line for line in lines if line is not None]
        self._change(_inserted(kept, moved), [*moved, *replaced.values()])

    def place(self, concept: Concept, column: str) -> tuple[int, int]:
        """Where a concept's cell is in the file, as a `Problem` says it.

        Args:
            concept: One of the concepts.
            column: Name of the table's column.

        Returns:
            The 1-based line, and the 1-based character in it where the cell begins (or would).
        """
        if self._rows is None:
            self._rows = self._places(self.concepts)
        index = self._rows[concept]
        text = self._lines[index].raw.decode().rstrip("\r\n")
        cells = split_row(text)[COLUMNS.index(column) :]
        return index + 1, cells[0].position if cells else len(text) + 1

    def save(self) -> None:
        """Write the file in one step, if anything has changed.

        Raises:
            OutputError: The file cannot be written, or someone else has changed it since it was
                read; it is left alone then.
        """
        data = self._mark + b"".join(line.raw for line in self._lines)
        if data == self._saved:
            return
        try:
            present = self.path.read_bytes()
        except FileNotFoundError:
            present = self._saved  # gone, so there is nothing to overwrite
        except OSError as error:
            raise OutputError(
                f"{self.path}: cannot be read again ({error.strerror or error})."
            ) from error
        if present != self._saved:
            raise OutputError(
                f"{self.path}: has been changed by another program since it was read. Nothing was "
                "written: open it again and repeat the change."
            )
        write_atomic(self.path, data)
        self._saved = data

    def _places(self, concepts: Iterable[Concept]) -> dict[Concept, int]:
        """In which line each concept is."""
        rows = {line.concept: index for index, line in enumerate(self._lines) if line.concept}
        places: dict[Concept, int] = {}
        for concept in concepts:
            if concept not in rows:
                raise InputError(f"{self.path}: has no row for {shown(concept.terms[0])}.")
            places[concept] = rows[concept]
        return places

    def _change(self, lines: list[Line], new: Sequence[Concept]) -> None:
        """Take over changed lines if everything new reads back as it is, and nothing else is lost.

        Reading back puts a changed row through the very rules a row in the file goes through.
        """
        changed, problems = read_lines(line.raw for line in lines)
        # Counted, for of two rows alike only one is read.
        wanted = Counter(line.concept for line in lines if line.concept is not None)
        read = Counter(line.concept for line in changed)
        if wanted <= read:
            self._take_over(changed, problems)
            return
        refused, reasons = self._refused(lines, new, changed, problems)
        if problems and not reasons and all(line.concept is None for line in changed):
            reasons = [problems[0].message]  # no row of the file can be used
        if not reasons or _falls_apart(refused):
            reasons = [
                "No text may hold a tab, a line break or a bar (|), and no row may begin with “#”."
            ]
        raise InputError(
            f"{self.path}: {shown(refused.terms[0])} cannot be a row. {' '.join(reasons)}"
        )

    def _refused(
        self,
        lines: list[Line],
        new: Sequence[Concept],
        changed: list[Line],
        problems: list[Problem],
    ) -> tuple[Concept, list[str]]:
        """The first new concept that cannot be a row, and why not.

        What is wrong elsewhere in the file is no reason, and a line is called by the number it has
        in the file as it is.
        """
        fresh = {id(concept) for concept in new}
        kept = {id(line.concept) for line in lines} - fresh
        taken = TakenTerms()
        for number, line in enumerate(self._lines, start=1):
            if line.concept is not None and id(line.concept) in kept:
                taken.take(line.concept, number)
        for number, line in enumerate(lines, start=1):
            concept = line.concept
            if concept is None or id(concept) not in fresh:
                continue
            reasons = [_clash(*clash) for clash in taken.take(concept, _NOWHERE)]
            if reasons:
                return concept, reasons
            if changed[number - 1].concept != concept:
                return concept, [
                    f"{problem.column}: {problem.message}" if problem.column else problem.message
                    for problem in problems
                    if problem.line == number
                ]
        return new[0], []

    def _take_over(self, lines: list[Line], problems: list[Problem]) -> None:
        """Make these lines the file's."""
        self._lines = lines
        self._rows = None
        self.concepts = tuple(line.concept for line in lines if line.concept is not None)
        self.problems = tuple(problems)


def _clash(term: str, line: int) -> str:
    """What is said of a term that is taken by a line of the file, or by another new row."""
    where = "is there twice" if line == _NOWHERE else f"is a term of line {line} too"
    return (
        f"{shown(term)} {where}, in the same domain. Keep it in one row, give the rows different "
        "domains if they are two concepts, or flag both case if capitals tell them apart."
    )


def _falls_apart(concept: Concept) -> bool:
    """Whether an entry would be read as two."""
    entries = concept.terms + concept.renderings + concept.avoided
    return any(SEPARATOR in entry for entry in entries)


def _inserted(lines: list[Line], concepts: Iterable[Concept]) -> list[Line]:
    """`lines` with new rows at their places in the order.

    A row goes right after the row that comes before it, so that a comment stays with the row below.
    """
    rows = [(index, line.concept) for index, line in enumerate(lines) if line.concept is not None]
    # The smallest key from each row on: the last row that comes before a key is found by halving,
    # in order or not.
    smallest = [concept.sort_key for _, concept in rows]
    for number in range(len(smallest) - 2, -1, -1):
        smallest[number] = min(smallest[number], smallest[number + 1])
    first = rows[0][0] if rows else len(lines)
    new: dict[int, list[Line]] = {}
    end = (line_break(lines[0].raw) if lines else b"") or b"\n"
    for concept in sorted(concepts, key=lambda concept: concept.sort_key):
        number = bisect_right(smallest, concept.sort_key)
        place = rows[number - 1][0] + 1 if number else first
        new.setdefault(place, []).append(Line(_encode(concept) + end, concept))
    result: list[Line] = []
    for index in range(len(lines) + 1):
        if index in new:
            if result and not line_break(result[-1].raw):
                result[-1] = Line(result[-1].raw + end, result[-1].concept)
            result += new[index]
        if index < len(lines):
            result.append(lines[index])
    return result


def _encode(concept: Concept) -> bytes:
    """The row's bytes; what is no text (half a surrogate pair) is refused when read back."""
    return concept_row(concept).encode(errors="surrogatepass")
