"""From a checkpoint to an Argos package: int8 CTranslate2 model, metadata, model card, zip."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training import model, vocabulary
from training.settings import (
    BEAM,
    LENGTH_PENALTY,
    LONGEST,
    PLATEAU,
    PLATEAU_SHARE,
    SEED,
    SOURCE,
    START_SHARE,
    TARGET,
    VERSION,
    Shape,
)

FOLDER = f"translate-{SOURCE}_{TARGET}-{VERSION.replace('.', '_')}"
CONTENT = {"metadata.json", "model", "sentencepiece.model", "README.md"}
_EPOCH = (2026, 1, 1, 0, 0, 0)  # the time written into the zip, so that equal files zip equally


def metadata(training: dict[str, Any]) -> dict[str, Any]:
    """The package's ``metadata.json``; ``training`` goes under the key ``padanan``."""
    return {
        "package_version": VERSION,
        "argos_version": "1.9.0",
        "from_code": SOURCE,
        "from_name": "Indonesian",
        "to_code": TARGET,
        "to_name": "English",
        "links": [],
        "type": "translate",
        "padanan": {
            "aligned_head": {"layer": "last", "head": model.ALIGNED_HEAD},
            "marks": list(vocabulary.CONTROLS[:3]),
            "beam": BEAM,
            "length_penalty": LENGTH_PENALTY,
            "longest": LONGEST,
            "normalises": "in sentencepiece.model",
            "small_first": True,
            **training,
        },
    }


def network(
    checkpoints: Sequence[Path], encoded: Path | None, shape: Shape, start: Path | None = None
) -> Any:
    """The averaged weights of checkpoints in a Marian model; a random model without any.

    If the weights of before the rate fell lie beside one, they have ``PLATEAU_SHARE`` in it: the
    two differ in what they get wrong, and their mean gets less wrong than either. So it is with
    the checkpoints of several runs that went apart; what is given is their mean.
    Those that training started from (``start.npz``), if they are there, have ``START_SHARE`` then.
    """
    import numpy as np
    import torch

    table = np.load(encoded)["embeddings"] if encoded else None
    net = model.build(shape, SEED, table)
    if checkpoints:
        weights = dict(net.named_parameters())
        with torch.no_grad():
            for number, checkpoint in enumerate(checkpoints, start=1):
                kept = _averaged(checkpoint)
                for name, value in kept.items():
                    weights[name].lerp_(value, 1 / number)
            if start is not None and start.exists():
                with np.load(start) as first:
                    for name in kept:
                        weights[name].lerp_(torch.from_numpy(first[name]), START_SHARE)
    return net


def _averaged(checkpoint: Path) -> dict[str, Any]:
    """A checkpoint's averaged weights by name, those of before the rate fell in them."""
    import torch

    kept = torch.load(checkpoint, map_location="cpu")
    weights = dict(zip(kept["names"], kept["average"], strict=True))
    before = checkpoint.with_name(PLATEAU)
    if before.exists():
        early = torch.load(before, map_location="cpu")
        for name, value in zip(early["names"], early["average"], strict=True):
            weights[name] = torch.lerp(weights[name], value, PLATEAU_SHARE)
    return weights


def convert(net: Any, processor: Path, work: Path, output: Path) -> None:
    """Write the CTranslate2 model, weights in int8, to ``output`` (replaced if there)."""
    from ctranslate2.converters import TransformersConverter

    folder = work / "huggingface"
    shutil.rmtree(folder, ignore_errors=True)
    pieces = work / "vocab.json"
    vocabulary.write_pieces(processor, pieces)
    model.save(net, pieces, processor, folder)
    TransformersConverter(str(folder)).convert(str(output), quantization="int8", force=True)
    # The converter leaves the closing </s> to Hugging Face's tokenizer; whoever runs a package
    # has SentencePiece alone, so CTranslate2 must add it.
    settings = output / "config.json"
    values = json.loads(settings.read_text(encoding="utf-8")) | {"add_source_eos": True}
    settings.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")


def assemble(
    ctranslate: Path, processor: Path, card: str, about: dict[str, Any], folder: Path
) -> Path:
    """The package's folder under ``folder``; whatever was there goes.

    Raises:
        ValueError: if something other than the package's own files would be in it.
    """
    place = folder / FOLDER
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copytree(ctranslate, place / "model")
    shutil.copyfile(processor, place / "sentencepiece.model")
    text = json.dumps(about, indent=2, ensure_ascii=False) + "\n"
    (place / "metadata.json").write_text(text, encoding="utf-8")
    (place / "README.md").write_text(card, encoding="utf-8")
    stray = {path.name for path in place.iterdir()} ^ CONTENT
    if stray:
        raise ValueError(f"unexpected or missing in the package: {sorted(stray)}")
    return place


def pack(place: Path, output: Path) -> Path:
    """Zip the package folder as ``.argosmodel``; the same files give the same bytes."""
    draft = output.with_suffix(".part")
    with zipfile.ZipFile(draft, "w") as archive:
        for path in sorted(path for path in place.rglob("*") if path.is_file()):
            name = f"{place.name}/{path.relative_to(place).as_posix()}"
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    draft.replace(output)
    return output


class Translator:
    """A package as a user runs it: SentencePiece in, CTranslate2, text out.

    Of the package's folder only ``model`` and ``sentencepiece.model`` are looked at.
    """

    def __init__(self, place: Path, threads: int = 1) -> None:
        import ctranslate2
        import sentencepiece

        self._pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(place / "sentencepiece.model")
        )
        self._engine = ctranslate2.Translator(
            str(place / "model"), compute_type="int8", inter_threads=threads, intra_threads=1
        )

    def __call__(self, texts: list[str], beam: int = BEAM, batch: int = 512) -> list[str]:
        """One translation a text, in order; ``batch`` pieces are translated together."""
        results = self._engine.translate_batch(
            [self._pieces.encode(text, out_type=str) for text in texts],
            beam_size=beam,
            length_penalty=LENGTH_PENALTY,
            max_batch_size=batch,
            batch_type="tokens",
            max_decoding_length=256,
            replace_unknowns=True,  # by the piece that the aligned head points at
        )
        space = vocabulary.SPACE
        return ["".join(result.hypotheses[0]).replace(space, " ").strip() for result in results]
