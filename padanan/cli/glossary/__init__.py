"""`padanan glossary`: keep the glossary, search and check it, exchange it with other tools."""

import click

from padanan.cli.lazy import LazyGroup

_COMMANDS = {
    "list": ("padanan.cli.glossary.asking", "List the concepts, all of them or some."),
    "find": ("padanan.cli.glossary.asking", "Look words up, Indonesian or English."),
    "add": ("padanan.cli.glossary.editing", "Add a concept."),
    "edit": ("padanan.cli.glossary.editing", "Change the concept that has this TERM."),
    "remove": ("padanan.cli.glossary.editing", "Remove the concepts that have these TERMS."),
    "check": ("padanan.cli.glossary.checking", "List what is wrong in the glossary."),
    "stats": ("padanan.cli.glossary.asking", "Count concepts, terms and renderings."),
    "import": ("padanan.cli.glossary.merging", "Take in terms from files of other tools."),
    "export": (
        "padanan.cli.glossary.exchanging",
        "Write the glossary, or some of it, for other tools.",
    ),
    "merge": (
        "padanan.cli.glossary.merging",
        "Take in another glossary, such as a colleague's terms.tsv.",
    ),
    "diff": (
        "padanan.cli.glossary.exchanging",
        "Show what leads from the glossary OLD to the glossary NEW.",
    ),
    "impact": ("padanan.cli.glossary.impact", "Show what a changed glossary would do to the work."),
    "extract": ("padanan.cli.glossary.extracting", "Propose terms the glossary does not have."),
}
"""Each command, the module that holds it, and the first line of its help (`LazyGroup`)."""


@click.group(
    cls=LazyGroup,
    lazy=_COMMANDS,
    files={"terms.tsv": "The glossary, in the current folder."},
    see=("docs/glossary.md", "docs/formats.md"),
)
def glossary() -> None:
    """Keep the glossary (terms.tsv), search it, check it, exchange it.

    The glossary is the file terms.tsv in the current folder. Where there is none, the one that
    comes with padanan is searched and exported; to have your own to change, start with: padanan
    glossary export terms.tsv
    """
