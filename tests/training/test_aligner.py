import random

import numpy as np
import pytest

from training import aligner

SIZE = 41  # pieces 2..19 one language, 20..37 the other, 40 padding


def _made_up(count: int) -> tuple[list[aligner.Ids], list[aligner.Ids]]:
    """Pairs in a cipher: piece p is p + 18 on the other side, in the same order."""
    dice = random.Random(3)
    sources, targets = [], []
    for _ in range(count):
        words = [dice.randrange(2, 20) for _ in range(dice.randrange(3, 9))]
        sources.append(np.asarray(words, dtype=np.int16))
        targets.append(np.asarray([word + 18 for word in words], dtype=np.int16))
    return sources, targets


@pytest.fixture(scope="module")
def linked() -> tuple[list[aligner.Ids], list[aligner.Ids], list[aligner.Ids]]:
    sources, targets = _made_up(300)
    forward = aligner.train(sources, targets, SIZE, 5)
    backward = aligner.train(targets, sources, SIZE, 5)
    assert np.isfinite(forward).all()
    return sources, targets, aligner.link(sources, targets, forward, backward)


def test_a_cipher_is_aligned(
    linked: tuple[list[aligner.Ids], list[aligner.Ids], list[aligner.Ids]],
) -> None:
    sources, _, links = linked
    right = total = 0
    for source, where in zip(sources, links, strict=True):
        assert len(where) == len(source)
        for place, at in enumerate(where):
            total += 1
            right += at >= 0 and source[at] == source[place]
    assert right > 0.95 * total


def test_translations_start_close(
    linked: tuple[list[aligner.Ids], list[aligner.Ids], list[aligner.Ids]],
) -> None:
    sources, targets, links = linked
    table = aligner.embeddings(sources, targets, links, SIZE, 16, 1)
    assert table.shape == (SIZE, 16)
    assert not table[SIZE - 1].any()
    likeness = table @ table.T
    own = np.mean([likeness[word, word + 18] for word in range(2, 20)])
    others = np.mean([likeness[word, 20:38].mean() for word in range(2, 20)])
    assert own > others + 0.2
