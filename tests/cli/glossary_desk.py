"""A folder with a good glossary in it, and `padanan glossary` run there."""

from click.testing import CliRunner, Result

from padanan.cli.glossary import glossary

HEADER = "id\ten\tavoid\tpos\tdomain\tflags\tnote\n"
AS = "AS|Amerika Serikat\tUnited States|US\t\tname\tplace\tcase\n"
JAMINAN = (
    "jaminan keamanan\tsecurity guarantee|US guarantee\tsecurity assurance\tnoun\tdiplomacy\t\t"
    "Binding.\n"
)
GOOD = HEADER + AS + JAMINAN


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run `padanan glossary ARGUMENTS` in this process."""
    return CliRunner().invoke(
        glossary, arguments, input=stdin, standalone_mode=False, catch_exceptions=False
    )
