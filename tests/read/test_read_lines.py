"""Cleaning: what is invisible goes, what extraction damaged is repaired, the rest stays."""

import pytest

from padanan.translate.read.lines import RAW_REPAIRS, REPAIRS, Hint, clean, split


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ('\u00a0 "Kami tidak"', '"Kami tidak"'),
        ("satu\u2009dua\u3000tiga\tempat", "satu dua tiga empat"),
        ("ber\u00adita \u200bhari\ufeff ini\u2060", "berita hari ini"),
        ("\u202eterbalik\u202c \u2066dan\u2069", "terbalik dan"),
        ("\x1b[31mmerah\x1b[0m \x1b]0;judul\x07teks", "merah teks"),
        ("\x1b]8;;http://x\x1b\\tautan\x1b]8;;\x1b\\", "tautan"),
        ("\x9b31mmerah\x07\x08\x00", "merah"),
        ("\x1bc mulai", "mulai"),
        ("ikon \ue001\uf099 huruf", "ikon huruf"),
        ("kosong\u2800\u3164isi", "kosong isi"),
        ("Rp&nbsp;5.000 &amp; &quot;dua&#8221;", 'Rp 5.000 & "dua”'),
        ("&lt;b&gt; AT&T &tidakada;", "<b> AT&T &tidakada;"),
        ("&#27;[31mmerah", "[31mmerah"),
        ("e\u0301dit" + "\u0301" * 500, "édit" + "\u0301" * 4),
        ("", ""),
        (" \u200b\u00ad ", ""),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("Sekjen NATO , Jens", "Sekjen NATO, Jens"),
        ("tuntutan Rusia . Pernyataannya", "tuntutan Rusia. Pernyataannya"),
        ("pilihan tegas : deeskalasi", "pilihan tegas: deeskalasi"),
        ("Kolaka (Sultra) .", "Kolaka (Sultra)."),
        ("**Stok aman**", "Stok aman"),
        # Not artefacts:
        ("skor 2 : 1", "skor 2 : 1"),
        ("lalu ... diam", "lalu ... diam"),
        ("berkas .docx", "berkas .docx"),
        ("**tebal** dan **tebal**", "**tebal** dan **tebal**"),
        ("“Ada perbedaan”", "“Ada perbedaan”"),
    ],
)
def test_repairs(raw: str, repaired: str) -> None:
    assert clean(raw) == repaired


def test_repairs_are_described() -> None:
    repairs = RAW_REPAIRS + REPAIRS
    assert len({repair.name for repair in repairs}) == len(repairs)
    assert all(repair.description.endswith(".") for repair in repairs)


def test_line_ends_and_numbers() -> None:
    lines = list(split("a\r\nb\rc\n\nd\u2028e\u2029f\x85g"))
    assert [(line.number, line.text) for line in lines] == [
        (1, "a"), (2, "b"), (3, "c"), (5, "d"), (6, "e"), (7, "f"), (8, "g")
    ]  # fmt: skip
    assert [line.text for line in lines if line.after_blank] == ["a", "d"]


def test_indents_soft_hyphens_and_number_signs() -> None:
    first, second, third, fourth = split(
        "   satu\n\tdua kata pe\u00ad\n## Latar belakang\n#NATO #Rusia"
    )
    assert (first.indent, second.indent) == (3, 4)
    assert (first.soft_hyphen, second.soft_hyphen) == (False, True)
    assert (third.text, third.hint) == ("Latar belakang", Hint.HEADING)
    assert (fourth.text, fourth.hint) == ("#NATO #Rusia", None)


@pytest.mark.parametrize(
    ("raw", "read_right"),
    [
        (
            "â€œAda perbedaan,â€\x9d kata dia â€“ lalu pergiâ€¦",
            "“Ada perbedaan,” kata dia – lalu pergi…",
        ),
        ("FranÃ§ois LefÃ¨vre", "François Lefèvre"),
        ("BrusselsÂ\u00a0dan Moskow", "Brussels dan Moskow"),
        ("aksi premanisme.Â", "aksi premanisme."),
        # Not artefacts:
        ("di kafe “CAFÉ” dan SÃO Paulo", "di kafe “CAFÉ” dan SÃO Paulo"),
        ("château â la carte", "château â la carte"),
    ],
)
def test_mojibake(raw: str, read_right: str) -> None:
    assert clean(raw) == read_right
