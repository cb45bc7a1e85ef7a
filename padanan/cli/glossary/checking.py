"""`padanan glossary check`: what is wrong in the glossary."""

from pathlib import Path

import click

from padanan.cli.glossary import files
from padanan.cli.glossary.showing import problem_dicts
from padanan.cli.talk import count, data, data_json, read_stdin, say
from padanan.errors import ExitCode


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON list.")
def check(file: Path | None, as_json: bool) -> ExitCode:
    """List what is wrong in FILE (default: terms.tsv).

    One problem a line, which reads file:line:position: column: message. With - the glossary is
    read from standard input. Exit code 1 if there is anything to mend.
    """
    from padanan.glossary import GlossaryFile

    path = files.readable(file)
    piped = path == Path("-")
    loaded = GlossaryFile(path, read_stdin()) if piped else GlossaryFile.load(path)
    name = files.name(path)
    if as_json:
        data_json(problem_dicts(name, loaded.problems))
    else:
        for problem in loaded.problems:
            data(problem.located(name))
        say(
            f"{name}: {count(len(loaded.concepts), 'concept')}, "
            f"{count(len(loaded.problems), 'problem')}."
        )
    return ExitCode.FINDINGS if loaded.problems else ExitCode.DONE
