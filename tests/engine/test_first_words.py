"""First words, which some packages are to be given in small letters."""

import json
from pathlib import Path

import pytest

from engine.packages import build
from padanan.translate.engine.ctranslate import CTranslateEngine
from padanan.translate.engine.package import Package, read
from padanan.translate.engine.protocol import Mark
from padanan.translate.engine.tokenizer import begun_like, locate, small_first

WHOLE = {"rumah", "besar", "Kementerian", "anak", "Anak"}


def encode(text: str) -> list[str]:
    """A piece for each word that is known, one for each letter of another."""
    return [piece for word in text.split() for piece in ([word] if word in WHOLE else word)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rumah besar", "rumah"),
        ("Anak besar", "Anak"),  # no fewer pieces
        ("Kementerian besar", "Kementerian"),
        ("Budi besar", "B"),  # more than one either way
        ("RUMAH besar", "R"),
        ("rumah besar", "rumah"),
        ("Rumahé besar", "R"),
        ("“Rumah besar", "“"),
        ("", None),
    ],
)
def test_small_letters_only_where_they_make_fewer_pieces(text: str, first: str | None) -> None:
    assert next(iter(small_first(encode, text)), None) == first


def test_pieces_are_found_all_the_same() -> None:
    text = "Rumah Budi"
    spans = locate(["▁rumah", "▁Bu", "di"], text)
    assert [text[start:end] for start, end in spans] == ["Rumah", "Bu", "di"]


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("Rumah itu", "house there", "House there"),
        ("Rumah itu", "House there", "House there"),
        ("Rumah itu", "iPhone there", "iPhone there"),
        ("rumah itu", "Besar there", "besar there"),
        ("rumah itu", "Kementerian there", "Kementerian there"),  # more pieces, so a name
        ("rumah itu", "I was there", "I was there"),
        ("rumah itu", "NATO there", "NATO there"),
        ("rumah itu", "besar there", "besar there"),
        ("“Rumah itu", "besar there", "besar there"),
        ("", "", ""),
    ],
)
def test_a_draft_begins_as_its_source_does(source: str, text: str, wanted: str) -> None:
    assert begun_like(source, text, encode) == wanted


def told(place: Path) -> Package:
    """The package, which says from now on that it reads such words."""
    path = place / "metadata.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    own = {"small_first": True, "marks": ["<a>", "<b>", "<c>"]}
    path.write_text(json.dumps(content | {"padanan": own}), encoding="utf-8")
    return read(place)


def test_packages_that_say_so_are_given_them(tmp_path: Path) -> None:
    place = build(tmp_path)
    (usual,) = CTranslateEngine(read(place)).translate(["Rumah besar"])
    assert usual[0].text == "Rumah big"
    engine = CTranslateEngine(told(place))
    source = "Rumah besar, kata presiden."
    (found,) = engine.translate([source], attention=True)
    assert found[0].text.startswith("House big,")
    spans = locate(found[0].source_tokens, source)
    assert [source[start:end] for start, end in spans][:2] == ["Rumah", "besar"]
    assert engine.parts(source)[0].text == source
    (marked,) = engine.translate_marked([(source, [Mark(0, 5, "country")])])
    assert marked is not None
    assert "country" in marked.text
    assert engine.translate(["rumah besar"])[0][0].text == "house big"


def test_that_counts_in_the_fingerprint(tmp_path: Path) -> None:
    package = read(build(tmp_path))
    before = package.fingerprint
    assert told(package.folder).fingerprint != before
    assert not package.metadata.small_first
    assert read(package.folder).metadata.small_first
