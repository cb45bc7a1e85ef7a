"""The glossary as a file: reading, mending, looking up and saving `terms.tsv`."""

import codecs
from pathlib import Path

from padanan.errors import InputError, OutputError
from padanan.files import write_atomic
from padanan.glossary.concept import Concept
from padanan.glossary.problem import Problem, shown
from padanan.glossary.reading import Line, line_break, read_lines, split_lines
from padanan.glossary.row import concept_row
from padanan.glossary.rules import clean


class Glossary:
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
    def load(cls, path: Path) -> "Glossary":
        """Read the glossary at `path`. Bad rows are left out and reported in `problems`.

        Raises:
            InputError: There is no such file, it cannot be read, or it is UTF-16.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
        return cls(path, data)

    def find(self, words: str) -> tuple[Concept, ...]:
        """The concepts that have `words` as a term or a rendering, in the order of the file.

        The whole of a term or rendering must agree; capitals and spacing are ignored. Word forms
        (-nya, plurals) and avoided renderings are not looked at.
        """
        key = clean(words).casefold()
        return tuple(
            concept
            for concept in self.concepts
            if any(key == entry.casefold() for entry in concept.terms + concept.renderings)
        )

    def add(self, concept: Concept) -> None:
        """Put a new concept at its place in the order.

        Raises:
            InputError: The concept breaks a rule of the table, or one of its terms is there
                already. The glossary is unchanged.
        """
        self._change(*_inserted(self._lines, concept), concept)

    def replace(self, old: Concept, new: Concept) -> None:
        """Put `new` where `old` is, or at its place in the order if its first term is another.

        Raises:
            InputError: `old` is not in the glossary, or `new` cannot be (see `add`). The glossary
                is unchanged.
        """
        index = self._index(old)
        if new.sort_key == old.sort_key:
            lines = list(self._lines)
            lines[index] = Line(_encode(new) + line_break(lines[index].raw), new)
            self._change(lines, index, new)
        else:
            rest = self._lines[:index] + self._lines[index + 1 :]
            self._change(*_inserted(rest, new), new)

    def remove(self, concept: Concept) -> None:
        """Take a concept's row out of the file.

        Raises:
            InputError: `concept` is not in the glossary.
        """
        index = self._index(concept)
        rest = self._lines[:index] + self._lines[index + 1 :]
        self._take_over(*read_lines(line.raw for line in rest))

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

    def _index(self, concept: Concept) -> int:
        """Where the line of `concept` is."""
        for index, line in enumerate(self._lines):
            if line.concept == concept:
                return index
        raise InputError(f"{self.path}: has no row for {shown(concept.terms[0])}.")

    def _change(self, lines: list[Line], index: int, concept: Concept) -> None:
        """Take over changed lines if what stands at `index` reads back as `concept`.

        Reading back puts a changed row through the very rules a row in the file goes through.
        """
        changed, problems = read_lines(line.raw for line in lines)
        wanted = {line.concept for line in lines if line.concept is not None}
        if changed[index].concept == concept and wanted <= {line.concept for line in changed}:
            self._take_over(changed, problems)
            return
        known = {problem.message for problem in self.problems}
        reasons = [
            f"{problem.column}: {problem.message}" if problem.column else problem.message
            for problem in problems
            if problem.message not in known
        ] or ["No text may hold a tab, a line break or a bar (|), and no row may begin with “#”."]
        raise InputError(
            f"{self.path}: {shown(concept.terms[0])} cannot be a row. {' '.join(reasons)}"
        )

    def _take_over(self, lines: list[Line], problems: list[Problem]) -> None:
        """Make these lines the file's."""
        self._lines = lines
        self.concepts = tuple(line.concept for line in lines if line.concept is not None)
        self.problems = tuple(problems)


def _inserted(lines: list[Line], concept: Concept) -> tuple[list[Line], int]:
    """`lines` with a new row at its place in the order, and that place.

    It goes right after the row that comes before it, so that a comment stays with the row below.
    """
    rows = [(index, line.concept) for index, line in enumerate(lines) if line.concept is not None]
    before = [index for index, other in rows if other.sort_key <= concept.sort_key]
    place = before[-1] + 1 if before else rows[0][0] if rows else len(lines)
    end = (line_break(lines[0].raw) if lines else b"") or b"\n"
    result = list(lines)
    if place and not line_break(result[place - 1].raw):
        result[place - 1] = Line(result[place - 1].raw + end, result[place - 1].concept)
    result.insert(place, Line(_encode(concept) + end, concept))
    return result, place


def _encode(concept: Concept) -> bytes:
    """The row's bytes; what is no text (half a surrogate pair) is refused when read back."""
    return concept_row(concept).encode(errors="surrogatepass")
