"""Builds small, real Argos packages whose translations are known beforehand.

The network is a genuine CTranslate2 transformer with weights set by hand: target step t attends to
source position t, reads the piece there and answers with what the dictionary says of it (itself,
if nothing), until it meets the source's end. So "rumah besar" gives "house big", for certain, and
a test can assert what the engine must return.
"""

import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece

DICTIONARY: Mapping[str, Sequence[tuple[str, float]]] = {
    "▁rumah": [("▁house", 1.0), ("▁home", 0.9)],
    "▁besar": [("▁big", 1.0), ("▁large", 0.8)],
    "▁presiden": [("▁president", 1.0)],
    "▁negara": [("▁country", 1.0), ("▁state", 0.8)],
    "▁dan": [("▁and", 1.0)],
    "▁sakit": [("▁sick", 1.0)],
    "▁Kementerian": [("▁Ministry", 1.0)],
}
"""Source piece to target pieces, each with its share of the source piece's logit (1.0 the best)."""

LOOP = "▁macet"
"""A piece that a network made to loop, once it has said it, says again and again."""

_TEXT = (
    "rumah besar presiden negara dan sakit Kementerian macet",
    "house home big large president country state and sick",
    "rumah sakit besar itu milik negara , kata presiden .",
    "presiden dan Kementerian ; negara - negara besar dan rumah sakit .",
)
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:-()'\"%/?!<>_"
_TOKEN, _PLACE, _ANSWER = slice(0, 128), slice(128, 256), slice(256, 384)
_WIDTH = 384
_PLACES = 512


@dataclass
class Recipe:
    """What a test may vary in a package."""

    code: str = "translate-id_en"
    version: str = "0.1"
    metadata: dict[str, Any] = field(default_factory=dict)
    readme: str | None = "# A package for tests\n\nTranslates word by word.\n"
    extra_target_pieces: Sequence[str] = ("▁Ministry",)
    """Pieces only the target vocabulary has, as in packages ported from Marian."""
    target_prefix: str = ""
    loops: bool = False
    """Whether the network can fall into saying `LOOP` for ever."""
    seed: int = 1

    @property
    def folder_name(self) -> str:
        return f"{self.code}-{self.version.replace('.', '_')}"


def _codes(dice: np.random.Generator, count: int) -> np.ndarray:
    """`count` vectors of ±1 that sum to zero each, so that layer normalisation only scales them."""
    half = dice.choice([-1.0, 1.0], size=(count, 64))
    return np.concatenate([half, -half], axis=1).astype(np.float32)


def _zero_linear(spec: Any, outputs: int) -> None:
    spec.weight = np.zeros((outputs, _WIDTH), np.float32)
    spec.bias = np.zeros(outputs, np.float32)


def _norm(spec: Any) -> None:
    spec.gamma, spec.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)


def _idle(layer: Any) -> None:
    """Make self-attention and feed-forward of a layer add nothing."""
    _norm(layer.self_attention.layer_norm)
    _zero_linear(layer.self_attention.linear[0], 3 * _WIDTH)
    _zero_linear(layer.self_attention.linear[1], _WIDTH)
    _norm(layer.ffn.layer_norm)
    _zero_linear(layer.ffn.linear_0, 64)
    layer.ffn.linear_1.weight = np.zeros((_WIDTH, 64), np.float32)
    layer.ffn.linear_1.bias = np.zeros(_WIDTH, np.float32)


