"""Networks made larger: a small post-norm encoder, written out here, says what it said before."""

from dataclasses import replace

import numpy as np
import pytest

from training.growth import Weights, grown
from training.settings import Shape

OWN = Shape(vocabulary=20, width=8, heads=2, feed_forward=12, encoder_layers=3, decoder_layers=1)
SIDES = {"encoder": ("self_attn",), "decoder": ("self_attn", "encoder_attn")}


def _weights(shape: Shape) -> Weights:
    dice = np.random.default_rng(3)
    width, inner = shape.width, shape.feed_forward
    found = {"model.shared.weight": dice.standard_normal((shape.vocabulary, width))}

    def linear(name: str, out: int, into: int) -> None:
        found[f"{name}.weight"] = dice.standard_normal((out, into)) / 3
        found[f"{name}.bias"] = dice.standard_normal(out)

    def norm(name: str) -> None:
        found[f"{name}.weight"] = dice.uniform(0.3, 1.5, width)
        found[f"{name}.bias"] = dice.standard_normal(width)

    for side, attentions in SIDES.items():
        for layer in range(getattr(shape, f"{side}_layers")):
            here = f"model.{side}.layers.{layer}"
            for attention in attentions:
                for part in ("q_proj", "k_proj", "v_proj", "out_proj"):
                    linear(f"{here}.{attention}.{part}", width, width)
                norm(f"{here}.{attention}_layer_norm")
            linear(f"{here}.fc1", inner, width)
            linear(f"{here}.fc2", width, inner)
            norm(f"{here}.final_layer_norm")
    return {name: value.astype(np.float32) for name, value in found.items()}


class _Encoder:
    """A post-norm encoder with one head, as Vaswani et al. 2017 have it."""

    def __init__(self, weights: Weights, layers: int) -> None:
        self.weights, self.layers = weights, layers
        self.queries: list[np.ndarray] = []

    def _linear(self, name: str, states: np.ndarray) -> np.ndarray:
        return states @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, name: str, states: np.ndarray) -> np.ndarray:
        apart = states - states.mean(1, keepdims=True)
        unit = apart / apart.std(1, keepdims=True)
        return unit * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def __call__(self, states: np.ndarray) -> np.ndarray:
        for layer in range(self.layers):
            here = f"model.encoder.layers.{layer}"
            query, key, value = (
                self._linear(f"{here}.self_attn.{part}_proj", states) for part in "qkv"
            )
            self.queries.append(query)
            scores = np.exp(query @ key.T / np.sqrt(query.shape[1]))
            heard = scores / scores.sum(1, keepdims=True) @ value
            added = states + self._linear(f"{here}.self_attn.out_proj", heard)
            states = self._norm(f"{here}.self_attn_layer_norm", added)
            inner = np.maximum(self._linear(f"{here}.fc1", states), 0)
            states = self._norm(
                f"{here}.final_layer_norm", states + self._linear(f"{here}.fc2", inner)
            )
        return states


@pytest.mark.parametrize(("layers", "units"), [(3, 12), (3, 20), (4, 12), (5, 16), (9, 12)])
def test_it_says_what_it_said_before(layers: int, units: int) -> None:
    weights = _weights(OWN)
    wanted = replace(OWN, encoder_layers=layers, feed_forward=units)
    larger = grown(weights, OWN, wanted, seed=1)
    assert {name: value.shape for name, value in larger.items()} == {
        name: value.shape for name, value in _weights(wanted).items()
    }
    assert {value.dtype for value in larger.values()} == {np.dtype("float32")}
    states = np.random.default_rng(5).standard_normal((6, OWN.width)).astype(np.float32)
    before, after = _Encoder(weights, OWN.encoder_layers), _Encoder(larger, layers)
    assert after(states) == pytest.approx(before(states), abs=1e-4)


def test_a_new_layer_asks_what_the_one_above_it_asks() -> None:
    larger = grown(_weights(OWN), OWN, replace(OWN, encoder_layers=4), seed=1)
    encoder = _Encoder(larger, 4)
    encoder(np.random.default_rng(5).standard_normal((6, OWN.width)).astype(np.float32))
    assert encoder.queries[2] == pytest.approx(encoder.queries[3], abs=1e-4)
    assert encoder.queries[1] != pytest.approx(encoder.queries[2], abs=0.1)


def test_new_units_hear_something_and_say_nothing_yet() -> None:
    larger = grown(_weights(OWN), OWN, replace(OWN, feed_forward=20), seed=1)
    for name, value in larger.items():
        if name.endswith("fc1.weight"):
            assert value[12:].any(axis=1).all()
        if name.endswith("fc2.weight"):
            assert not value[:, 12:].any()


def test_the_same_shape_stays_as_it_is() -> None:
    weights = _weights(OWN)
    same = grown(weights, OWN, OWN, seed=1)
    assert same.keys() == weights.keys()
    assert all(np.array_equal(same[name], value) for name, value in weights.items())


@pytest.mark.parametrize(
    "wanted",
    [
        replace(OWN, encoder_layers=2),
        replace(OWN, feed_forward=8),
        replace(OWN, decoder_layers=2),
        replace(OWN, width=16),
    ],
)
def test_what_cannot_be_made_of_it_is_refused(wanted: Shape) -> None:
    with pytest.raises(ValueError, match="only feed-forward units can be added"):
        grown(_weights(OWN), OWN, wanted, seed=1)


def test_one_layer_has_none_above_it() -> None:
    one = replace(OWN, encoder_layers=1)
    with pytest.raises(ValueError, match="between others"):
        grown(_weights(one), one, OWN, seed=1)
