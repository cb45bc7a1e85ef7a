"""`padanan model`: which translation models there are, and getting another."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from padanan.cli.manual import ManualCommand, ManualGroup
from padanan.cli.talk import data, data_json, inert, say
from padanan.errors import ExitCode, ModelError

if TYPE_CHECKING:
    from padanan.translate.engine.install import Offer
    from padanan.translate.engine.package import Package

_INDEX = click.option(
    "--index",
    metavar="URL",
    help="Look in this package index instead of Argos Translate's own.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


@click.group(name="model", cls=ManualGroup, see=("README.md", "padanan doctor"))
def model() -> None:
    """List, install and inspect translation models.

    padanan comes with a model, so none of this is needed to translate. Other models are Argos
    Translate packages from Indonesian to English; what is installed here is installed for Argos
    Translate too, and the other way round.
    """


@model.command(
    name="list",
    cls=ManualCommand,
    examples={
        "padanan model list": "The models on this machine.",
        "padanan model list --available": (
            "Also those that can be installed; asks the package index."
        ),
    },
    exit_codes={
        ExitCode.FINDINGS: "Done, but some packages are damaged.",
        ExitCode.NO_MODEL: "The package index could not be read.",
    },
    environment={
        "PADANAN_MODEL": "The model to use where no other is named.",
        "ARGOS_PACKAGES_DIR": "Where Argos Translate keeps its packages.",
        "ARGOS_PACKAGE_INDEX": "The address of the package index.",
    },
    see=("README.md", "padanan model install"),
)
@click.option("--available", is_flag=True, help="Also ask the package index (goes online).")
@_INDEX
@_JSON
def list_(available: bool, index: str | None, as_json: bool) -> None:
    """List the models there are."""
    from padanan.translate.engine import catalogue

    problems: list[str] = []
    rows: list[dict[str, Any]] = []
    try:
        rows.append(_row(catalogue.embedded()))
    except ModelError as error:
        problems.append(error.message)
    here = catalogue.installed()
    rows += [_row(package) for package in here.packages]
    problems += [damage.reason for damage in here.damaged]
    unreachable: ModelError | None = None
    if available or index:
        from padanan.translate.engine.install import read_index

        folders = {package.folder.name for package in here.packages}
        try:
            offers = read_index(index)
        except ModelError as error:
            unreachable = error  # told last, after what there is
        else:
            rows += [_offered(offer) for offer in offers if offer.folder_name not in folders]
    if as_json:
        told = [*problems, unreachable.message] if unreachable else problems
        data_json({"models": rows, "problems": told})
    else:
        for row in rows:
            size = _megabytes(row["size"]) if row["size"] else ""
            data(f"{row['origin']:<10} {row['name']:<24} {size:>9}  {row['use']}")
    for problem in problems:
        say(problem)
    if unreachable:
        raise unreachable
    if problems:
        click.get_current_context().exit(ExitCode.FINDINGS)


@model.command(
    cls=ManualCommand,
    about={
        "PACKAGE_OR_FILE": (
            "A package's name in the index, or the path of an .argosmodel file.  "
            "[default: the newest from Indonesian to English]"
        ),
    },
    examples={
        "padanan model install": "The stock Argos Translate package; goes online.",
        "padanan model install translate-id_en-1_9.argosmodel": (
            "From a file that was fetched elsewhere."
        ),
    },
    exit_codes={
        ExitCode.NO_MODEL: "There is no such package, or it could not be fetched.",
        ExitCode.BAD_INPUT: "It could not be written.",
    },
    environment={
        "PADANAN_MODEL": "The model to use where no other is named.",
        "ARGOS_PACKAGES_DIR": "Where Argos Translate keeps its packages.",
        "ARGOS_PACKAGE_INDEX": "The address of the package index.",
    },
    see=("README.md", "padanan model list"),
)
@click.argument("package_or_file", required=False)
@_INDEX
def install(package_or_file: str | None, index: str | None) -> None:
    """Install a model from the package index or from a file.

    A download that was cut off is taken up where it stopped.
    """
    from padanan.translate.engine import catalogue
    from padanan.translate.engine.install import choose, install_file, install_offer, read_index

    path = Path(package_or_file or "")
    there = os.path.isfile(path)  # noqa: PTH113 - pathlib's raises where a name is too long
    if package_or_file and (
        path.suffix == catalogue.SUFFIX or path.name != package_or_file or there
    ):
        installation = install_file(path)
    else:
        offer = choose(read_index(index), package_or_file)
        with _progress(offer.folder_name) as on_progress:
            installation = install_offer(offer, on_progress)
    package = installation.package
    state = (
        "was installed already"
        if installation.already
        else "was installed anew"
        if installation.replaced
        else "is installed"
    )
    data(f"{package.folder.name} {state}: {package.folder}")
    newest = catalogue.installed().packages[0].folder == package.folder
    spec = catalogue.NEWEST_INSTALLED if newest else package.folder.name
    say(f"Use it with: padanan translate --model {spec}")


@model.command(
    cls=ManualCommand,
    about={
        "MODEL": "What --model of padanan translate takes.  [default: the model used by default]"
    },
    examples={
        "padanan model info": "The card of the model in use: data, licences, scores.",
        "padanan model info argos --json": "Of the newest one installed, for a program.",
    },
    exit_codes={ExitCode.NO_MODEL: "There is no such model, or it is damaged."},
    environment={
        "PADANAN_MODEL": "The model to use where no other is named.",
        "ARGOS_PACKAGES_DIR": "Where Argos Translate keeps its packages.",
        "ARGOS_PACKAGE_INDEX": "The address of the package index.",
    },
    see=("training/README.md", "padanan model list"),
)
@click.argument("spec", metavar="[MODEL]", required=False)
@_JSON
def info(spec: str | None, as_json: bool) -> None:
    """Show what a model is, where it is from and on what terms.

    MODEL is what `padanan translate --model` takes; without it, the model used by default.
    """
    from padanan.translate.engine.catalogue import find
    from padanan.translate.engine.package import printable

    package = find(spec)
    metadata = package.metadata
    facts = {
        "name": printable(package.folder.name),
        "code": package.code,
        "version": package.version,
        "from": f"{metadata.from_name} ({metadata.from_code})",
        "to": f"{metadata.to_name} ({metadata.to_code})",
        "origin": package.origin,
        "folder": printable(str(package.folder)),
        "size": package.size,
        "tokenizer": package.tokenizer,
        "sha256": package.fingerprint,
    }
    readme = inert(package.readme())
    if as_json:
        data_json({**facts, "readme": readme})
        return
    facts["size"] = _megabytes(package.size)
    for name, value in facts.items():
        data(f"{name:<10} {value}")
    if not readme.strip():
        return
    data("")
    if not sys.stdout.isatty():
        data(readme.rstrip())
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(readme, hyperlinks=False))


def _row(package: "Package") -> dict[str, Any]:
    from padanan.translate.engine.package import printable

    name = printable(package.folder.name)
    return {
        "origin": package.origin,
        "name": name,
        "version": package.version,
        "size": package.size,
        "folder": str(package.folder),
        "use": f"--model {package.origin if package.origin == 'embedded' else name}",
    }


def _offered(offer: "Offer") -> dict[str, Any]:
    return {
        "origin": "available",
        "name": offer.folder_name,
        "version": offer.metadata.version,
        "size": offer.size,
        "links": list(offer.links),
        "use": f"padanan model install {offer.folder_name}",
    }


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int, int | None], None] | None]:
    """A progress bar on stderr if that is a terminal; else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
