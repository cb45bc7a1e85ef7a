import lzma
from pathlib import Path

import pytest

from training import corpus


def _row(source: str, target: str, licence: str = "open", grade: str = "A") -> tuple[str, ...]:
    return (licence, grade, "sent", "globalvoices", source, target)


def test_restricted_and_malformed_rows_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "train.tsv.xz"
    rows = [
        "\t".join(corpus.HEADER),
        "\t".join(_row("Satu.", "One.")),
        "\t".join(_row("Dua.", "Two.", licence="restricted")),
        "\t".join(_row("Tiga.", "Three.", licence="unstated")),
        "open\tA\tsent",
    ]
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.write("\n".join(rows) + "\n")
    assert [row[4] for row in corpus.read(path)] == ["Satu.", "Tiga."]


@pytest.mark.parametrize(
    ("source", "target", "fault"),
    [
        ("Presiden tiba di Jakarta.", "The president arrived in Jakarta.", ""),
        ("", "Nothing", "empty"),
        ("Kompas", "kompas", "identical"),
        ("Ya.", "Yes, that is what was said about it yesterday.", "ratio"),
        ("Lihat <b>ini</b> sekarang", "See <b>this</b> now", "markup"),
        ("Dia tinggal di \u4e2d\u56fd lama", "He lived in \u4e2d\u56fd long", "script"),
        ("=== 12 === 34 === a", "=== 12 === 34 === b", "letters"),
        ("Ada 25 orang dan 13 mobil", "There were 35 people and 14 cars", "numbers"),
        ("Ada 5.000 orang di kota itu", "There were 5,000 people in town", ""),
        ("Pasar buka pukul 21.00 setiap hari", "The market opens at 9 p.m. every day", ""),
        ("Harganya Rp 600 ribu seekor", "They cost Rp 600,000 each", ""),
        ("the end of the road is near", "the road ends close to it", "language"),
    ],
)
def test_fault(source: str, target: str, fault: str) -> None:
    assert corpus.fault(source, target) == fault


def test_clean_drops_duplicates_and_third_translations() -> None:
    rows = [
        _row("Dia datang kemarin.", "He came yesterday."),
        _row("dia datang kemarin.", "he came yesterday."),
        _row("Dia datang kemarin.", "She came yesterday."),
        _row("Dia datang kemarin.", "He arrived yesterday."),
    ]
    pairs, lost = corpus.clean(rows)
    assert [pair.en for pair in pairs] == ["He came yesterday.", "She came yesterday."]
    assert lost == {"duplicate": 2}


def test_what_was_written_for_this_may_spell_numbers_out() -> None:
    row = ("unstated", "A", "sent", "", "Sepuluh orang tewas.", "10 people were killed.")
    gathered, own = ((*row[:3], source, *row[4:]) for source in ("desmond_bbc", corpus.OWN))
    assert corpus.clean([gathered]) == ([], {"numbers": 1})
    assert [pair.en for pair in corpus.clean([own])[0]] == ["10 people were killed."]


def test_bullets_go_from_both_sides() -> None:
    assert corpus.tidy("- Satu hal", "\u2022 One thing") == ("Satu hal", "One thing")
    assert corpus.tidy("2. Dua hal", "Two things") == ("Dua hal", "Two things")
    assert corpus.tidy("2022 tahun berat", "2022 was hard")[0] == "2022 tahun berat"


def test_the_name_of_the_site_goes_from_a_title() -> None:
    pair = corpus.tidy("Brunei: Sindrom Ali Baba", "Brunei: Ali Baba syndrome - Global Voices")
    assert pair == ("Brunei: Sindrom Ali Baba", "Brunei: Ali Baba syndrome")
    assert corpus.tidy("", "She writes for Global Voices")[1] == "She writes for Global Voices"


def test_news_weighs_most_and_scripture_never_ends_a_training() -> None:
    news = corpus.weights("A", "sent", "globalvoices")
    software = corpus.weights("C", "md", "openclaw_docs")
    scripture = corpus.weights("B", "rel", "quran_risan")
    assert news[0] > 1 > software[0] > 0
    assert software[1] == scripture[1] == 0 < news[1]


def test_headlines_repeat_with_the_seed_and_keep_both_sides_alike() -> None:
    rows = [_row(f"Kalimat ke {n} yang cukup baik.", f"Sentence {n} is good.") for n in range(99)]
    pairs, _ = corpus.clean(rows)
    extra = corpus.headlines(pairs, 0.5, 7)
    assert extra == corpus.headlines(pairs, 0.5, 7)
    assert 20 < len(extra) < 80
    for pair in extra:
        assert not pair.id.endswith(".")
        assert pair.id.isupper() == pair.en.isupper()
