"""The curated glossary: concepts, their Indonesian terms and English renderings."""

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.english import RenderingForm
from padanan.glossary.glossary import Glossary
from padanan.glossary.match import Match
from padanan.glossary.problem import Problem, Severity
from padanan.glossary.renderings import RenderingMatch, Status
from padanan.glossary.table import GlossaryFile

__all__ = [
    "Concept",
    "Flag",
    "Glossary",
    "GlossaryFile",
    "Match",
    "PartOfSpeech",
    "Problem",
    "RenderingForm",
    "RenderingMatch",
    "Severity",
    "Status",
]
