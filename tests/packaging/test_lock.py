"""requirements.lock: hashed, without addresses, and following pyproject.toml."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _locked() -> dict[str, list[Requirement]]:
    locked: dict[str, list[Requirement]] = {}
    for line in LOCK.replace("\\\n", " ").splitlines():
        requirement = Requirement(line.partition("--hash")[0].strip())
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), f"{requirement.name} has no hash"
        locked.setdefault(requirement.name, []).append(requirement)
    return locked


def test_names_no_address() -> None:
    assert "://" not in LOCK
    assert "index" not in LOCK


def test_pins_every_dependency_to_a_version_that_fits() -> None:
    locked = _locked()
    for line in PROJECT["project"]["dependencies"]:
        wanted = Requirement(line)
        for pinned in locked[wanted.name]:
            (version,) = (specifier.version for specifier in pinned.specifier)
            assert wanted.specifier.contains(version), f"{wanted}: the lock has {version}"


def test_leaves_out_what_is_excluded() -> None:
    excluded = PROJECT["tool"]["uv"]["exclude-dependencies"]
    assert {"torch", "stanza", "spacy", "minisbd"} <= set(excluded)
    assert not _locked().keys() & set(excluded)
    assert "nvidia" not in LOCK
