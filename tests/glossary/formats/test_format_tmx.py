"""TMX."""

from pathlib import Path

from format_suite import SAMPLE, errors, warnings
from lxml import etree
from test_format_tbx import XmlSuite

from padanan.glossary import Concept
from padanan.glossary.formats import by_name, read_path

SAMPLES = Path(__file__).parent / "samples"


class TestTmx(XmlSuite):
    name = "tmx"


def test_what_is_written() -> None:
    """Every pair to use is a unit; renderings to avoid are none, or a memory would offer them."""
    root = etree.fromstring(by_name("tmx").write(SAMPLE).data)
    assert root.docinfo.doctype if hasattr(root, "docinfo") else True
    units = [
        tuple(segment.text for segment in unit.iter("seg"))
        for unit in root.iter("tu")
        if unit.findtext("prop") == "2"
    ]
    assert units == [
        ("Badan Pengawas Sungai", "River Oversight Agency"),
        ("Badan Pengawas Sungai", "BPS"),
        ("BPS", "River Oversight Agency"),
        ("BPS", "BPS"),
    ]
    order = {"note": 0, "prop": 0, "tuv": 1}
    for unit in root.iter("tu"):
        places = [order[child.tag] for child in unit]
        assert places == sorted(places)


def test_omegat() -> None:
    reading = read_path(SAMPLES / "omegat.tmx")
    assert reading.concepts == (
        Concept(("kerja bakti",), ("community work", "community service")),
        Concept(("lurah",), ("ward chief",), note="appointed, not elected"),
    )
    assert warnings(reading) == [
        "Terms in other languages are left out: de, fr.",
        "No English term beside “balai desa”. Left out.",
    ]
    assert errors(reading) == []


def test_the_code_of_another_language_is_inert_in_messages() -> None:
    text = (
        '<tmx version="1.4"><body><tu><tuv xml:lang="&#127;de"><seg>x</seg></tuv></tu></body></tmx>'
    )
    reading = by_name("tmx").read(text.encode())
    assert any("\\u007fde" in one.message for one in reading.problems)
