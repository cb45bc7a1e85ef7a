"""The tables that come with the glossary: rows of `data/`, comments left out."""

from pathlib import Path

DATA = Path(__file__).with_name("data")
"""Where they lie, with the glossary that comes with padanan."""


def rows(name: str) -> list[list[str]]:
    """The cells of a table's rows.

    Args:
        name: The table's file in `data/`: UTF-8, tabs between cells, comments after “#”.
    """
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
