"""What the model is given of a segment, and the candidates for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from padanan.glossary import Match
from padanan.translate.enforce.aligned import Aligned
from padanan.translate.enforce.result import Step, Tried
from padanan.translate.enforce.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate for a unit.

    Attributes:
        text: The candidate.
        step: The last step in making it.
        score: Mean log-probability per token, given the unchanged source.
        rest: The same of its tokens but for those of renderings: how well the sentence around
            them goes.
        verdict: What it lacks.
        steps: For terms, by their place among the unit's, the step that held them where it was not
            the model by itself.
        aligned: Its alignment, where it has one.
        lost: How many words fewer follow a rendering than before the sentence was finished anew.
        around: How many tokens `rest` is the mean of; 0 before it was scored, and for the model's
            own candidates.
    """

    text: str
    step: Step
    score: float
    rest: float
    verdict: Verdict
    steps: Mapping[int, Step] = field(default_factory=dict)
    aligned: Aligned | None = None
    lost: int = 0
    around: int = 0


@dataclass(slots=True)
class Unit:
    """A stretch of a segment that the model takes at once, on its way to a draft.

    Attributes:
        source: Its text.
        matches: The terms in it, with their places in `source`.
        best: The candidate to beat: the one with the fewest faults so far.
        own: The score of the model's likeliest candidate, whatever was made of it.
        own_rest: The score, terms included, of the candidate that all began with; by default
            nothing can be worse than that.
        margin: By how much the model's best candidate beat its second best.
        failed: Terms that one try has failed for, by their place among the unit's.
        hopeless: Terms that no more is tried for, by their place among the unit's.
        tried: What was looked at, in order.
    """

    source: str
    matches: tuple[Match, ...]
    best: Option
    own: float = 0.0
    own_rest: float = float("-inf")
    margin: float | None = None
    failed: set[int] = field(default_factory=set)
    hopeless: set[int] = field(default_factory=set)
    tried: list[Tried] = field(default_factory=list)

    @property
    def open(self) -> list[int]:
        """Terms that something may still be done for, by their place among the unit's."""
        return [at for at in self.best.verdict.wrong if at not in self.hopeless]

    def give_up(self, at: int, *, for_good: bool = False) -> None:
        """Take in that a try for a term has failed: there is one more, unless it was for good."""
        (self.hopeless if for_good or at in self.failed else self.failed).add(at)

    def note(self, option: Option, *, chosen: bool, why: str) -> None:
        """Keep a candidate for whoever asks what was tried."""
        lacking = [use.concept.preferred for use in option.verdict.uses if not use.agreed]
        bad = [option.text[start:end] for start, end in sorted(option.verdict.avoided)]
        self.tried.append(
            Tried(
                self.source,
                option.step,
                option.text,
                option.score,
                tuple(lacking),
                tuple(bad),
                chosen,
                why,
            )
        )


def shifted(matches: Sequence[Match], start: int, end: int) -> tuple[Match, ...]:
    """The matches within a stretch of a source, with their places in the stretch."""
    return tuple(
        match._replace(start=match.start - start, end=match.end - start)
        for match in matches
        if start <= match.start and match.end <= end
    )
