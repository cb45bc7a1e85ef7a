"""A translation memory on a PostgreSQL server, shared by a newsroom."""

from padanan.translate.memory.postgres.server import Server

__all__ = ["Server"]
