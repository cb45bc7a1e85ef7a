from pathlib import Path

import numpy as np
import pytest

from training.batches import Stream, phase_at
from training.settings import Schedule

PAD = 99


@pytest.fixture
def encoded(tmp_path: Path) -> Path:
    """Sixty pairs of 1..20 pieces; every third is not for the decay phase."""
    dice = np.random.default_rng(0)
    sizes = dice.integers(1, 21, 60)
    at = np.concatenate([[0], np.cumsum(sizes)])
    flat = dice.integers(2, PAD, at[-1]).astype(np.int16)
    path = tmp_path / "encoded.npz"
    best = np.where(np.arange(60) % 3, 1.0, 0.0).astype(np.float32)
    np.savez(
        path,
        source=flat,
        source_at=at,
        target=flat,
        target_at=at,
        links=np.zeros_like(flat),
        weight=np.full(60, 2.0, dtype=np.float32),
        best=best,
        embeddings=np.zeros((PAD + 1, 4), dtype=np.float32),
    )
    return path


def _stream(encoded: Path, ranks: int = 2, tokens: int = 60) -> Stream:
    return Stream(encoded, PAD, tokens, Schedule(early_pieces=8), ranks, seed=5)


def test_every_rank_has_a_batch_in_every_step(encoded: Path) -> None:
    stream = _stream(encoded)
    steps = stream.groups("main", 0)
    assert all(len(step) == 2 for step in steps)
    shown = np.concatenate([rows for step in steps for rows in step])
    assert np.bincount(shown, minlength=60).max() == 2
    assert len(shown) >= 2 * 60 - 12  # at most one batch is dropped to come out even
    for step in steps:
        for rows in step:
            batch = stream.batch(rows)
            assert batch.target.size <= 60
            assert batch.tokens == (batch.target != PAD).sum()


def test_the_stream_is_a_function_of_its_place(encoded: Path) -> None:
    one, two = _stream(encoded), _stream(encoded)
    two.groups("main", 3)
    for first, second in zip(one.groups("main", 1), two.groups("main", 1), strict=True):
        for left, right in zip(first, second, strict=True):
            assert (left == right).all()


def test_phases_choose_their_pairs(encoded: Path) -> None:
    stream = _stream(encoded, ranks=1)
    decay = np.concatenate([rows for step in stream.groups("decay", 0) for rows in step])
    assert (decay % 3 != 0).all()
    for step in stream.groups("early", 0):
        assert stream.batch(step[0]).target.shape[1] <= 8


def test_a_decay_may_show_what_was_shown_before_it(encoded: Path) -> None:
    stream = Stream(encoded, PAD, 60, Schedule(decay_best=False), 1, seed=5)
    decay = np.concatenate([rows for step in stream.groups("decay", 0) for rows in step])
    assert (np.bincount(decay, minlength=60) == 2).all()


def test_phase_at() -> None:
    schedule = Schedule(early=0.1, decay=0.25)
    assert [phase_at(share, schedule) for share in (0.0, 0.1, 0.7, 0.76, 1.0)] == [
        "early",
        "main",
        "main",
        "decay",
        "decay",
    ]
