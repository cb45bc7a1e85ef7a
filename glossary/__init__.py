"""The curated glossary: concepts, their Indonesian terms and English renderings."""

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.problem import Problem, Severity
from padanan.glossary.table import Glossary

__all__ = ["Concept", "Flag", "Glossary", "PartOfSpeech", "Problem", "Severity"]
