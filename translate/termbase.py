"""The glossary of a run: no more of it is made ready than what is asked."""

from collections.abc import Callable, Iterable
from functools import cached_property

from padanan.glossary import Glossary
from padanan.translate.adherence import Use, senses, uses


class Termbase:
    """A glossary that is loaded when it is first asked.

    Loading takes as long as looking through hundreds of segments: a run with nothing to do, which
    the fingerprint tells, does without.

    Args:
        load: Loads it.
        fingerprint: What tells it from others, as `bilingual.fingerprint` does; empty if unknown.
    """

    def __init__(self, load: Callable[[], Glossary], fingerprint: str = "") -> None:
        self._load = load
        self.fingerprint = fingerprint

    @cached_property
    def glossary(self) -> Glossary:
        """The glossary.

        Raises:
            InputError: It cannot be read.
        """
        return self._load()


def uses_in(glossary: Glossary, pairs: Iterable[tuple[str, str]]) -> list[tuple[Use, ...]]:
    """What became of the terms of sources in their targets."""
    found = [(source, target, glossary.match(source)) for source, target in pairs]
    narrow = Glossary(senses(match for *_, matches in found for match in matches))
    return [uses(narrow, source, target, matches) for source, target, matches in found]
