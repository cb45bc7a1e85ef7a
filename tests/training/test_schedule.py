import pytest

from training.settings import WIDE, Schedule
from training.train import guide_at, rate_at, take_in

SCHEDULE = Schedule(peak_rate=1e-3, warm_up=100, decay=0.25, guide=0.3, guide_floor=0.1)


@pytest.mark.parametrize(
    ("step", "progress", "rate"),
    [
        (0, 0.0, 1e-5),
        (49, 0.01, 5e-4),
        (500, 0.5, 1e-3),
        (900, 0.875, 5e-4),
        (999, 1.0, 2e-5),
        (1_000, 1.1, 2e-5),
    ],
)
def test_rate(step: int, progress: float, rate: float) -> None:
    assert rate_at(step, progress, SCHEDULE) == pytest.approx(rate)


def test_the_guide_fades() -> None:
    assert guide_at(0.0, SCHEDULE) == pytest.approx(0.3)
    assert guide_at(1.0, SCHEDULE) == guide_at(2.0, SCHEDULE) == pytest.approx(0.1)


def test_what_is_kept_of_a_plateau_is_the_mean_of_its_last_saves() -> None:
    torch = pytest.importorskip("torch", reason="training averages its weights with torch")
    mean = [torch.zeros(2), torch.full((1, 2), 9.0)]
    for number in range(1, WIDE + 1):
        take_in(mean, [torch.full((2,), float(number)), torch.full((1, 2), 2.0 * number)], number)
    middle = (1 + WIDE) / 2
    assert torch.allclose(mean[0], torch.full((2,), middle))
    assert torch.allclose(mean[1], torch.full((1, 2), 2 * middle))
    take_in(mean, [torch.full((2,), middle + WIDE), torch.full((1, 2), 2 * middle)], WIDE + 1)
    assert torch.allclose(mean[0], torch.full((2,), middle + 1))