def _network(pieces: list[str], targets: list[str], recipe: Recipe) -> Any:
    dice = np.random.default_rng(recipe.seed)
    spec = ctranslate2.specs.TransformerSpec.from_config((1, 1), 1, pre_norm=True)
    codes = _codes(dice, len(pieces))
    places = np.zeros((_PLACES, _WIDTH), np.float32)
    places[:, _PLACE] = _codes(dice, _PLACES)
    embedding = np.zeros((len(pieces), _WIDTH), np.float32)
    embedding[:, _TOKEN] = codes
    place_of = {piece: index for index, piece in enumerate(targets)}

    answers = np.zeros((len(targets), _WIDTH), np.float32)
    for index, piece in enumerate(pieces):
        for target, share in DICTIONARY.get(piece, [(piece, 1.0)]):
            if target in place_of:
                answers[place_of[target], _ANSWER] += 0.1 * share * codes[index]
    if recipe.loops:
        answers[place_of[LOOP], _TOKEN] = 0.3 * codes[pieces.index(LOOP)]

    encoder, decoder = spec.encoder, spec.decoder
    for part in (encoder, decoder):
        part.scale_embeddings = False
        part.position_encodings.encodings = places
        _norm(part.layer_norm)
        _idle(part.layer[0])
    if recipe.target_prefix:  # it takes the first step, at which there is nothing to read
        decoder.position_encodings.encodings = np.concatenate([places[-1:], places[:-1]])
    encoder.embeddings[0].weight = embedding
    target_embedding = np.zeros((len(targets), _WIDTH), np.float32)
    target_embedding[: len(pieces)] = embedding
    decoder.embeddings.weight = target_embedding
    decoder.start_from_zero_embedding = True
    decoder.projection.weight = answers
    decoder.projection.bias = np.zeros(len(targets), np.float32)

    attention = decoder.layer[0].attention
    _norm(attention.layer_norm)
    diagonal = np.zeros(_WIDTH, np.float32)
    diagonal[_PLACE] = 4.0
    attention.linear[0].weight = np.diag(diagonal)
    attention.linear[0].bias = np.zeros(_WIDTH, np.float32)
    keys_values = np.zeros((2 * _WIDTH, _WIDTH), np.float32)
    keys_values[_PLACE, _PLACE] = np.eye(128)
    keys_values[_WIDTH : 2 * _WIDTH][_ANSWER, _TOKEN] = np.eye(128)
    attention.linear[1].weight = keys_values
    attention.linear[1].bias = np.zeros(2 * _WIDTH, np.float32)
    attention.linear[2].weight = np.eye(_WIDTH, dtype=np.float32)
    attention.linear[2].bias = np.zeros(_WIDTH, np.float32)

    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(targets)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "</s>"
    return spec


def train_pieces(folder: Path, name: str = "sentencepiece") -> sentencepiece.SentencePieceProcessor:
    """Train a SentencePiece model that keeps the dictionary's words whole; write it to `folder`."""
    text = folder / "sentences.txt"
    letters = [f"{a} {a}{b}" for a in _LETTERS for b in _LETTERS[::7]]
    text.write_text("\n".join([*(_TEXT * 200), *letters]), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(folder / name),
        model_type="bpe",
        vocab_size=400,
        hard_vocab_limit=False,
        character_coverage=1.0,
        bos_id=-1,
        eos_id=-1,
        unk_id=0,
        minloglevel=2,
    )
    text.unlink()
    (folder / f"{name}.vocab").unlink()
    return sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{name}.model"))


def build(parent: Path, recipe: Recipe | None = None) -> Path:
    """Write a package folder into `parent` and return it."""
    recipe = recipe or Recipe()
    folder = parent / recipe.folder_name
    (folder / "model").mkdir(parents=True)
    processor = train_pieces(folder)
    pieces = ["<unk>", "<s>", "</s>"]
    pieces += [processor.id_to_piece(i) for i in range(1, processor.get_piece_size())]
    if recipe.target_prefix:
        pieces.append(recipe.target_prefix)
    spec = _network(pieces, [*pieces, *recipe.extra_target_pieces], recipe)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder / "model"))
    metadata = {
        "package_version": recipe.version,
        "argos_version": "1.9",
        "from_code": "id",
        "from_name": "Indonesian",
        "to_code": "en",
        "to_name": "English",
        "code": recipe.code.replace("-", "_", 1),
        **({"target_prefix": recipe.target_prefix} if recipe.target_prefix else {}),
        **recipe.metadata,
    }
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    if recipe.readme is not None:
        (folder / "README.md").write_text(recipe.readme, encoding="utf-8")
    return folder


def pack(folder: Path, archive: Path, names: Iterable[str] | None = None) -> Path:
    """Zip a package folder the way Argos packages are: one folder at the top."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and (names is None or name in names):
                file.write(path, f"{folder.name}/{name}")
    return archive
