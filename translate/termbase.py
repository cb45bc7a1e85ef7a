"""The glossary of a run: loaded only when there is something to ask it."""

from collections.abc import Callable
from functools import cached_property

from padanan.glossary import Glossary


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
