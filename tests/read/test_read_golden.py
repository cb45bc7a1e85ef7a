"""The kind and the rule of every line of the seeds and of invented articles in real layouts.

`UPDATE_GOLDEN=1 pytest tests/read/test_read_golden.py` rewrites the golden files; read the
difference line by line before keeping it.
"""

import os
from pathlib import Path

import pytest

from padanan.translate.article import Article
from padanan.translate.read import read

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
ARTICLES = sorted([*SEEDS.glob("*.txt"), *(HERE / "articles").iterdir()])


def as_tsv(article: Article) -> str:
    """One line a block: its lines in the source, kind, rule, text."""
    lines = [f"# encoding: {article.encoding}"]
    lines += [f"# warning: {warning}" for warning in article.warnings]
    for block in article.blocks:
        last = f"-{block.last_line}" if block.last_line != block.first_line else ""
        lines.append(f"{block.first_line}{last}\t{block.kind}\t{block.rule}\t{block.text}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    golden = HERE / "golden" / f"{path.name}.tsv"
    found = as_tsv(read(path, path.name))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    names = {f"{path.name}.tsv" for path in ARTICLES}
    assert {path.name for path in (HERE / "golden").iterdir()} == names
