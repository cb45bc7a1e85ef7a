"""Mending drafts where a check knows how."""

from dataclasses import replace
from pathlib import Path

from padanan.errors import InputError
from padanan.glossary import Glossary
from padanan.translate.bilingual import Entry, State, load, save
from padanan.translate.checks.gather import pair_of
from padanan.translate.checks.pair import Severity
from padanan.translate.checks.run import check_pair
from padanan.translate.checks.settings import CheckSettings
from padanan.translate.lock import PATIENCE, hold

_ROUNDS = 10
"""How many fixes a draft is given at most; each is checked anew, for one may bring up another."""


def mend(
    path: Path, glossary: Glossary | None, settings: CheckSettings, least: Severity = Severity.NOTE
) -> int:
    """Put the fixes of findings into the drafts of a bilingual file.

    Approved targets are never touched. What is mended counts as a person's change: it is not
    drafted anew.

    Args:
        path: The bilingual file.
        glossary: The terms.
        settings: Which checks run, and how strictly.
        least: The least severe findings that are mended.

    Returns:
        How many drafts were changed.

    Raises:
        InputError: There is no such file, or it cannot be read.
        OutputError: It cannot be written, or another padanan is writing there.
    """
    if not path.exists():
        raise InputError(f"{path}: there is no such file.")
    with hold(path.parent, PATIENCE):
        bilingual = load(path)
        if bilingual is None:
            raise InputError(f"{path}: there is no such file.")
        entries = tuple(_mended(entry, glossary, settings, least) for entry in bilingual.entries)
        changed = sum(new != old for new, old in zip(entries, bilingual.entries, strict=True))
        if changed:
            save(path, replace(bilingual, entries=entries))
    return changed


def _mended(
    entry: Entry, glossary: Glossary | None, settings: CheckSettings, least: Severity
) -> Entry:
    if entry.state is not State.DRAFT:
        return entry
    for _ in range(_ROUNDS):
        findings = check_pair(pair_of(entry, "", glossary), settings)
        fixes = (f.fix for f in findings if f.fix is not None and f.severity.rank <= least.rank)
        fix = next(fixes, None)
        if fix is None or fix == entry.target or not fix.strip():
            break
        # What the machine noted about its own draft is not about this text.
        entry = replace(entry, target=fix, findings=())
    return entry
