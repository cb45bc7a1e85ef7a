"""A translation memory in a file of SQLite."""

from padanan.translate.memory.sqlite.file import File

__all__ = ["File"]
