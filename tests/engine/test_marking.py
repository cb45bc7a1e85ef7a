"""Sources that say how their terms are to be rendered."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.packages import build
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.marking import marked
from padanan.translate.engine.package import parse_metadata, read
from padanan.translate.engine.protocol import Mark

SYMBOLS = ("<a>", "<b>", "<c>")


def pieces(text: str) -> list[str]:
    """A piece for each word, the marks at its end on their own."""
    found = []
    for word in text.split():
        bare = word.rstrip(".,")
        found += [f"▁{bare}"] if bare else []
        found += word[len(bare) :]
    return found


def said(text: str, *marks: tuple[str, str]) -> str:
    """The marked pieces of a text, in which each term stands once."""
    found = [Mark(text.index(term), text.index(term) + len(term), word) for term, word in marks]
    return " ".join(marked(text, pieces(text), found, pieces, SYMBOLS)).replace("▁", "")


def test_a_rendering_stands_behind_its_term() -> None:
    text = "NATO memberi jaminan keamanan, kata menteri."
    assert said(text, ("jaminan keamanan", "security guarantee")) == (
        "NATO memberi <a> jaminan keamanan <b> security guarantee <c> , kata menteri ."
    )
    assert said(text) == "NATO memberi jaminan keamanan , kata menteri ."


def test_several_marks_keep_their_order() -> None:
    text = "Menteri luar negeri tiba."
    assert said(text, ("luar negeri", "foreign"), ("Menteri", "minister")) == (
        "<a> Menteri <b> minister <c> <a> luar negeri <b> foreign <c> tiba ."
    )


def test_of_marks_that_overlap_the_first_is_read() -> None:
    text = "jaminan keamanan baru"
    assert said(text, ("jaminan keamanan", "guarantee"), ("keamanan baru", "new")) == (
        "<a> jaminan keamanan <b> guarantee <c> baru"
    )


def test_what_no_piece_stands_for_is_not_marked() -> None:
    text = "satu  dua"
    assert marked(text, pieces(text), [Mark(4, 6, "x")], pieces, SYMBOLS) == ["▁satu", "▁dua"]


@given(st.lists(st.sampled_from(["satu", "dua,", "tiga", "empat."]), max_size=8), st.data())
def test_without_its_marks_a_source_is_as_it_was(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=4))
    marks = [Mark(min(span), max(span), "kata lain") for span in spans]
    left, inside = [], False
    for piece in marked(text, pieces(text), marks, pieces, SYMBOLS):
        if piece == "<b>":
            inside = True
        if not inside and piece not in SYMBOLS:
            left.append(piece)
        if piece == "<c>":
            inside = False
    assert left == pieces(text)
    assert not inside


def metadata(marks: object) -> bytes:
    content = {"from_code": "id", "to_code": "en", "padanan": {"marks": marks}}
    return json.dumps(content).encode()


@pytest.mark.parametrize("marks", [None, "<a>", ["<a>"], ["<a>", "<b>", ""], ["<a>", "<b>", []]])
def test_marks_that_are_none_are_not_read(marks: object) -> None:
    assert parse_metadata(metadata(marks), "here").marks is None


def test_marks_that_a_package_names() -> None:
    assert parse_metadata(metadata(list(SYMBOLS)), "here").marks == SYMBOLS


def test_marks_count_in_the_fingerprint(tmp_path: Path) -> None:
    place = build(tmp_path)
    before = read(place).fingerprint
    _say_marks(place)
    assert read(place).fingerprint != before


def _say_marks(place: Path) -> None:
    path = place / "metadata.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content | {"padanan": {"marks": list(SYMBOLS)}}), encoding="utf-8")


def test_a_package_without_marks_says_so(folder: Path) -> None:
    engine = CTranslateEngine(read(folder))
    assert not engine.reads_marks
    with pytest.raises(ValueError, match="reads no marks"):
        engine.translate_marked([("rumah", [])])


def test_the_model_is_given_the_marked_source(tmp_path: Path) -> None:
    """This network translates piece by piece: symbols it does not know, the rest it does."""
    place = build(tmp_path)
    _say_marks(place)
    engine = CTranslateEngine(read(place))
    assert engine.reads_marks
    plain, told = engine.translate_marked(
        [("rumah besar", []), ("rumah besar", [Mark(0, 5, "negara")])]
    )
    assert plain is not None
    assert told is not None
    assert plain.text == "house big"
    assert "country" in told.text
    assert engine.translate_marked([]) == []
    endless = Mark(0, 5, "negara " * 500)
    found = engine.translate_marked([("rumah besar", [endless]), ("rumah besar", [])])
    assert found == [None, plain]
