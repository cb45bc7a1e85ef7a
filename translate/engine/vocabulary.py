"""Which pieces a package's model can read and write."""

import json
from pathlib import Path


def source_vocabulary(model: Path) -> frozenset[str]:
    """The pieces on the source's side of a model; see `target_vocabulary`."""
    return _vocabulary(model, "source_vocabulary", "shared_vocabulary")


def target_vocabulary(model: Path) -> frozenset[str]:
    """The pieces on the target's side of a model; none where its file is missing or damaged.

    Args:
        model: The folder of a CTranslate2 model, which keeps them in a JSON list or, in older
            ones, one a line.
    """
    return _vocabulary(model, "target_vocabulary", "shared_vocabulary")


def _vocabulary(model: Path, *names: str) -> frozenset[str]:
    for name in names:
        for suffix in (".json", ".txt"):
            path = model / f"{name}{suffix}"
            try:
                text = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError):
                continue
            return frozenset(_json_list(text) if suffix == ".json" else text.split("\n"))
    return frozenset()


def _json_list(text: str) -> list[str]:
    try:
        pieces = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return [piece for piece in pieces if isinstance(piece, str)] if isinstance(pieces, list) else []
