"""What the desk works with: glossary, memory, model. Each is loaded when it is first asked."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from padanan.desk import Desk
from padanan.errors import InputError, PadananError
from padanan.glossary import Glossary
from padanan.translate.checks import CheckSettings
from padanan.translate.engine import Engine, load
from padanan.translate.memory import Memory

if TYPE_CHECKING:
    from padanan.tui.keymap import Keys

BEAM = 4
"""How many candidates the model weighs where the settings do not say it."""


class Tools:
    """The tools of one desk. Asking may take seconds: it is for workers, of which several may ask.

    Args:
        desk: The settings.
        glossary_file: The glossary; None for none.
        folder: The folder of articles that the desk was opened on; None for one article.

    Attributes:
        desk: The settings.
        glossary_file: The glossary's file.
        folder: The folder of articles that the desk was opened on; None for one article.
        checks: Which checks run, and how strictly.
        trouble: What was wrong with the glossary, in a sentence; empty while all is well. The
            desk works on without it.

    Raises:
        InputError: The settings of the checks say something they cannot say.
    """

    def __init__(
        self, desk: Desk, glossary_file: Path | None = None, folder: Path | None = None
    ) -> None:
        self.desk = desk
        self.folder = folder
        self.glossary_file = glossary_file
        self.checks = CheckSettings.from_table(desk.checks, str(desk.file))
        self.trouble = ""
        self._lock = Lock()
        self._engine_lock = Lock()
        self._glossary: Glossary | None = None
        self._loaded = False
        self._engine: Engine | None = None

    @cached_property
    def keys(self) -> "Keys":
        """Which keys do what on the screen.

        Raises:
            InputError: The settings of the keys say something they cannot say.
        """
        # Not for the desk in lines, which does without Textual.
        from padanan.tui.keymap import Keys

        return Keys(self.desk.keys, str(self.desk.file))

    def glossary(self) -> Glossary | None:
        """The glossary; None where there is none, or it cannot be read."""
        with self._lock:
            if not self._loaded and self.glossary_file is not None:
                try:
                    self._glossary = Glossary.load(self.glossary_file)
                    self._glossary.match("")  # builds what matching needs
                    self.trouble = ""
                except InputError as error:
                    self.trouble = error.message
            self._loaded = True
            return self._glossary

    def renew_glossary(self) -> Glossary | None:
        """The glossary as its file is now."""
        with self._lock:
            self._loaded = False
        return self.glossary()

    @contextmanager
    def engine(self) -> Iterator[Engine]:
        """The engine, for one worker at a time; others wait until it is done.

        Raises:
            ModelError: There is no such package, or it cannot be used.
        """
        with self._engine_lock:
            if self._engine is None:
                self._engine = load(self.desk.model, beam=self.desk.beam or BEAM)
            yield self._engine

    @contextmanager
    def memory(self) -> Iterator[Memory | None]:
        """The translation memory, if it is there and can be opened."""
        memory = None
        with suppress(PadananError):
            memory = Memory.find(self.desk.memory, patience=2.0)
        try:
            yield memory
        finally:
            if memory is not None:
                memory.close()
