"""The model of the other direction, English to Indonesian: what it is shown, and its training.

It makes the sources of back-translated pairs (:mod:`training.back`), which are as good as its
Indonesian is. The corpus has two million words of prose; the news that the package translated
(:mod:`training.forth`) and the sentences that were written show it how papers put things.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np

from training import forth, package, sentences, train, vocabulary
from training.linker import Linker
from training.settings import REVERSE, SEED, Shape
from training.shown import read, write

WRITTEN_WEIGHT, WRITTEN_BEST = 1.0, 0.5  # showings of a sentence that was written for this


def rows(
    aligned: Path,
    news: Collection[tuple[str, str]],
    towns: Sequence[str],
    model: Path,
    work: Path,
    longest: int,
) -> Path:
    """``work/both.npz``: the rows of ``aligned``, those of the ``news`` (Indonesian, a machine's
    English) with ``vocabulary.BACK`` before the English, and written sentences with ``towns`` in
    them; arrays as from :func:`training.prepare.align`, sources still Indonesian."""
    kept = work / "both.npz"
    with np.load(aligned) as arrays:
        table, shown = arrays["embeddings"], list(read(arrays))
    link = Linker(model, work / "lexicon.npz")
    tag = vocabulary.back(model)
    for row in link.shown(news, forth.WEIGHT, forth.BEST, longest, before=len(tag)):
        unlinked = np.full(len(tag), -1, dtype=np.int16)
        shown.append(
            replace(
                row,
                target=np.concatenate([tag, row.target]),
                links=np.concatenate([unlinked, row.links]),
            )
        )
    written = sentences.filled(towns, SEED)
    shown += link.shown(written, WRITTEN_WEIGHT, WRITTEN_BEST, longest)
    write(kept, shown, table)
    return kept


def flip(encoded: Path, output: Path) -> None:
    """The arrays of ``prepare.align`` with source and target exchanged, links turned round."""
    with np.load(encoded) as arrays:
        data = {name: arrays[name] for name in arrays.files}
    source_at, target_at, links = data["source_at"], data["target_at"], data["links"]
    pair = np.repeat(np.arange(len(target_at) - 1), np.diff(target_at))
    place = np.arange(len(links)) - target_at[pair]
    linked = np.flatnonzero(links >= 0)[::-1]  # the first target piece of several wins
    turned = np.full(len(data["source"]), -1, dtype=np.int16)
    turned[source_at[pair[linked]] + links[linked]] = place[linked]
    np.savez(
        output,
        source=data["target"],
        source_at=target_at,
        target=data["source"],
        target_at=source_at,
        links=turned,
        **{name: data[name] for name in ("weight", "best", "embeddings")},
    )


def learn(
    work: Path,
    rows: Callable[[], Path],
    minutes: float,
    shape: Shape,
    batch_tokens: int | None,
    processes: int | None,
    say: Callable[[str], None],
) -> Path:
    """Train English to Indonesian in ``work/reverse``, unless that is done; the folder with
    ``model`` and ``sentencepiece.model``, as ``package.Translator`` wants it. ``rows`` makes what
    it is shown (see the function of that name).

    A model that the recipe starts from is started from here too, for the two directions share
    their vocabulary and much else.
    """
    place = work / "reverse"
    output = place / "package"
    if output.exists():
        return output
    place.mkdir(exist_ok=True)
    arrays = place / "encoded.npz"
    if not arrays.exists():
        flip(rows(), arrays)
    for name in ("start.npz", "shape.json"):
        if (work / name).exists():
            shutil.copyfile(work / name, place / name)
    (place / "schedule.json").write_text(json.dumps(asdict(REVERSE)), encoding="utf-8")
    say(f"training English to Indonesian for {minutes:g} minutes in all")
    train.launch(place, minutes, batch_tokens, processes)
    net = package.network(train.checkpoints(place), arrays, shape)
    processor = work / "sentencepiece.model"
    draft = place / "package.part"
    package.convert(net, processor, place, draft / "model")
    shutil.copyfile(processor, draft / processor.name)
    draft.replace(output)
    return output
