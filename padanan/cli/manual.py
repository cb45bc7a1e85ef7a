"""Help that answers what a manual page answers.

click writes usage, description and options. Below them the same sections follow for every command,
in the same order and the same words: arguments, examples, exit codes, files, environment, see also.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from padanan.errors import ExitCode

Rows = Mapping[str, str]
"""What is named, and what is said of it."""

_ALWAYS: Mapping[ExitCode, str] = {
    ExitCode.DONE: "Done.",
    ExitCode.USAGE: "The command line was wrong; nothing was done.",
    ExitCode.INTERRUPTED: "Interrupted; what was finished is kept.",
}
"""The exit codes of every command."""


class _Manual(click.Command):
    """What commands and groups have in common.

    Args:
        about: What each argument is, by the name it has in the usage line.
        sections: Tables of what options can be given, by their titles.
        examples: A command line, and what it does.
        exit_codes: What exit codes mean that not every command has, or has in other words.
        files: Files that the command reads or writes without being told their names.
        environment: Variables that it looks at.
        see: Where more is to be read: pages of the documentation, other commands.
    """

    def __init__(
        self,
        *arguments: Any,
        about: Rows | None = None,
        sections: Mapping[str, Rows] | None = None,
        examples: Rows | None = None,
        exit_codes: Mapping[ExitCode, str] | None = None,
        files: Rows | None = None,
        environment: Rows | None = None,
        see: Sequence[str] = (),
        **keywords: Any,
    ) -> None:
        super().__init__(*arguments, **keywords)
        self.about = about or {}
        self.sections = sections or {}
        self.examples = examples or {}
        self.exit_codes = exit_codes
        self.files = files or {}
        self.environment = environment or {}
        self.see = see

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        _table(formatter, "Arguments", self.about)
        self.format_options(ctx, formatter)
        for title, rows in self.sections.items():
            _table(formatter, title, rows)
        self.format_epilog(ctx, formatter)
        if self.examples:
            with formatter.section("Examples"):
                for number, (line, meaning) in enumerate(self.examples.items()):
                    if number:
                        formatter.write_paragraph()
                    # A command line is to be copied, so it is not broken.
                    formatter.write(f"{'':{formatter.current_indent}}{line}\n")
                    with formatter.indentation():
                        formatter.write_text(meaning)
        if self.exit_codes is not None:
            codes = sorted(({**_ALWAYS, **self.exit_codes}).items())
            _table(formatter, "Exit codes", {str(int(code)): text for code, text in codes})
        _table(formatter, "Files", self.files)
        _table(formatter, "Environment", self.environment)
        if self.see:
            with formatter.section("See also"):
                formatter.write_text(", ".join(self.see))


class ManualCommand(_Manual):
    """A command with a manual."""

    def __init__(
        self, *arguments: Any, exit_codes: Mapping[ExitCode, str] | None = None, **keywords: Any
    ) -> None:
        super().__init__(*arguments, exit_codes=exit_codes or {}, **keywords)


class ManualGroup(_Manual, click.Group):
    """A group of commands with a manual, listed in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for; for one that there is not, name those like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from difflib import get_close_matches

            name = args[0]
            if name.startswith("-"):
                raise  # an option that there is not
            alike = get_close_matches(name, self.list_commands(ctx))
            also = f" Did you mean {' or '.join(alike)}?" if alike else ""
            raise click.UsageError(f"There is no command '{name}'.{also}", ctx) from None


def _table(formatter: click.HelpFormatter, title: str, rows: Rows) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(list(rows.items()))
