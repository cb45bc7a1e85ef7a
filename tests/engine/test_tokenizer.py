"""Text to pieces and back."""

import shutil
from pathlib import Path

import pytest

from padanan.errors import ModelError
from padanan.translate.engine.package import read
from padanan.translate.engine.tokenizer import load


def test_there_and_back(folder: Path) -> None:
    tokenizer = load(read(folder))
    assert tokenizer.encode("rumah besar") == ["▁rumah", "▁besar"]
    text = "Rumah sakit itu (RSUD) milik negara, kata presiden; 5.000 orang!"
    assert tokenizer.decode(tokenizer.encode(text)) == text


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([], ""),
        (["▁"], ""),
        (["▁a", "▁▁", "b"], "a b"),
        (["▁Ministry", "▁of"], "Ministry of"),  # the first is unknown to the tokenizer
        (["▁caf", "<0xC3>", "<0xA9>", "▁x"], "café x"),
        (["<0xC3>", "▁x"], "� x"),
        (["▁<", "0xC3", ">"], "<0xC3>"),  # someone wrote this; it is not a byte
    ],
)
def test_pieces_become_text(folder: Path, pieces: list[str], text: str) -> None:
    assert load(read(folder)).decode(pieces) == text


def test_a_damaged_model(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / folder.name))
    (copy / "sentencepiece.model").write_bytes(b"nonsense")
    with pytest.raises(ModelError, match="the tokenizer cannot be loaded"):
        load(read(copy))


@pytest.fixture
def merges(folder: Path, tmp_path: Path) -> Path:
    """A package with the older kind of tokenizer."""
    copy = Path(shutil.copytree(folder, tmp_path / folder.name))
    (copy / "sentencepiece.model").unlink()
    (copy / "bpe.model").write_text("#version: 0.2\nr u\nru m\nrum a\nruma h</w>\n", "utf-8")
    return copy


def test_the_older_kind(merges: Path) -> None:
    package = read(merges)
    assert package.tokenizer == "bpe"
    tokenizer = load(package)
    assert tokenizer.encode("rumah mahal") == ["rumah", "m@@", "a@@", "h@@", "a@@", "l"]
    assert tokenizer.decode(tokenizer.encode("rumah, mahal")) == "rumah, mahal"


def test_a_damaged_older_kind(merges: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (merges / "bpe.model").write_text("#version: 0.2\na b c d\n", "utf-8")
    with pytest.raises(ModelError, match="invalid line 2 in BPE codes file: a b c d"):
        load(read(merges))
    assert capsys.readouterr().err == ""
