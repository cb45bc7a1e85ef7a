"""The model of the other direction: its arrays, turned round."""

from pathlib import Path

import numpy as np

from training.reverse import flip


def test_turned_round(tmp_path: Path) -> None:
    arrays = {
        "source": np.array([5, 6, 7, 0, 8, 0], dtype=np.int16),
        "source_at": np.array([0, 4, 6]),
        "target": np.array([9, 10, 11, 0, 12, 13, 0], dtype=np.int16),
        "target_at": np.array([0, 4, 7]),
        # 9 and 10 stand for 6, 11 for 5, 7 for nothing; 13 for 8; the ends for each other
        "links": np.array([1, 1, 0, 3, -1, 0, 1], dtype=np.int16),
        "weight": np.ones(2, dtype=np.float32),
        "best": np.ones(2, dtype=np.float32),
        "embeddings": np.zeros((14, 4), dtype=np.float32),
    }
    np.savez(tmp_path / "one.npz", **arrays)
    flip(tmp_path / "one.npz", tmp_path / "other.npz")
    with np.load(tmp_path / "other.npz") as turned:
        assert turned["source"].tolist() == arrays["target"].tolist()
        assert turned["target_at"].tolist() == arrays["source_at"].tolist()
        assert turned["links"].tolist() == [2, 0, -1, 3, 1, 2]
    flip(tmp_path / "other.npz", tmp_path / "again.npz")
    with np.load(tmp_path / "again.npz") as again:
        assert again["links"].tolist() == [1, -1, 0, 3, -1, 0, 1]
