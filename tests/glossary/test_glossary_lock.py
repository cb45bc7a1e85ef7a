"""Two programs that change one glossary."""

from pathlib import Path

import pytest

from padanan.errors import InputError, OutputError
from padanan.glossary import Concept, GlossaryFile
from padanan.glossary.lock import changing, hold

HEADER = "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
DAMAI = Concept(("damai",), ("peace",))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "terms.tsv"
    file.write_text(HEADER, "utf-8")
    return file


def test_changes_are_saved(path: Path) -> None:
    with changing(path) as file:
        file.add(DAMAI)
    assert GlossaryFile.load(path).concepts == (DAMAI,)


def test_an_error_saves_nothing(path: Path) -> None:
    with pytest.raises(InputError), changing(path) as file:  # noqa: PT012
        file.add(DAMAI)
        file.add(DAMAI)
    assert path.read_text("utf-8") == HEADER
    with changing(path):
        pass  # the lock is free again


def test_one_at_a_time(path: Path) -> None:
    with hold(path):
        second = hold(path, patience=0.05)
        with pytest.raises(OutputError, match="another padanan is changing"):
            second.__enter__()


def test_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        changing(tmp_path / "none.tsv").__enter__()
    with pytest.raises(OutputError, match="there is no such folder"):
        hold(tmp_path / "none" / "terms.tsv").__enter__()
    assert not (tmp_path / "none").exists()
