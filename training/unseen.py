"""``python -m training.unseen FOLDER ...``: how well packages translate news that none was shown.

``unseen.tsv`` has long sentences of news and background, Indonesian and English, which were written
in the same way as those that the model learns from (``written/``) and are never trained on. They
tell what FLORES, an encyclopedia's and a travel guide's English, does not: how it does on what
padanan is for. They share no six words in a row with the written ones.
"""

from __future__ import annotations

import sys
from pathlib import Path

from training import first, package, score
from training.normalise import capital

UNSEEN = Path(__file__).with_name("unseen.tsv")


def pairs() -> list[tuple[str, str]]:
    """(Indonesian, English), one a line of the file."""
    rows = (line.split("\t") for line in UNSEEN.read_text(encoding="utf-8").splitlines())
    return [(source, target) for source, target in rows]


def measure(place: Path) -> score.Score:
    """The score of a package's folder at its beam, first words as padanan gives them, uncut."""
    sources, references = zip(*pairs(), strict=True)
    drafts = package.Translator(place)(first.small(sources, place / "sentencepiece.model"))
    return score.score(place.name, list(map(capital, drafts)), references)


if __name__ == "__main__":
    for folder in sys.argv[1:]:
        print(measure(Path(folder)).line(), flush=True)
