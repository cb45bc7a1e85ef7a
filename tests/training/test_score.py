from pathlib import Path

import pytest

from training import score


@pytest.mark.parametrize(
    ("text", "loops"),
    [
        ("The minister said that prices rose.", False),
        ("the the the the end", True),
        ("of the city, of the city, of the city, of the city", True),
        ("very very good", False),
    ],
)
def test_looping(text: str, loops: bool) -> None:
    assert score.looping(text) is loops


def test_failures() -> None:
    sources = ["Ada 5.000 orang di sini", "Dia tiba", "Pada 2022 harga naik"]
    outputs = ["There are 5,000 people here", "", "In 2021 prices rose"]
    assert score.failures(sources, outputs) == {
        "segments": 3,
        "empty": 1,
        "looping": 0,
        "length": 1,
        "numbers": 1,
    }


def test_test_set(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        score.test_set(tmp_path)
    (tmp_path / "dev.id").write_text("satu\ndua\n", encoding="utf-8")
    (tmp_path / "dev.en").write_text("one\ntwo\n", encoding="utf-8")
    assert score.test_set(tmp_path) == ("dev", ["satu", "dua"], ["one", "two"])


def test_scores_carry_their_signatures(tmp_path: Path) -> None:
    pytest.importorskip("sacrebleu", reason="scores need sacrebleu")
    references = ["The president arrived in the city of Jakarta yesterday."]
    (tmp_path / "peers").mkdir()
    (tmp_path / "peers" / "dev.other.en").write_text(references[0] + "\n", encoding="utf-8")
    (peer,) = score.peers(tmp_path, references)
    assert peer.system == "other"
    assert peer.bleu == pytest.approx(100)
    assert "version:" in peer.bleu_signature
    assert "version:" in peer.chrf_signature
