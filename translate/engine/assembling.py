"""Sources that the model takes in parts, and candidates for the whole from those of the parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from padanan.translate.engine.protocol import Candidate
from padanan.translate.engine.splitting import Part, join

ATTENTION_PARTS = 8
"""Parts up to which the attention of a cut source is put together; it grows with their square."""


@dataclass(slots=True)
class Source:
    """A distinct source on its way: its parts, and the candidates of each as they come.

    A part gives up its pieces when it is drafted, or a book of a sentence would not fit into
    memory; `lengths` keeps how many they were.
    """

    text: str
    parts: list[Part] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    drafts: list[tuple[Candidate, ...]] = field(default_factory=list)
    waiting: int = 0

    def add(self, part: Part) -> int:
        """Take in the next part; returns its place."""
        self.parts.append(part)
        self.lengths.append(len(part.pieces))
        self.drafts.append(())
        self.waiting += 1
        return len(self.parts) - 1

    def settle(self, at: int, drafts: tuple[Candidate, ...]) -> None:
        """Take in the candidates of the part at `at`."""
        self.drafts[at] = drafts
        self.parts[at] = replace(self.parts[at], pieces=())
        self.waiting -= 1

    @property
    def done(self) -> bool:
        """Whether all of it is cut, and all its parts are drafted."""
        return self.parts[-1].last and not self.waiting


def assembled(source: Source, wanted: int, attention: bool) -> tuple[Candidate, ...]:
    """The candidates of a whole source: its parts' best, then with the next best of one part."""
    if len(source.parts) == 1:
        return source.drafts[0]
    best = [drafts[0] for drafts in source.drafts]
    losses = sorted(
        ((drafts[0].score - drafts[rank].score) * source.lengths[at], at, rank)
        for at, drafts in enumerate(source.drafts)
        for rank in range(1, len(drafts))
    )
    choices = [best]
    for _, at, rank in losses[: wanted - 1]:
        choices.append([*best[:at], source.drafts[at][rank], *best[at + 1 :]])
    whole = attention and len(source.parts) <= ATTENTION_PARTS
    return tuple(_joined(source, chosen, whole) for chosen in choices)


def _joined(source: Source, chosen: Sequence[Candidate], attention: bool) -> Candidate:
    """One candidate from one for each part."""
    text = join(source.parts, [candidate.text for candidate in chosen])
    lengths = source.lengths
    weighted = zip(chosen, lengths, strict=True)
    score = sum(candidate.score * length for candidate, length in weighted) / sum(lengths)
    if not attention or any(candidate.attention is None for candidate in chosen):
        return Candidate(text, score)
    rows: list[tuple[float, ...]] = []
    before = 0
    for candidate, length in zip(chosen, lengths, strict=True):
        after = sum(lengths) - before - length
        for row in candidate.attention or ():
            rows.append((0.0,) * before + row + (0.0,) * after)
        before += length
    return Candidate(
        text,
        score,
        tuple(piece for candidate in chosen for piece in candidate.source_tokens),
        tuple(piece for candidate in chosen for piece in candidate.target_tokens),
        tuple(rows),
    )
