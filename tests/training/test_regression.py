from collections import Counter

import pytest

from padanan.translate.engine import load
from training import regression
from training.regression import Row, failures, rows


def _row(line: str, keep: str = "", group: str = "figures", kind: str = "paragraph") -> Row:
    return Row(
        group, kind, line, tuple(tuple(one.split("/")) for one in keep.split("|") if one), ""
    )


def test_the_table() -> None:
    table = rows()
    assert len(table) == 150
    assert len({row.line for row in table}) == 150
    assert min(Counter(row.group for row in table).values()) >= 8
    for row in table:
        assert row.kind in ("paragraph", "headline")
        assert (row.kind == "headline") == (row.group in ("title case", "capitals"))
        assert row.beside.strip() or row.kind == "paragraph" or not row.keep
        if row.group == "long sentence":
            assert len(row.line.split()) >= 60
        if row.group == "capitals":
            assert row.line.isupper()


@pytest.mark.parametrize(
    ("row", "draft", "failed"),
    [
        (_row("Ia pergi ke Ende.", "Ende"), "He went to Ende.", []),
        (_row("Ia pergi ke Ende.", "Ende"), "He went to Endeh.", ["names"]),
        (_row("Ia pergi ke Ende.", "Ende"), "", ["not empty", "length", "names"]),
        (_row("Ia dan ibunya pergi."), "He and his ibunya went.", ["translated"]),
        (_row("Naik 2,5 persen.", "2.5"), "Rose by 2.5 percent.", []),
        (_row("Naik 2,5 persen.", "2.5"), "Rose by 12.5 percent.", ["figures", "no other figures"]),
        (_row("Naik 2,5 persen.", "2.5"), "Rose by 2,5 percent.", ["figures"]),
        (_row("Rp70 triliun dan 8 orang", "70|8/eight"), "Rp70 trillion and eight people", []),
        (_row("Pada tahun 2022 ia pergi", "2022"), "In 202 he went away", ["figures"]),
        (_row("Dia berkata, “Ya.”"), 'She said, "Yes."', []),
        (_row("Dia berkata, “Ya.”"), 'She said, "Yes.', ["quotation marks"]),
        (_row("Dia pergi lagi"), "She has has has has gone again", ["no loop"]),
        (_row("A A A A A", group="not a sentence"), "A A A A A", []),
        (_row("(---)", group="not a sentence"), "(---)", []),
        (_row("@warta", group="not a sentence"), "The news", ["nothing invented"]),
        (_row("12 34", group="not a sentence"), "12 345", ["no other figures"]),
        (_row("Kabar dari desa"), "News from the village - Global Voices", ["no site's name"]),
        (
            _row("Bupati Ende Pergi", "Ende", kind="headline"),
            "Bupati of Ende leaves",
            ["translated"],
        ),
    ],
)
def test_failures(row: Row, draft: str, failed: list[str]) -> None:
    found = failures(row, draft)
    assert [name for name in found if name != "length" or name in failed] == failed


def test_a_long_draft_and_a_long_sentence_cut_short() -> None:
    assert failures(_row("Ia pergi ke pasar."), "He went. " * 6) == ["no loop", "length"]
    sentence = "Mereka membangun jalan baru. "
    long = _row(sentence * 10, group="long sentence")
    assert "length" in failures(long, "x" * (len(sentence) * 6))
    assert "length" not in failures(_row(sentence * 10), "x" * (len(sentence) * 6))


def test_lines_are_translated_as_the_desk_does() -> None:
    engine = load("embedded", jobs=1)
    table = [row for row in rows() if row.group in ("nearly empty", "capitals")][:3]
    results = [(row, regression.draft(row, engine)) for row in table]
    assert not any(draft.isupper() for _, draft in results)
    lines = list(regression.report(results))
    assert lines[1].split() == ["not", "empty", "3", "0"]
    assert lines[-1].split()[0] == "all"
    assert sum(map(int, lines[-1].split()[1:])) == 3
