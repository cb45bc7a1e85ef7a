"""The file as the store of a memory."""

from collections.abc import Callable
from pathlib import Path

from padanan.translate.memory.sqlite import index
from padanan.translate.memory.sqlite.database import Database
from padanan.translate.memory.sqlite.rows import Rows
from padanan.translate.memory.store import Answer, Reader, Writer


class File:
    """A store (`padanan.translate.memory.store.Store`) in a file.

    Args:
        path: The file, which is made if it is not there.
        patience: Seconds to wait for another padanan that is writing.

    Raises:
        InputError: It is damaged, not a memory, or of a later padanan. It is left as it is.
        OutputError: It cannot be opened or made, or another padanan keeps it busy.
    """

    def __init__(self, path: Path, patience: float) -> None:
        self._database = Database(path, patience)

    @property
    def place(self) -> Path:
        """The file."""
        return self._database.path

    def read(self, work: Callable[[Reader], Answer]) -> Answer:
        """Ask something of the file as it is at one moment."""
        with self._database.reading() as connection:
            return work(Rows(connection, self.place))

    def write(self, work: Callable[[Writer], Answer]) -> Answer:
        """Change something, wholly or not at all."""
        with self._database.writing() as connection:
            return work(Rows(connection, self.place))

    def sweep(self) -> None:
        """Take what has gone out of the index, and give free space back to the system."""
        with self._database.writing() as connection:
            index.sweep(connection)
        self._database.compact()

    def close(self) -> None:
        """Close the file."""
        self._database.close()
