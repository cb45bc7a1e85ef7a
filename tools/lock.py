"""Writes the locks anew: requirements.lock, and one in locks/ for each extra.

    uv run python tools/lock.py              # after a change of dependencies in pyproject.toml
    uv run python tools/lock.py --upgrade    # everything to its newest version

requirements.lock holds what every installation needs, and locks/EXTRA.lock what an extra needs
besides, so that nobody downloads a cluster to write a Word document. All of them agree: one version
of a package, whatever is installed together. They hold hashes and no addresses.
"""

import argparse
import re
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAIN = ROOT / "requirements.lock"
FOLDER = ROOT / "locks"

_COMPILE = (
    "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes",
    "--no-emit-index-url", "--no-annotate", "--no-header",
)  # fmt: skip


def extras() -> list[str]:
    """The names of the extras in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return sorted(project["optional-dependencies"])


def pins(lock: str) -> list[str]:
    """The entries of a lock: a requirement and its hashes each."""
    return [entry for entry in re.split(r"\n(?=\S)", lock.strip("\n")) if entry]


def _compile(into: Path, *options: str) -> str:
    """Have uv solve pyproject.toml; the versions that `into` has are kept where they can be."""
    subprocess.run([*_COMPILE, *options, "pyproject.toml", "-o", str(into)], cwd=ROOT, check=True)
    return into.read_text("utf-8")


def _write(path: Path, entries: Iterable[str]) -> None:
    path.write_text("".join(f"{entry}\n" for entry in entries), "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Write the locks anew.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    newest = ["--upgrade"] if parser.parse_args(arguments).upgrade else []
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        everything, some = Path(folder) / "everything.lock", Path(folder) / "some.lock"
        known = {
            entry
            for path in (MAIN, *FOLDER.glob("*.lock"))
            if path.exists()
            for entry in pins(path.read_text("utf-8"))
        }
        _write(everything, sorted(known))
        _compile(everything, "--all-extras", *newest)
        held = ("--constraint", str(everything))
        main_pins = pins(_compile(some, *held))
        _write(MAIN, main_pins)
        for stale in FOLDER.glob("*.lock"):
            stale.unlink()
        for extra in extras():
            some.unlink()
            wanted = pins(_compile(some, *held, "--extra", extra))
            _write(FOLDER / f"{extra}.lock", (pin for pin in wanted if pin not in main_pins))


if __name__ == "__main__":
    main()
