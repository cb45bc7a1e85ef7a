"""`padanan doctor`: what is installed, what is wrong, and what to do."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.glossary.files import PATH, as_json
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, inert, say
from padanan.errors import ExitCode

if TYPE_CHECKING:
    from padanan.cli.doctor.line import Line, Where


@click.command(
    cls=ManualCommand,
    examples={
        "padanan doctor": "Look at this installation, and at the desk in out/.",
        "padanan doctor -o english/ > doctor.txt": "The same of another desk, for a bug report.",
    },
    exit_codes={
        ExitCode.DONE: "All is well.",
        ExitCode.FINDINGS: "There is something to look at.",
    },
    environment={
        "PADANAN_MODEL": "The model that is tried, where padanan.toml names none.",
        "ARGOS_PACKAGES_DIR": "Where other models are looked for.",
    },
    see=("docs/desk.md", "padanan check", "padanan glossary check", "padanan model list"),
)
@click.option(
    "-o",
    "--output",
    "results",
    type=PATH,
    default=Path("out"),
    show_default=True,
    help="The folder of results to look at.",
)
@as_json
def doctor(results: Path, as_json: bool) -> ExitCode:
    """Tell what is installed, what is wrong, and what to do.

    Looked at are padanan itself and its libraries, the model (which translates a sentence), the
    glossary, the translation memory, the desk in the folder of results, the terminal, the folders
    padanan writes to, the disk and the clock. Each line is ok, a warning, or wrong; below it stands
    what to do.

    Nothing is changed, and nothing goes online. What is printed can be pasted into a bug report:
    no text of an article is in it, and your home folder is called ~.
    """
    from padanan.cli.doctor import desk, machine, model, resources, software
    from padanan.cli.doctor.line import State, examined

    where = _where(results)
    looked_at = {
        title: list(examined(examination, where))
        for title, examination in (
            ("Installation", software.software),
            ("Model", model.model),
            ("Glossary", resources.glossary),
            ("Memory", resources.memory),
            ("Desk", desk.desk),
            ("Terminal", machine.terminal),
            ("Folders", machine.folders),
            ("Clock", machine.clock),
        )
    }
    if as_json:
        data_json(
            [
                {
                    "part": title.lower(),
                    "about": line.about,
                    "state": line.state,
                    "says": line.says,
                    "do": line.do,
                }
                for title, lines in looked_at.items()
                for line in lines
            ]
        )
    else:
        for number, (title, lines) in enumerate(looked_at.items()):
            data(("\n" if number else "") + title)
            _tell(lines)
    amiss = [line for lines in looked_at.values() for line in lines if line.state is not State.OK]
    say(f"{count(len(amiss), 'thing')} to look at." if amiss else "All is well.")
    return ExitCode.FINDINGS if amiss else ExitCode.DONE


def _where(results: Path) -> "Where":
    """What is to be looked at."""
    from padanan.cli.doctor.line import Where
    from padanan.desk import MEMORY, Desk
    from padanan.errors import PadananError

    try:
        return Where(results, Desk.find(results))
    except (PadananError, OSError) as error:
        return Where(results, Desk(memory=results / MEMORY), str(error))


def _tell(lines: "Iterable[Line]") -> None:
    """Lines for a person."""
    from textwrap import fill

    for line in lines:
        data(
            fill(
                inert(f"{line.state:<8} {line.about}: {line.says}"),
                width=100,
                initial_indent="  ",
                subsequent_indent=" " * 11,
                break_long_words=False,
                break_on_hyphens=False,
            )
        )
        if line.do:
            data(fill(inert(line.do), 100, initial_indent=" " * 11, subsequent_indent=" " * 11))
