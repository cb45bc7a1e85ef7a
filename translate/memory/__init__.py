"""The translation memory: approved pairs, searchable exactly and by likeness; TMX in and out."""

from padanan.translate.memory.choice import Choice, Stats
from padanan.translate.memory.diff import Op, Piece, marked_diff, word_diff
from padanan.translate.memory.memory import Memory
from padanan.translate.memory.normal import normalised
from padanan.translate.memory.person import person
from padanan.translate.memory.score import score
from padanan.translate.memory.unit import Hit, HitKind, Unit, now

__all__ = [
    "Choice",
    "Hit",
    "HitKind",
    "Memory",
    "Op",
    "Piece",
    "Stats",
    "Unit",
    "marked_diff",
    "normalised",
    "now",
    "person",
    "score",
    "word_diff",
]
