"""Cutting text into pieces, the likeliest way and others."""

import subprocess
import sys
from pathlib import Path

import pytest
import sentencepiece

from training import vocabulary
from training.corpus import Pair

TEXTS = [
    "menteri pertahanan bertemu para menteri lain",
    "pertemuan itu ditunda sampai pertengahan bulan",
    "pertanyaan para wartawan tidak dijawab oleh pemerintah",
    "",
]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pairs = [Pair("x", "open", 1.0, 1.0, text, text) for text in TEXTS if text]
    return vocabulary.train(pairs, tmp_path_factory.mktemp("vocabulary"), 50, 200, 1)


def test_sampled_cuts_spell_the_same_text_in_other_pieces(model: Path) -> None:
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    many = TEXTS * 40
    likeliest = vocabulary.encode(model, many)
    sampled = vocabulary.encode(model, many, sampled=0.2)
    assert [processor.decode((row - 1).tolist()) for row in sampled] == many
    same = sum(a.tolist() == b.tolist() for a, b in zip(likeliest, sampled, strict=True))
    assert same < len(many) / 2
    assert len({tuple(row) for row in sampled}) > 20
    # The larger the number, the surer the likeliest.
    surely = vocabulary.encode(model, many, sampled=50.0)
    assert all(a.tolist() == b.tolist() for a, b in zip(likeliest, surely, strict=True))


def test_sampled_cuts_are_the_same_in_each_process(model: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from training import vocabulary;"
        "rows = vocabulary.encode(Path(sys.argv[1]), sys.argv[2:] * 9, sampled=0.3);"
        "print([row.tolist() for row in rows])"
    )
    root = Path(vocabulary.__file__).parents[1]
    command = [sys.executable, "-c", script, str(model), *TEXTS]
    runs = {
        subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1
