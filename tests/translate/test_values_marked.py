"""How exactly values are read: beside marks that another hand made from news.

Each file has a sentence a line and, after a tab, the values it holds, `text=kind=english`
with ` | ` between them; a line that begins with # is a note.
"""

from collections import Counter
from pathlib import Path

import pytest

from padanan.translate.values import values

MARKS = tuple(
    Path(__file__).with_name(name) for name in ("marked_values.tsv", "marked_values_second.tsv")
)
WANTED = 0.99

Mark = tuple[str, str, str]


def _marked(marks: Path) -> list[tuple[str, list[Mark]]]:
    lines = marks.read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            sentence, _, marks = line.partition("\t")
            found.append((sentence, [_mark(one) for one in marks.split(" | ") if one]))
    return found


def _mark(field: str) -> Mark:
    # An address may have "=" in it, so the kind is looked for from the end.
    parts = field.split("=")
    middle = len(parts) // 2
    text, kind, english = "=".join(parts[:middle]), parts[middle], "=".join(parts[middle + 1 :])
    return text.strip(), kind.strip().lower(), english.strip()


def _exactness(marks: Path) -> tuple[float, list[str]]:
    """The share of values read exactly among those expected and those read besides; what failed."""
    right = total = 0
    failed = []
    for sentence, expected in _marked(marks):
        wanted = Counter(expected)
        read = Counter((one.text, one.kind.value, one.english[0]) for one in values(sentence))
        right += (wanted & read).total()
        total += (wanted | read).total()
        if wanted != read:
            failed.append(
                f"{sentence}\n  wanted {list(wanted - read)}\n  read   {list(read - wanted)}"
            )
    return right / total, failed


@pytest.mark.parametrize("marks", MARKS, ids=lambda path: path.stem)
def test_marked_values_are_read_exactly(marks: Path) -> None:
    share, failed = _exactness(marks)
    assert share >= WANTED, f"{share:.4f}\n" + "\n".join(failed)
