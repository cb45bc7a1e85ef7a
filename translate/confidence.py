"""How sure a draft is: one number from 0 to 1 that a reviewer can sort by, the least sure first.

For the model's drafts it is a logistic regression over a few pieces of evidence, each kept because
it finds bad drafts earlier (bench/confidence.py fits the weights and shows what each one adds). It
estimates how likely a draft is to be a usable start: chrF++ of at least 40 against a person's
translation.

The model's score enters as a logarithm. Where another package's scores are all, say, half as
large, every logarithm moves by the same amount and the order of its drafts stays what it is. So
for any package the order is good to sort by; the number is a probability only for the package and
the beam that the weights were fitted with.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

SURE: Mapping[str, float] = MappingProxyType({"memory": 0.99, "rule": 0.98, "adapted": 0.95})
"""What a draft is worth that no model made, where nothing speaks against it.

A person has approved what comes from the memory, in some other place; a rule makes datelines and
the like, whose forms are known; an adapted draft is an approved one in which a rule has
put other values.
"""

FITTED: Mapping[str, float] = MappingProxyType(
    {"surprise": -4.69, "length": 2.38, "proportion": -5.26}
)
"""Log-odds for each unit of the evidence about a model's draft, by bench/confidence.py on
FLORES-200 dev (997 sentences), embedded package 0.3, beam 4; 0.5 is ordered as well by them."""

CONSTANT = -11.90
"""The log-odds where all evidence is 0; fitted with the others."""

DEFECTS: Mapping[str, float] = MappingProxyType(
    {"missing": -2.0, "mended": -0.05, "errors": -1.0, "warnings": -0.25}
)
"""Log-odds for each defect, whoever made the draft. By decision, beside what the same drafts say:
errors fit as -0.6 +- 0.4 and warnings as -0.25 +- 0.25, but chrF hardly sees a wrong figure in a
sentence that is good otherwise, and a reader does. Missing terms hardly ever occur, and are to be
seen early. Mended drafts are no worse than others; of two alike, the mended one goes first."""

_SURPRISE = (0.05, 20.0)
"""Surprises that are told apart, in nats per token. Nothing translated is surer than the first."""

_LENGTH = (50, 200)
"""Lengths that are told apart, in characters: nearly all of the sentences the weights were fitted
with. Beyond them nothing is known, and a headline is not to be thought bad for being short."""

_TYPICAL_SCORE = -0.50
"""The median score of the drafts the weights were fitted with, for a draft whose score is lost."""


def confidence(
    source: str,
    target: str,
    *,
    how: str = "model",
    score: float | None = None,
    missing_terms: int = 0,
    mended_terms: int = 0,
    errors: int = 0,
    warnings: int = 0,
) -> float:
    """How sure a draft is, from 0 to 1.

    A worse score, a term more that is missing or mended, a finding more never raise it.

    Args:
        source: The Indonesian segment.
        target: Its draft.
        how: What made the draft: "memory", "adapted", "rule"; anything else counts as the model.
        score: The model's mean log-probability per token of its own best candidate, at most 0.0.
            Not that of a draft in which terms have been enforced: a rendering the model would not
            have chosen lowers the score, but the sentence is none the worse for it.
        missing_terms: How many terms of the source the draft does not hold.
        mended_terms: How many terms were put into the draft after the model had written it.
        errors: How many findings of the checks are errors, those about terms left out.
        warnings: How many are warnings, those about terms left out.
    """
    if not target.strip():
        return 0.0
    if how in SURE:
        odds = math.log(SURE[how] / (1 - SURE[how]))
    else:
        known = evidence(source, target, score)
        odds = CONSTANT + sum(FITTED[name] * value for name, value in known.items())
    odds += DEFECTS["missing"] * missing_terms + DEFECTS["mended"] * mended_terms
    odds += DEFECTS["errors"] * errors + DEFECTS["warnings"] * warnings
    return 1 / (1 + math.exp(min(-odds, 700.0)))


def evidence(source: str, target: str, score: float | None) -> dict[str, float]:
    """What is known of a model's draft by itself, as `FITTED` weighs it.

    Returns:
        `surprise`: the natural logarithm of the negative score. `length`: that of the source's
        length in characters; on a short sentence the score says less, and one wrong word is more
        of it. `proportion`: how far the two lengths are apart, as the absolute logarithm of their
        quotient; what is much shorter has left something out, what is longer repeats.
    """
    if score is None or math.isnan(score):
        score = _TYPICAL_SCORE
    characters, written = len(source.strip()), len(target.strip())
    return {
        "surprise": math.log(_within(-score, *_SURPRISE)),
        "length": math.log(_within(characters, *_LENGTH)),
        "proportion": abs(math.log((written + 1) / (characters + 1))),
    }


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
