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
    own = start.shape_of(start.variables(package / "model" / "model.bin"), Shape())
    assert (history["encoder_layers"], history["feed_forward"]) == (
        own.encoder_layers,
        own.feed_forward,
    )
    (tmp_path / "sentencepiece.model").write_bytes(b"another")
    with pytest.raises(ValueError, match="not the vocabulary"):
        start.prepare(package, tmp_path, Shape())


def without_controls(folder: Path) -> bytes:
    """A vocabulary as version 0.1 had it."""
    text = folder / "text"
    text.write_text("menteri bertemu warga kota\npolisi melihat pasar desa\n" * 9, encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "old"), vocab_size=28, minloglevel=2
    )
    return (folder / "old.model").read_bytes()


def test_control_symbols_take_the_places_of_pieces(tmp_path: Path) -> None:
    pytest.importorskip("google.protobuf", reason="control symbols are put in by protobuf")
    old = without_controls(tmp_path)
    before = sentencepiece.SentencePieceProcessor(model_proto=old)
    given_up = [before.id_to_piece(before.get_piece_size() - at) for at in range(1, 5)]
    made = vocabulary.with_controls(old, given_up)
    after = sentencepiece.SentencePieceProcessor(model_proto=made)
    for name, control in zip(given_up, vocabulary.CONTROLS, strict=True):
        assert after.piece_to_id(control) == before.piece_to_id(name)
        assert after.is_control(after.piece_to_id(control))
        assert after.piece_to_id(name) == after.unk_id()
    spelt = after.encode(" ".join(vocabulary.CONTROLS))
    assert not any(after.is_control(piece) for piece in spelt)
    assert vocabulary.with_controls(made, ()) == made


def test_a_vocabulary_without_the_pieces_to_give_up_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("google.protobuf", reason="control symbols are put in by protobuf")
    with pytest.raises(ValueError, match="no 'nowhere' to give up for <term>"):
        vocabulary.with_controls(without_controls(tmp_path), ["nowhere", "b", "c", "d"])
