"""docs/checks.md says what the checks are, with examples in which they find something.

Its second half is made from the checks; to make it anew:
`PYTHONPATH=tests/checks uv run python tests/checks/test_checks_guide.py`.
"""

from pathlib import Path
from textwrap import fill

import pytest
from checkpairs import pair

from padanan.translate.bilingual import State
from padanan.translate.checks import ALL, Pair, check_all
from padanan.translate.checks.check import Rule

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
MARK = "<!-- made from the checks; see tests/checks/test_checks_guide.py -->\n"

EXAMPLES: dict[str, list[Pair]] = {
    "term-missing": [pair("Mereka meminta jaminan keamanan.", "They asked for protection.")],
    "term-avoided": [pair("Ekspor minyak mentah naik.", "Exports of raw oil rose.")],
    "value-missing": [pair("Ada 5.000 warga.", "There are 5.000 residents.")],
    "names": [pair("Kata Jens Stolterbeck kemarin.", "Jens Stoterbek said yesterday.")],
    "untranslated": [pair("Ia pulang.", "", state=State.EMPTY)],
    "identical": [pair("Warga mengungsi ke bukit.", "Warga mengungsi ke bukit.")],
    "indonesian-left": [pair("Namun, warga tetap tinggal.", "Namun, residents stayed.")],
    "repetition-loop": [pair("Ia pulang.", "He went home and went home and went home and left.")],
    "doubled-words": [pair("Ia pulang ke desa.", "He went to the the village.")],
    "article": [pair("Itu sebuah tawaran.", "It is a offer.")],
    "sentence-count": [pair("Ia datang. Ia melihat. Ia menang.", "He came, saw, and won.")],
    "length-ratio": [
        pair("Ia pulang ke desa setelah bekerja bertahun-tahun di kota besar.", "He went home.")
    ],
    "brackets": [pair("Warga desa itu (55) pulang.", "The villager (55 went home.")],
    "quotes": [pair('"Saya pulang," katanya.', "“I am going home, he said.")],
    "end-punctuation": [pair("Ia pulang?", "He went home.")],
    "capitalisation": [pair("Ia pulang.", "he went home.")],
    "double-space": [pair("Ia pulang.", "He  went home .")],
    "entities": [pair('"Saya pulang."', "&quot;I am going home.&quot;")],
    "low-confidence": [pair("Ia pulang.", "It return.", confidence=0.12)],
    "term-inconsistent": [
        pair("Harga minyak mentah naik.", "The price of crude oil rose.", id="1"),
        pair("Minyak mentah mahal.", "Crude is dear.", id="2"),
    ],
    "same-source-differently": [
        pair("Ia pulang.", "He went home.", id="1"),
        pair("Ia pulang.", "She left.", id="2"),
    ],
}


def reference() -> str:
    """The part of the guide that is made from the checks."""
    parts = [MARK]
    for check in ALL:
        parts.append(f"### `{check.id}` ({check.severity})\n")
        parts.append(fill(check.description, 100, break_on_hyphens=False) + "\n")
        for one in EXAMPLES[check.id]:
            parts.append(f"> {one.source}<br>\n> {one.target or '…'}\n")
        finding = next(each for each in check_all(EXAMPLES[check.id]) if each.check == check.id)
        parts.append(fill(finding.message, 100, break_on_hyphens=False) + "\n")
        if check.limits:
            parts.append("| setting | as it comes | |\n|---|---|---|")
            parts += [f"| `{one.name}` | {one.default:g} | {one.about} |" for one in check.limits]
            parts.append("")
    return "\n".join(parts).rstrip("\n") + "\n"


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.id)
def test_the_example_of_a_check_is_one(check: Rule) -> None:
    assert check.id in {finding.check for finding in check_all(EXAMPLES[check.id])}


def test_the_guide_is_up_to_date() -> None:
    text = GUIDE.read_text("utf-8")
    assert text[text.index(MARK) :] == reference()


if __name__ == "__main__":
    text = GUIDE.read_text("utf-8")
    GUIDE.write_text(text[: text.index(MARK)] + reference(), "utf-8")
