"""All checks there are, in the order in which reports tell them."""

from padanan.translate.checks.article import Article
from padanan.translate.checks.capitals import Capitalisation
from padanan.translate.checks.check import Check, Rule, WideCheck
from padanan.translate.checks.confidence import LowConfidence
from padanan.translate.checks.consistency import SameSourceDifferently, TermInconsistent
from padanan.translate.checks.language import Identical, IndonesianLeft
from padanan.translate.checks.marks import Brackets, DoubleSpace, EndPunctuation, Entities, Quotes
from padanan.translate.checks.names import Names
from padanan.translate.checks.repeats import DoubledWords, RepetitionLoop
from padanan.translate.checks.shape import LengthRatio, SentenceCount, Untranslated
from padanan.translate.checks.terms import TermAvoided, TermMissing
from padanan.translate.checks.values import ValueMissing

CHECKS: tuple[Check, ...] = (
    TermMissing(),
    TermAvoided(),
    ValueMissing(),
    Names(),
    Untranslated(),
    Identical(),
    IndonesianLeft(),
    RepetitionLoop(),
    DoubledWords(),
    Article(),
    SentenceCount(),
    LengthRatio(),
    Brackets(),
    Quotes(),
    EndPunctuation(),
    Capitalisation(),
    DoubleSpace(),
    Entities(),
    LowConfidence(),
)
"""The checks of one pair."""

WIDE: tuple[WideCheck, ...] = (TermInconsistent(), SameSourceDifferently())
"""The checks of pairs beside each other."""

ALL: tuple[Rule, ...] = (*CHECKS, *WIDE)
