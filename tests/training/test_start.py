import json
from pathlib import Path

import numpy as np
import pytest
import sentencepiece

from padanan.translate.engine.catalogue import embedded
from training import start, vocabulary
from training.settings import Shape


@pytest.fixture(scope="module")
def package() -> Path:
    return embedded().folder


def test_every_weight_of_the_embedded_package_has_its_place(package: Path) -> None:
    shape = Shape()
    weights = start.weights(package / "model" / "model.bin", shape)
    width, inner = shape.width, shape.feed_forward
    attention = 4 * (width * width + width) + 2 * width
    feed = 2 * width * inner + inner + width + 2 * width
    wanted = shape.vocabulary * width
    wanted += shape.encoder_layers * (attention + feed)
    wanted += shape.decoder_layers * (2 * attention + feed)
    assert sum(value.size for value in weights.values()) == wanted
    assert {value.dtype for value in weights.values()} == {np.dtype("float32")}
    table = weights["model.shared.weight"]
    assert table.shape == (shape.vocabulary, width)
    assert not table[-1].any()
    assert 0.01 < table[:-1].std() < 1


def test_int8_weights_are_multiples_of_their_step(package: Path) -> None:
    found = start.variables(package / "model" / "model.bin")
    weight = found["encoder/layer_0/ffn/linear_0/weight"]
    step = np.abs(weight).max(axis=1, keepdims=True) / 127
    assert np.abs(weight / step - np.rint(weight / step)).max() < 1e-3
    assert found["decoder/projection/weight"] is found["decoder/embeddings/weight"]


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(b"\x05\0\0\0rest")
    with pytest.raises(ValueError, match="binary version 5"):
        start.variables(path)


def test_what_a_training_is_given(package: Path, tmp_path: Path) -> None:
    pytest.importorskip("google.protobuf", reason="control symbols are put in by protobuf")
    start.prepare(package, tmp_path, Shape())
    start.prepare(package, tmp_path, Shape())
    kept = (tmp_path / "sentencepiece.model").read_bytes()
    assert vocabulary.with_controls(kept, ()) == kept
    before = vocabulary.pieces(package / "sentencepiece.model")
    after = vocabulary.pieces(tmp_path / "sentencepiece.model")
    gone = before.keys() - after.keys()
    assert {before[name] for name in gone} == {after[name] for name in after.keys() - before.keys()}
    with np.load(tmp_path / "start.npz") as arrays:
        table = arrays["model.shared.weight"]
    stored = start.weights(package / "model" / "model.bin", Shape())["model.shared.weight"]
    changed = np.flatnonzero((table != stored).any(1))
    assert set(changed) == {after[name] for name in after.keys() - before.keys()}
    usual = np.linalg.norm(stored, axis=1).mean()
    assert np.linalg.norm(table[changed], axis=1) == pytest.approx([usual] * len(changed), rel=1e-4)
    about = json.loads((package / "metadata.json").read_text(encoding="utf-8"))
    history = json.loads((tmp_path / "start.json").read_text(encoding="utf-8"))
    assert history["version"] == about["package_version"]
    assert history["training_tokens"] == about["padanan"]["training_tokens"]
    (tmp_path / "sentencepiece.model").write_bytes(b"another")
    with pytest.raises(ValueError, match="not the vocabulary"):
        start.prepare(package, tmp_path, Shape())


def test_a_vocabulary_without_the_pieces_to_give_up_is_refused(package: Path) -> None:
    pytest.importorskip("google.protobuf", reason="control symbols are put in by protobuf")
    model = (package / "sentencepiece.model").read_bytes()
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    if processor.is_control(processor.piece_to_id(vocabulary.TERM)):
        pytest.skip("the embedded package has control symbols already")
    with pytest.raises(ValueError, match="no 'nowhere' to give up for <term>"):
        vocabulary.with_controls(model, ["nowhere", "b", "c", "d"])
