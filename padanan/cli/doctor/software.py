"""What is installed: padanan, Python, the libraries, the extras."""

import json
import platform
import sys
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import padanan
from padanan.cli.doctor.line import Line, Lines, Where, shown, warning, wrong
from padanan.errors import how_to_add

if TYPE_CHECKING:
    from packaging.requirements import Requirement

EXTRAS = {
    "cluster": "many machines (padanan translate --cluster)",
    "docx": "Word documents (padanan export --to docx)",
    "postgres": "one memory for many, on a PostgreSQL server",
    "web": "the desk in a browser (padanan review --web)",
    "xlsx": "glossaries in Excel's format",
}
"""What each optional part gives."""

MODULES = {
    "charset-normalizer": "charset_normalizer",
    "markdown-it-py": "markdown_it",
    "python-docx": "docx",
    "textual-serve": "textual_serve",
}
"""What libraries are imported as, where that is not their name."""

_AGAIN = "Install padanan again; README.md tells how."


def software(where: Where) -> Lines:  # noqa: ARG001
    """padanan and what it needs."""
    yield Line("padanan", f"{padanan.__version__}, in {shown(Path(padanan.__file__).parent)}")
    yield from _files()
    python = f"{platform.python_implementation()} {platform.python_version()}"
    kept = "of its own environment" if sys.prefix != sys.base_prefix else "of the system"
    yield Line("Python", f"{python}, {kept}, in {shown(Path(sys.prefix))}")
    yield Line("platform", f"{platform.system()} {platform.release()}, {platform.machine()}")
    yield from _libraries()
    yield from _extras()


def _files() -> Lines:
    """Whether all of padanan is there that was installed."""
    try:
        installed = metadata.distribution("padanan")
    except metadata.PackageNotFoundError:
        yield warning("padanan", "is not installed, but run from its folder.", _AGAIN)
        return
    if installed.version != padanan.__version__:
        yield warning(
            "padanan", f"was installed as {installed.version}, and is another one now.", _AGAIN
        )
    if _is_editable(installed):
        yield Line("files", "used from where they are edited")
        return
    files = installed.files or []
    missing = [str(file) for file in files if not Path(str(file.locate())).exists()]
    if missing:
        some = ", ".join(missing[:3])
        yield wrong("files", f"{len(missing)} of {len(files)} are missing: {some}.", _AGAIN)
        return
    changed = [str(file) for file in files if file.size not in (None, _size(file))]
    if changed:
        some = ", ".join(changed[:3])
        yield warning("files", f"{len(changed)} are not as they were installed: {some}.", _AGAIN)
    else:
        yield Line("files", f"{len(files)}, all there")


def _size(file: metadata.PackagePath) -> int:
    return Path(str(file.locate())).stat().st_size


def _is_editable(installed: metadata.Distribution) -> bool:
    try:
        told = json.loads(installed.read_text("direct_url.json") or "{}")
        return bool(told.get("dir_info", {}).get("editable"))
    except (ValueError, AttributeError):
        return False


def _libraries() -> Lines:
    """What padanan cannot do without."""
    there: list[str] = []
    for requirement in _requirements(""):
        trouble = _trouble(requirement)
        if trouble:
            yield wrong("libraries", trouble, _AGAIN)
        else:
            there.append(f"{requirement.name} {metadata.version(requirement.name)}")
    if there:
        yield Line("libraries", ", ".join(there))


def _extras() -> Lines:
    """What padanan can do without."""
    for extra, gives in EXTRAS.items():
        wanted = list(_requirements(extra))
        troubles = [trouble for one in wanted if (trouble := _trouble(one))]
        if not wanted:
            continue
        if not troubles:
            versions = ", ".join(f"{one.name} {metadata.version(one.name)}" for one in wanted)
            yield Line(f"extra {extra}", f"there, for {gives}: {versions}")
        elif len(troubles) == len(wanted):
            yield Line(f"extra {extra}", f"not installed; it gives {gives}")
        else:
            yield warning(
                f"extra {extra}",
                f"half installed: {' '.join(troubles)}",
                f"For {gives}: {how_to_add(extra)}",
            )


def _requirements(extra: str) -> "Iterator[Requirement]":
    """What padanan needs, or one of its extras does, here and now."""
    from packaging.requirements import Requirement

    try:
        told = metadata.requires("padanan") or []
    except metadata.PackageNotFoundError:
        told = []
    for one in map(Requirement, told):
        of_extra = one.marker is not None and "extra" in str(one.marker)
        if of_extra == bool(extra) and (
            one.marker is None or one.marker.evaluate({"extra": extra})
        ):
            yield one


def _trouble(requirement: "Requirement") -> str:
    """What is the matter with a library, or nothing."""
    name = requirement.name
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return f"{name} is not installed."
    if not requirement.specifier.contains(version, prereleases=True):
        return f"{name} {version} is installed, where {requirement.specifier} is needed."
    if find_spec(MODULES.get(name, name.replace("-", "_"))) is None:
        return f"{name} {version} is installed, but its files are not there."
    return ""
