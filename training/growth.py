"""A trained network made larger, so that it says at first what it said before.

What is new adds nothing until training has taught it to: the outputs of a new layer's sublayers,
and of new units of a feed-forward layer, start at zero (as in Net2Net, Chen et al. 2016). What
goes in is looked at from the start as the layer above looks at it (layers are stacked alike by
Gong et al. 2019).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from training.settings import Shape

Weights = dict[str, npt.NDArray[Any]]


def grown(weights: Weights, own: Shape, wanted: Shape, seed: int) -> Weights:
    """Weights of the shape ``wanted``, by Marian's names, out of those of the shape ``own``.

    Encoder layers are put in evenly from the top down, feed-forward units at the end.

    Raises:
        ValueError: if the shapes differ in anything else, or ``wanted`` is the smaller one, or
            there is no encoder layer above another to put one between.
    """
    same = ("vocabulary", "width", "heads", "decoder_layers")
    differing = [name for name in same if getattr(own, name) != getattr(wanted, name)]
    more = wanted.encoder_layers - own.encoder_layers
    units = wanted.feed_forward - own.feed_forward
    if differing or more < 0 or units < 0 or (more and own.encoder_layers < 2):
        raise ValueError(
            f"a network of {own} cannot be made one of {wanted}: only feed-forward units can be "
            "added, and encoder layers between others"
        )
    found = _deeper(weights, own.encoder_layers, more)
    return _wider(found, units, np.random.default_rng(seed)) if units else found


def _deeper(weights: Weights, layers: int, more: int) -> Weights:
    """``more`` encoder layers between ``layers``, each below the one that it is a copy of."""
    below = [layers - 1 - number * (layers - 1) // more for number in range(more)]
    found = {name: value for name, value in weights.items() if ".encoder.layers." not in name}
    stack: list[Weights] = []
    for at in range(layers):
        prefix = f"model.encoder.layers.{at}."
        layer = {
            name.removeprefix(prefix): value
            for name, value in weights.items()
            if name.startswith(prefix)
        }
        for _ in range(below.count(at)):
            stack[-1], idle = _parted(stack[-1], layer)
            stack.append(idle)
        stack.append(layer)
    for at, layer in enumerate(stack):
        found |= {f"model.encoder.layers.{at}.{name}": value for name, value in layer.items()}
    return found


def _parted(lower: Weights, upper: Weights) -> tuple[Weights, Weights]:
    """The lower of two layers, and one to be put between them, which together say what the lower
    one says.

    The lower one's last norm only normalises now. The new layer adds nothing, so that its norms
    find everything normalised; the last of them has the gain and the bias that the lower one's
    had. Projections that read them in the upper layer are multiplied with them in the new one.
    """
    norms = {name: value for name, value in lower.items() if name.startswith("final_layer_norm.")}
    plain = {"weight": np.ones_like, "bias": np.zeros_like}
    lower = lower | {name: plain[name.rsplit(".", 1)[1]](value) for name, value in norms.items()}
    idle = dict(upper)
    for name, value in upper.items():
        part, kind = name.rsplit(".", 1)
        if part == "self_attn_layer_norm":
            idle[name] = plain[kind](value)
        elif part in {"self_attn.out_proj", "fc2"}:
            idle[name] = np.zeros_like(value)
    heard = {
        **dict.fromkeys(("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"), norms),
        "fc1": upper,
    }
    for part, where in heard.items():
        norm = "self_attn_layer_norm" if part == "fc1" else "final_layer_norm"
        weight, bias = upper[f"{part}.weight"], upper[f"{part}.bias"]
        idle[f"{part}.weight"] = weight * where[f"{norm}.weight"]
        idle[f"{part}.bias"] = bias + weight @ where[f"{norm}.bias"]
    return lower, idle | norms


def _wider(weights: Weights, units: int, dice: np.random.Generator) -> Weights:
    """``units`` more in every feed-forward layer; what they hear is drawn, as the others' was at
    their start (Glorot and Bengio 2010)."""
    found = dict(weights)
    for name, value in weights.items():
        if name.endswith(".fc1.weight"):
            before, width = value.shape
            limit = np.sqrt(6 / (before + units + width))
            new = dice.uniform(-limit, limit, (units, width)).astype(value.dtype)
            found[name] = np.concatenate([value, new])
        elif name.endswith(".fc1.bias"):
            found[name] = np.concatenate([value, np.zeros(units, dtype=value.dtype)])
        elif name.endswith(".fc2.weight"):
            found[name] = np.pad(value, ((0, 0), (0, units)))
    return found
