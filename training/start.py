"""A network that starts from a package's weights instead of from nothing.

CTranslate2 writes ``model.bin`` but offers no way to read it back in Python; the layout read
here is the one that ``ctranslate2.specs.model_spec.ModelSpec`` of version 4 writes (binary
version 6). Weights in int8 lose nothing that the package had: they become the very numbers
that it multiplies with.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from training import growth, vocabulary
from training.settings import GIVEN_UP, SEED, Shape

Array = npt.NDArray[Any]
_BINARY_VERSION = 6
_TYPES = ("float32", "int8", "int16", "int32", "float16")  # in the order of their numbers


class _Reader:
    """Little-endian numbers and counted strings, one after the other."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def bytes(self, count: int) -> bytes:
        self._at += count
        return self._content[self._at - count : self._at]

    def number(self, kind: str) -> int:
        (value,) = struct.unpack(f"<{kind}", self.bytes(struct.calcsize(kind)))
        return int(value)

    def string(self) -> str:
        return self.bytes(self.number("H"))[:-1].decode("utf-8")  # it ends in a zero


def variables(path: Path) -> dict[str, Array]:
    """Every variable of a ``model.bin`` by CTranslate2's name, int8 weights as float32.

    Raises:
        ValueError: if the file is of another binary version.
    """
    reader = _Reader(path.read_bytes())
    version = reader.number("I")
    if version != _BINARY_VERSION:
        raise ValueError(f"{path}: binary version {version}, not {_BINARY_VERSION}")
    reader.string()  # the name of the spec
    reader.number("I")  # and its revision
    stored: dict[str, Array] = {}
    for _ in range(reader.number("I")):
        name = reader.string()
        shape = [reader.number("I") for _ in range(reader.number("B"))]
        kind = _TYPES[reader.number("B")]
        stored[name] = np.frombuffer(reader.bytes(reader.number("I")), dtype=kind).reshape(shape)
    found = {
        name: value.astype(np.float32) / stored[f"{name}_scale"][:, None]
        if f"{name}_scale" in stored
        else value
        for name, value in stored.items()
        if not name.endswith("_scale")
    }
    for _ in range(reader.number("I")):
        alias = reader.string()
        found[alias] = found[reader.string()]
    return found


def _sublayers(shape: Shape) -> Iterator[tuple[str, str, list[list[str]]]]:
    """(CTranslate2's prefix, Marian's prefix, Marian's parts of each ``linear_N``).

    CTranslate2 keeps projections of the same input in one matrix, one above the other.
    """
    own = [["q_proj", "k_proj", "v_proj"], ["out_proj"]]
    across = [["q_proj"], ["k_proj", "v_proj"], ["out_proj"]]
    sides = (("encoder", shape.encoder_layers), ("decoder", shape.decoder_layers))
    for side, layers in sides:
        for number in range(layers):
            here, there = f"{side}/layer_{number}", f"model.{side}.layers.{number}"
            yield f"{here}/self_attention", f"{there}.self_attn", own
            if side == "decoder":
                yield f"{here}/attention", f"{there}.encoder_attn", across
            yield f"{here}/ffn", there, [["fc1"], ["fc2"]]


def weights(model: Path, shape: Shape) -> dict[str, Array]:
    """The trained weights of a package's ``model.bin`` by Marian's names, ``<pad>``'s row zero.

    Where ``shape`` has more encoder layers or feed-forward units, the network is made larger.

    Raises:
        ValueError: if it cannot be made one of that shape.
    """
    return _of_shape(variables(model), shape)


def _of_shape(stored: dict[str, Array], wanted: Shape) -> dict[str, Array]:
    own = shape_of(stored, wanted)
    return growth.grown(_by_name(stored, own), own, wanted, SEED)


