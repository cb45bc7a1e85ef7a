"""What one row of the glossary says."""

from dataclasses import dataclass
from enum import StrEnum


class PartOfSpeech(StrEnum):
    """What kind of words a concept's terms and renderings are."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    PHRASE = "phrase"
    """Several words that are none of the others together: "mengikat secara hukum"."""

    NAME = "name"
    """A proper name: capitals stay as the rendering has them."""


class Flag(StrEnum):
    """How a concept's terms are to be matched and rendered, where that is out of the ordinary."""

    CASE = "case"
    """The terms match only with the capitals they have in the glossary: AS (United States), not
    "as"."""

    KEEP = "keep"
    """The terms stay as they are in English; the preferred rendering repeats one of them."""

    EXACT = "exact"
    """The terms match as they stand, in no inflected form."""


_NO_FLAGS = frozenset[Flag]()


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept: its Indonesian terms and what they are to be, and not to be, in English.

    Attributes:
        terms: Indonesian terms, the preferred one first; never empty.
        renderings: English renderings, the preferred one first, then the admitted; never empty.
        avoided: English renderings not to use.
        pos: The part of speech, None where the row leaves it open.
        domain: The subject field in a word or two ("law", "disaster"), or empty.
        flags: Special handling.
        note: What a translator should know, or empty.

    Raises:
        ValueError: There is no term, or no rendering, or a part of speech or flag that is none.
        TypeError: One text stands where there should be several.
    """

    terms: tuple[str, ...]
    renderings: tuple[str, ...]
    avoided: tuple[str, ...] = ()
    pos: PartOfSpeech | None = None
    domain: str = ""
    flags: frozenset[Flag] = _NO_FLAGS
    note: str = ""

    def __post_init__(self) -> None:
        for name in ("terms", "renderings", "avoided"):
            texts = getattr(self, name)
            if isinstance(texts, str):
                raise TypeError(f"{name} are a tuple of texts, not one text: ({texts!r},)")
            if type(texts) is not tuple:
                object.__setattr__(self, name, tuple(texts))
        if self.pos is not None and type(self.pos) is not PartOfSpeech:
            object.__setattr__(self, "pos", PartOfSpeech(self.pos))
        if self.flags != _NO_FLAGS or type(self.flags) is not frozenset:
            object.__setattr__(self, "flags", frozenset(map(Flag, self.flags)))
        if not self.terms or not self.renderings:
            raise ValueError("a concept has at least one term and one rendering")

    @property
    def preferred(self) -> str:
        """The rendering to use."""
        return self.renderings[0]

    @property
    def admitted(self) -> tuple[str, ...]:
        """The other renderings that are accepted, best first."""
        return self.renderings[1:]

    @property
    def sort_key(self) -> str:
        """What the glossary's rows are sorted by: the first term, capitals ignored."""
        return self.terms[0].casefold()
