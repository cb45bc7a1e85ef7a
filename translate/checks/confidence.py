"""What the model itself is unsure of."""

from collections.abc import Iterator

from padanan.translate.bilingual import State
from padanan.translate.checks.check import Check, Limit, Limits, Seen
from padanan.translate.checks.pair import Pair, Severity, Span


class LowConfidence(Check):
    """A draft to be doubted."""

    id = "low-confidence"
    name = "Low confidence"
    severity = Severity.NOTE
    description = (
        "The draft is likely to need work, by the model's own scores. What a person has approved "
        "is not told."
    )
    limits = (Limit("least", 0.4, 0, 1, "the confidence from which on nothing is told"),)

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        if pair.confidence is None or pair.state is State.APPROVED:
            return
        if pair.confidence < limits["least"]:
            yield Seen(
                f"The draft's confidence is low: {pair.confidence:.2f}.",
                target_spans=(Span(0, len(pair.target)),),
            )