def shape_of(stored: dict[str, Array], wanted: Shape) -> Shape:
    """The shape of a package's network by its :func:`variables`; what they do not tell is as
    ``wanted``."""
    layers = {tuple(name.split("/")[:2]) for name in stored if "/layer_" in name}
    pieces, width = stored["decoder/embeddings/weight"].shape
    return replace(
        wanted,
        vocabulary=pieces + 1,  # and <pad>
        width=width,
        feed_forward=len(stored["encoder/layer_0/ffn/linear_0/bias"]),
        encoder_layers=sum(side == "encoder" for side, _ in layers),
        decoder_layers=sum(side == "decoder" for side, _ in layers),
    )


def _by_name(stored: dict[str, Array], shape: Shape) -> dict[str, Array]:
    table = stored["decoder/embeddings/weight"]
    found = {"model.shared.weight": np.vstack([table, np.zeros_like(table[:1])])}
    for here, there, linears in _sublayers(shape):
        for number, parts in enumerate(linears):
            for kind in ("weight", "bias"):
                whole = stored[f"{here}/linear_{number}/{kind}"]
                for part, value in zip(parts, np.split(whole, len(parts)), strict=True):
                    found[f"{there}.{part}.{kind}"] = value
        norm = f"{there}.final_layer_norm" if here.endswith("/ffn") else f"{there}_layer_norm"
        found[f"{norm}.weight"] = stored[f"{here}/layer_norm/gamma"]
        found[f"{norm}.bias"] = stored[f"{here}/layer_norm/beta"]
    return found


def prepare(package: Path, work: Path, shape: Shape) -> None:
    """Put what a training needs of a package into ``work``: vocabulary, weights, history.

    Raises:
        ValueError: if the package's two vocabularies differ, or ``work`` already has another.
    """
    processor = package / "sentencepiece.model"
    names = json.loads((package / "model" / "shared_vocabulary.json").read_text(encoding="utf-8"))
    if [*names, "<pad>"] != list(vocabulary.pieces(processor)):
        raise ValueError(f"{package}: sentencepiece.model and shared_vocabulary.json differ")
    kept = work / "sentencepiece.model"
    made = vocabulary.with_controls(processor.read_bytes(), GIVEN_UP)
    if kept.exists() and kept.read_bytes() != made:
        raise ValueError(f"{kept} is not the vocabulary of {package}: take another work folder")
    kept.write_bytes(made)
    stored = variables(package / "model" / "model.bin")
    arrays: dict[str, Any] = dict(_of_shape(stored, shape))
    _forget(arrays["model.shared.weight"], set(names), vocabulary.pieces(kept))
    np.savez(work / "start.npz", **arrays)
    about = json.loads((package / "metadata.json").read_text(encoding="utf-8"))
    history = {key: about["padanan"][key] for key in ("steps", "training_tokens", "training_hours")}
    own = shape_of(stored, shape)
    history |= {"encoder_layers": own.encoder_layers, "feed_forward": own.feed_forward}
    text = json.dumps({"version": about["package_version"], **history})
    (work / "start.json").write_text(text, encoding="utf-8")


def _forget(table: Array, before: set[str], now: dict[str, int]) -> None:
    """Fresh embeddings, of the usual length, for the control symbols that a vocabulary lacked."""
    usual = np.linalg.norm(table, axis=1).mean()
    dice = np.random.default_rng(SEED)
    for name in vocabulary.CONTROLS:
        if name not in before:
            fresh = dice.standard_normal(table.shape[1])
            table[now[name]] = fresh * usual / np.linalg.norm(fresh)


def load(net: Any, work: Path) -> None:
    """Copy the weights that :func:`prepare` left in ``work``, if any, into a Marian model.

    Raises:
        KeyError: if the model has a weight that the package lacks (another shape).
    """
    import torch

    kept = work / "start.npz"
    if not kept.exists():
        return
    with np.load(kept) as stored, torch.no_grad():
        for name, weight in net.named_parameters():
            if weight.requires_grad:
                weight.copy_(torch.from_numpy(stored[name]))
