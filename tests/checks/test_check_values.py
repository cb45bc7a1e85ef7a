"""The check of numbers, dates and the like."""

import pytest
from checkpairs import assert_fix_holds, cut, found

CHECK = "value-missing"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ada 5.000 warga.", "There are 5,000 residents."),
        ("Ada lima warga.", "There are five residents."),
        ("Rapat pada 27 Januari 2022.", "The meeting was on January 27, 2022."),
        ("Tidak ada angka.", "There is no figure."),
        ("Amerika Serikat (AS) setuju.", "The United States agreed."),
        ("Petugas menata pedagang kaki lima.", "Officers moved the street vendors."),
    ],
)
def test_values_that_are_there(source: str, target: str) -> None:
    assert found(CHECK, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "values"),
    [
        ("Ada 5.000 warga.", "There are 500 residents.", ["5.000"]),
        (
            "Rapat pada 27 Januari 2022.",
            "The meeting was on January 26, 2022.",
            ["27 Januari 2022"],
        ),
        ("Harga naik 2,5 persen.", "Prices rose.", ["2,5 persen"]),
        ("Ada 12 kapal dan 30 pesawat.", "There are ships and planes.", ["12", "30"]),
    ],
)
def test_values_that_are_not(source: str, target: str, values: list[str]) -> None:
    findings = found(CHECK, source, target)
    assert [text for one in findings for text in cut(source, one.source_spans)] == values
    assert all(one.message.startswith("“") and "English has" in one.message for one in findings)


def test_the_indonesian_form_is_mended() -> None:
    source, target = "Ada 5.000 warga.", "There are 5.000 residents."
    (one,) = found(CHECK, source, target)
    assert cut(target, one.target_spans) == ["5.000"]
    assert one.fix == "There are 5,000 residents."
    assert_fix_holds(CHECK, source, one)
