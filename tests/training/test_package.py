import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from training import card, package, prepare
from training.corpus import Pair
from training.score import Score
from training.settings import VERSION, Schedule, Shape


@pytest.fixture
def parts(tmp_path: Path) -> tuple[Path, Path]:
    """Stand-ins for a converted model and a SentencePiece model."""
    model = tmp_path / "ctranslate2"
    model.mkdir()
    for name in ("config.json", "model.bin", "shared_vocabulary.json"):
        (model / name).write_text("{}", encoding="utf-8")
    processor = tmp_path / "sentencepiece.model"
    processor.write_bytes(b"pieces")
    return model, processor


def test_the_package_holds_what_argos_expects_and_nothing_else(
    parts: tuple[Path, Path], tmp_path: Path
) -> None:
    about = package.metadata({"training_tokens": 5})
    place = package.assemble(*parts, "# card\n", about, tmp_path / "out")
    assert place.name == f"translate-id_en-{VERSION.replace('.', '_')}"
    names = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert names == {
        "README.md",
        "metadata.json",
        "model/config.json",
        "model/model.bin",
        "model/shared_vocabulary.json",
        "sentencepiece.model",
    }
    read = json.loads((place / "metadata.json").read_text(encoding="utf-8"))
    assert (read["from_code"], read["to_code"], read["type"]) == ("id", "en", "translate")
    assert read["package_version"] == VERSION
    assert read["padanan"]["training_tokens"] == 5


def test_assembling_again_replaces(parts: tuple[Path, Path], tmp_path: Path) -> None:
    place = package.assemble(*parts, "", {}, tmp_path)
    (place / "stray").write_text("x", encoding="utf-8")
    assert not (package.assemble(*parts, "", {}, tmp_path) / "stray").exists()


def test_equal_packages_zip_equally(parts: tuple[Path, Path], tmp_path: Path) -> None:
    place = package.assemble(*parts, "# card\n", package.metadata({}), tmp_path / "out")
    first = package.pack(place, tmp_path / "one.argosmodel").read_bytes()
    for path in place.rglob("*"):
        path.touch()
    second = package.pack(place, tmp_path / "two.argosmodel")
    assert second.read_bytes() == first
    with zipfile.ZipFile(second) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {place.name}


def test_the_card_names_each_source_with_its_licence() -> None:
    pairs = [
        Pair("tico19", "open", 3.0, 1.0, "a", "b"),
        Pair("tico19", "open", 3.0, 1.0, "c", "d"),
        Pair("quran_risan", "open", 0.3, 0.0, "e", "f"),
    ]
    census = prepare.census(pairs)
    assert census == [("tico19", "open", 2, 6.0), ("quran_risan", "open", 1, 0.3)]
    about = {"training_tokens": 1_234_567, "steps": 10, "training_hours": 0.5}
    failed = {"segments": 9, "empty": 1, "looping": 2, "length": 3, "numbers": 4}
    ours = Score("padanan", 12.345, "sig|bleu", 45.678, "sig|chrf")

    def written(about: dict[str, Any]) -> str:
        scores, where = [ours], {"test_set": "toy", "hardware": "one core"}
        return card.write(
            about, census, scores, failed, Shape(), Schedule(), size=11_740_000, **where
        )

    text = written(about)
    assert "desk: about 12 MB" in text
    assert "toy (9 segments)" in text
    assert "| tico19 | tico-19/tico-19.github.io | CC0 1.0 | 2 | 6 |" in text
    assert "| padanan | 12.35 | 45.68 |" in text or "| padanan | 12.34 | 45.68 |" in text
    assert "sig|bleu" in text
    assert "1,234,567" in text
    assert "--start-from" not in text
    started = about | {
        "started_from": {
            "version": "0.0",
            "steps": 7,
            "training_tokens": 7_654_321,
            "training_hours": 0.25,
        }
    }
    text = written(started)
    assert "That version had" not in text
    assert "from the int8 weights of version 0.0: the 7,654,321 pieces" in text
    assert "--start-from PACKAGE-0.0 --minutes 15\n" in text
    started["started_from"] |= {"encoder_layers": 3, "feed_forward": 512}
    assert "That version had 3 encoder layers and 512 feed-forward units" in written(started)
    same = {key: getattr(Shape(), key) for key in ("encoder_layers", "feed_forward")}
    started["started_from"] |= same
    assert "That version had" not in written(started)


def test_history_reads_the_last_line(tmp_path: Path) -> None:
    lines = [{"step": n, "tokens": n * 10, "seconds": n * 360.0} for n in (1, 5)]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (tmp_path / "log.jsonl").write_text(text, encoding="utf-8")
    assert card.history(tmp_path) == {"steps": 5, "training_tokens": 50, "training_hours": 0.5}
    earlier = {"version": "0.0", "steps": 2, "training_tokens": 20, "training_hours": 0.1}
    (tmp_path / "start.json").write_text(json.dumps(earlier), encoding="utf-8")
    total = {"steps": 7, "training_tokens": 70, "training_hours": 0.6, "started_from": earlier}
    assert card.history(tmp_path) == total
