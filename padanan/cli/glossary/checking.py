"""`padanan glossary check`: what is wrong in the glossary."""

from pathlib import Path

import click

from padanan.cli.glossary import files
from padanan.cli.glossary.showing import problem_dicts
from padanan.cli.manual import ManualCommand
from padanan.cli.talk import count, data, data_json, read_stdin, say
from padanan.errors import ExitCode, InputError, UsageError


@click.command(
    cls=ManualCommand,
    about={
        "FILE": (
            "The glossary to check, or - for standard input.  [default: what -g "
            "names, terms.tsv here, or the one that comes with padanan]"
        ),
    },
    examples={
        "padanan glossary check": "Everything to mend in terms.tsv.",
        "padanan glossary check theirs.tsv --json": "Of another glossary, for a program.",
        "padanan glossary check --corpus archive/": (
            "Also the terms that no text of an archive has."
        ),
    },
    exit_codes={
        ExitCode.DONE: "There is nothing to mend.",
        ExitCode.FINDINGS: "There is.",
        ExitCode.BAD_INPUT: "The glossary, or some texts, could not be read.",
    },
    files=files.HERE_IS,
    see=("docs/glossary.md", "padanan check"),
)
@click.argument("named", metavar="[FILE]", type=files.PATH, required=False)
@click.option(
    "--corpus",
    type=files.PATH,
    multiple=True,
    help="Also list terms that are never found in this file or folder of Indonesian texts "
    "(articles, bilingual files, lines in .txt, .xz, .gz); may be given again and again.",
)
@files.to_read
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON list.")
def check(
    named: Path | None, corpus: tuple[Path, ...], file: Path | None, as_json: bool
) -> ExitCode:
    """List what is wrong in the glossary.

    One problem a line, which reads file:line:position: column: message. Looked for are rows that
    break a rule, duplicates, rows that contradict each other, slips of capitals and spaces, terms
    that are never found, and renderings that cannot be told apart.
    """
    from padanan.cli.glossary.texts import sentences
    from padanan.glossary import GlossaryFile, consistency

    if named is not None and file is not None:
        raise UsageError("the glossary was named twice. Name it as FILE or with -g.")
    path = files.readable(named or file)
    if path == files.STANDARD:
        loaded = GlossaryFile(Path("standard input"), read_stdin())
    else:
        files.expect(path)
        loaded = GlossaryFile.load(path)
    problems = consistency.check(loaded)
    unread: list[InputError] = []
    if corpus:
        texts = (sentence.source for sentence in sentences(corpus, unread))
        unattested = consistency.unattested(loaded, texts)
        problems = consistency.in_order((*problems, *unattested))
    name = files.name(path)
    if as_json:
        data_json(problem_dicts(name, problems))
    else:
        for problem in problems:
            data(problem.located(name))
        say(f"{name}: {count(len(loaded.concepts), 'concept')}, {count(len(problems), 'problem')}.")
    if unread:
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if problems else ExitCode.DONE
