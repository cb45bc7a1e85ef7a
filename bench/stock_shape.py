"""A package with the shape and the cost of the stock Argos Translate package, made in seconds.

Six layers of 512 on either side, eight heads, 2,048 within, 32,000 pieces, int8: what a translation
costs is the same, for nobody multiplies faster because of what the numbers are. The weights are
set by hand so that it says each piece of the source after the other and stops where the source
ends: as long as translations are. The tokenizer is that of the embedded model, so that sentences
have as many pieces as they have there.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece

from padanan.translate.engine.package import Package

LAYERS, HEADS, WIDTH, INNER, PIECES, PLACES = 6, 8, 512, 2_048, 32_000, 512
HEAD = WIDTH // HEADS
_TOKEN, _PLACE, _ANSWER = slice(0, 128), slice(128, 128 + HEAD), slice(256, 384)


def _codes(dice: np.random.Generator, count: int, length: int) -> np.ndarray:
    """`count` vectors of ±1 that sum to zero each, so that layer normalisation only scales them."""
    half = dice.choice([-1.0, 1.0], size=(count, length // 2))
    return np.concatenate([half, -half], axis=1).astype(np.float32)


def _norm(spec: Any) -> None:
    spec.gamma, spec.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)


def _linear(spec: Any, outputs: int, inputs: int = WIDTH) -> np.ndarray:
    """Make a layer of nothing; returns its weights, to be filled in."""
    spec.weight = np.zeros((outputs, inputs), np.float32)
    spec.bias = np.zeros(outputs, np.float32)
    weight: np.ndarray = spec.weight
    return weight


def _layer(layer: Any) -> None:
    """Make a layer add nothing, at the usual cost."""
    _norm(layer.self_attention.layer_norm)
    _linear(layer.self_attention.linear[0], 3 * WIDTH)
    _linear(layer.self_attention.linear[1], WIDTH)
    _norm(layer.ffn.layer_norm)
    _linear(layer.ffn.linear_0, INNER)
    _linear(layer.ffn.linear_1, WIDTH, INNER)


def _network(pieces: list[str]) -> Any:
    dice = np.random.default_rng(1)
    spec = ctranslate2.specs.TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True)
    codes = _codes(dice, PIECES, 128)
    places = np.zeros((PLACES, WIDTH), np.float32)
    places[:, _PLACE] = _codes(dice, PLACES, HEAD)
    embedding = np.zeros((PIECES, WIDTH), np.float32)
    embedding[:, _TOKEN] = codes
    for part in (spec.encoder, spec.decoder):
        part.scale_embeddings = False
        part.position_encodings.encodings = places
        _norm(part.layer_norm)
        for layer in part.layer:
            _layer(layer)
    spec.encoder.embeddings[0].weight = embedding
    decoder = spec.decoder
    decoder.embeddings.weight = embedding
    decoder.start_from_zero_embedding = True
    for at, layer in enumerate(decoder.layer):
        _norm(layer.attention.layer_norm)
        queries = _linear(layer.attention.linear[0], WIDTH)
        keys = _linear(layer.attention.linear[1], 2 * WIDTH)
        output = _linear(layer.attention.linear[2], WIDTH)
        if at == 0:  # each head looks at the place that the target has reached
            for head in range(HEADS):
                own = slice(head * HEAD, (head + 1) * HEAD)
                queries[own, _PLACE] = 4.0 * np.eye(HEAD)
                keys[own, _PLACE] = np.eye(HEAD)
            keys[WIDTH:][_ANSWER, _TOKEN] = np.eye(128)
            output[:] = np.eye(WIDTH)
    decoder.projection.weight = np.zeros((PIECES, WIDTH), np.float32)
    decoder.projection.weight[:, _ANSWER] = 0.1 * codes
    decoder.projection.bias = np.zeros(PIECES, np.float32)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.config.decoder_start_token = "</s>"
    return spec


def build(parent: Path, embedded: Package) -> Path:
    """Write the package's folder into `parent` and return it."""
    folder = parent / "translate-id_en-0_0"
    (folder / "model").mkdir(parents=True)
    shutil.copy(embedded.tokenizer_path, folder / "sentencepiece.model")
    processor = sentencepiece.SentencePieceProcessor(model_file=str(embedded.tokenizer_path))
    own = [processor.id_to_piece(at) for at in range(processor.get_piece_size())]
    pieces = list(dict.fromkeys(["<unk>", "<s>", "</s>", *own]))
    pieces += [f"<nothing-{at}>" for at in range(PIECES - len(pieces))]
    spec = _network(pieces)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder / "model"))
    metadata = {
        "package_version": "0.0",
        "argos_version": "1.9",
        "from_code": "id",
        "from_name": "Indonesian",
        "to_code": "en",
        "to_name": "English",
        "code": "translate_id_en",
    }
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    return folder
