"""Sentence boundaries against marked text."""

from pathlib import Path

import pytest

from padanan.translate.segment import split

HERE = Path(__file__).parent


def read(path: Path) -> list[tuple[str, set[int]]]:
    """The paragraphs of a marked file, each with the offsets where its later sentences begin."""
    paragraphs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, starts = "", set()
        for sentence in line.replace(" ¦ ", " ¦").split("¦"):
            if text:
                starts.add(len(text))
            text += sentence
        paragraphs.append((text, starts))
    return paragraphs


@pytest.mark.parametrize("name", ["marked.txt", "heldout.txt"])
def test_boundaries_are_found_and_none_invented(name: str) -> None:
    right = missed = invented = 0
    wrong = []
    for text, expected in read(HERE / name):
        found = {start for start, _ in split(text)[1:]}
        right += len(found & expected)
        missed += len(expected - found)
        invented += len(found - expected)
        wrong += [f"missed: {text[:at]} ¦ {text[at:]}" for at in sorted(expected - found)]
        wrong += [f"invented: {text[:at]} ¦ {text[at:]}" for at in sorted(found - expected)]
    precision, recall = right / (right + invented), right / (right + missed)
    figures = f"precision {precision:.4f}, recall {recall:.4f} of {right + missed} boundaries"
    report = "\n".join([figures, *wrong])
    assert precision >= 0.98, report
    assert recall >= 0.98, report
