"""What a run works with: the engine, and the language resources of the desk."""

from dataclasses import dataclass, field

from padanan.glossary import Glossary
from padanan.translate.checks import CheckSettings
from padanan.translate.engine.protocol import Engine
from padanan.translate.recall import Recall
from padanan.translate.termbase import Termbase


@dataclass(frozen=True, slots=True)
class Resources:
    """The engine, the glossary, the memory and the settings of the checks.

    Attributes:
        engine: What drafts.
        termbase: The glossary that drafts are held to; None for none.
        memory: What people have approved before; None where it is not to be used.
        checks: How strict the checks are.
    """

    engine: Engine
    termbase: Termbase | None = None
    memory: Recall | None = None
    checks: CheckSettings = field(default_factory=CheckSettings)

    @property
    def glossary(self) -> Glossary | None:
        """The glossary, loaded by now; None for none."""
        return None if self.termbase is None else self.termbase.glossary
