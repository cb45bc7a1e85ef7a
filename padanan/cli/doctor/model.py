"""Which model is in use, whether it works, and which others there are."""

import os
import time

from padanan.cli.doctor.line import Line, Lines, Where, shown, warning, wrong

_SENTENCE = "Presiden tiba di Jakarta pada hari Senin."


def model(where: Where) -> Lines:
    """The model that drafts are made with, tried on a sentence."""
    from padanan.errors import ModelError
    from padanan.translate.engine import catalogue

    named = where.desk.model or os.environ.get(catalogue.VARIABLE) or catalogue.EMBEDDED
    said = (
        f"as {where.desk.file.name} says"
        if where.desk.model and where.desk.file
        else f"as {catalogue.VARIABLE} says"
        if os.environ.get(catalogue.VARIABLE)
        else "the default"
    )
    try:
        package = catalogue.find(named)
    except ModelError as error:
        yield wrong(
            "model", error.message, "Use another: padanan model list shows those there are."
        )
    else:
        metadata = package.metadata
        yield Line("model", f"{package.name} {metadata.version} ({said})")
        yield from _tried(named)
    yield from _others()


def _tried(name: str) -> Lines:
    """Whether a model loads and translates."""
    from padanan.errors import ModelError
    from padanan.translate import engine

    start = time.perf_counter()
    try:
        ((best, *_),) = engine.load(name, beam=1, jobs=1).translate([_SENTENCE])
    except ModelError as error:
        yield wrong("model", error.message, "Install it again, or use another with --model.")
        return
    took = time.perf_counter() - start
    if best.text.strip() in ("", _SENTENCE):
        yield wrong("model", "it does not translate a sentence.", "Use another with --model.")
    else:
        yield Line("model", f"loads and translates, in {took:.1f} s: {_SENTENCE} - {best.text}")


def _others() -> Lines:
    """The packages that Argos Translate has installed."""
    from padanan.settings import argos_packages_folder
    from padanan.translate.engine import catalogue

    here = catalogue.installed()
    folder = shown(argos_packages_folder())
    names = [f"{package.name} {package.metadata.version}" for package in here.packages]
    yield Line("packages", f"{', '.join(names) or 'none installed'} (in {folder})")
    for damage in here.damaged:
        yield warning(
            "packages", damage.reason, "Remove the folder, and install the package again."
        )
