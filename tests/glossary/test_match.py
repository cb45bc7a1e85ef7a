"""Terms in Indonesian sentences: forms, capitals, overlaps, places."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.glossary import Concept, Flag, Glossary, PartOfSpeech
from padanan.glossary import finder as module
from padanan.glossary.words import Words


def concept(terms: str, *flags: Flag, pos: PartOfSpeech | None = None, domain: str = "") -> Concept:
    return Concept(tuple(terms.split("|")), ("x",), flags=frozenset(flags), pos=pos, domain=domain)


NEWS = Glossary(
    [
        concept("negara"),
        concept("negara anggota"),
        concept("menteri luar negeri|menlu"),
        concept("luar negeri"),
        concept("juru bicara"),
        concept("kerja sama"),
        concept("deeskalasi"),
        concept("pasca perang"),
        concept("masa"),
        concept("Malu"),
        concept("undang-undang|UU"),
        concept("Dewan NATO-Rusia"),
        concept("NATO"),
        concept("izin|aktivitas"),
        concept("Badan Meteorologi, Klimatologi, dan Geofisika|BMKG"),
        concept("Qur'an"),
        concept("AS", Flag.CASE),
        concept("as", Flag.CASE),
        concept("Badan Intelijen Negara|BIN", Flag.CASE),
        concept("kabinet merah putih", Flag.EXACT),
        concept("tolak", pos=PartOfSpeech.VERB),
        concept("asa"),
        concept("São Tomé"),
    ]
)


def found(text: str, glossary: Glossary = NEWS) -> list[tuple[str, str]]:
    return [
        (text[match.start : match.end], match.concept.terms[0]) for match in glossary.match(text)
    ]


@pytest.mark.parametrize(
    ("text", "surface", "term"),
    [
        ("Negaranya kecil.", "Negaranya", "negara"),
        ("negaranyalah yang", "negaranyalah", "negara"),
        ("negaraku", "negaraku", "negara"),
        ("negaramukah itu", "negaramukah", "negara"),
        ("negarapun setuju", "negarapun", "negara"),
        ("negara pun setuju", "negara", "negara"),
        ("negara-negara kecil", "negara-negara", "negara"),
        ("negara-negaranya", "negara-negaranya", "negara"),
        ("negara negara kecil", "negara negara", "negara"),
        ("negara2 kecil", "negara2", "negara"),
        ("negara²nya", "negara²nya", "negara"),
        ("negaranegara kecil", "negaranegara", "negara"),
        ("negara-negara anggota", "negara-negara anggota", "negara anggota"),
        ("menteri-menteri luar negerinya", "menteri-menteri luar negerinya", "menteri luar negeri"),
        ("juru bicaranya", "juru bicaranya", "juru bicara"),
        ("NATO-nya", "NATO-nya", "NATO"),
        ("NATO-nyalah", "NATO-nyalah", "NATO"),
        ("KERJASAMA", "KERJASAMA", "kerja sama"),
        ("kerja-sama", "kerja-sama", "kerja sama"),
        ("kerja\u00a0 sama", "kerja\u00a0 sama", "kerja sama"),
        ("kerja\nsama", "kerja\nsama", "kerja sama"),
        ("de-eskalasi", "de-eskalasi", "deeskalasi"),
        ("pascaperang", "pascaperang", "pasca perang"),
        ("Dewan NATO–Rusia", "Dewan NATO–Rusia", "Dewan NATO-Rusia"),
        ("Dewan NATO Rusia", "Dewan NATO Rusia", "Dewan NATO-Rusia"),
        ("ijin, aktifitas", "ijin", "izin"),
        ("ijin, aktifitasnya", "aktifitasnya", "izin"),
        ("undang-undangnya", "undang-undangnya", "undang-undang"),
        ("UU-nya", "UU-nya", "undang-undang"),
        ("kutolak", "kutolak", "tolak"),
        ("kautolaklah", "kautolaklah", "tolak"),
        ("Quran", "Quran", "Qur'an"),
        ("Qur’an", "Qur’an", "Qur'an"),
        ("Qur`an", "Qur`an", "Qur'an"),
        ("Sao Tome", "Sao Tome", "São Tomé"),
        ("Sa\u0303o Tome\u0301-nya", "Sa\u0303o Tome\u0301-nya", "São Tomé"),
        ("ne\u00adgara", "ne\u00adgara", "negara"),
        (
            "badan meteorologi, klimatologi, dan geofisika",
            "badan meteorologi, klimatologi, dan geofisika",
            "Badan Meteorologi, Klimatologi, dan Geofisika",
        ),
        ("Kabinet Merah Putih", "Kabinet Merah Putih", "kabinet merah putih"),
        ("(AS)", "AS", "AS"),
        ("pakar AS-nya", "AS-nya", "AS"),
        ("As roda patah.", "As", "as"),
        ("RAPAT BADAN INTELIJEN NEGARA", "BADAN INTELIJEN NEGARA", "Badan Intelijen Negara"),
        ("“negara”", "negara", "negara"),
        ("negara/NATO", "negara", "negara"),
        ("anti-NATO", "NATO", "NATO"),
        ("Ia pergi. AS menolak.", "AS", "AS"),
        ("Ia pergi. Negaranya maju.", "Negaranya", "negara"),
        ("detik.com/negara: negara.", "negara", "negara"),
        ("Presiden A.S. itu", "A.S.", "AS"),
        ("undang2nya", "undang2nya", "undang-undang"),
        ("negara-negara negara-negara", "negara-negara", "negara"),
        (
            "Badan Meteorologi, Klimatologi dan Geofisika",
            "Badan Meteorologi, Klimatologi dan Geofisika",
            "Badan Meteorologi, Klimatologi, dan Geofisika",
        ),
    ],
)
def test_forms(text: str, surface: str, term: str) -> None:
    assert (surface, term) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "kenegaraan, senegara, antarnegara",
        "masalah di Maluku: masalah-masalah",
        "rakyat As bin Amir dan As",
        "Kuasa, kuota, kauasa",
        "kabinet merah putihnya",
        "juru, bicara",
        "juru - bicara",
        "kpk.nato.go.id @nato #negara https://negara.id/negara nato@negara.org",
        "Badan Meteorologi Klimatologi",
        "NATO2, AS2",
        "A.S. Hikam; Amir, A.S., datang; Uu Ruzhanul dan uu",
        "negara-negaraan, berkas negara_baru.pdf, RAPAT AS_1",
        "izinkan diizinkan perizinan",
        "2",
        "",
        "-- '' ` ² \u0301 \ud800",
    ],
)
def test_what_is_no_form(text: str) -> None:
    assert found(text) == []


def test_the_longest_is_taken() -> None:
    assert found("menteri luar negeri negara anggota") == [
        ("menteri luar negeri", "menteri luar negeri"),
        ("negara anggota", "negara anggota"),
    ]
    crossing = Glossary([concept("a b"), concept("b c d"), concept("d e f g"), concept("b c")])
    assert found("a b c d e f g", crossing) == [("a b", "a b"), ("d e f g", "d e f g")]


def test_an_overlapped_term_has_its_chance_when_the_longer_one_does_not_hold() -> None:
    glossary = Glossary([concept("Dewan Rakyat", Flag.CASE), concept("dewan")])
    assert found("dewan rakyat", glossary) == [("dewan", "dewan")]


def test_a_term_that_begins_with_a_mark() -> None:
    glossary = Glossary([concept("ʼAS", Flag.CASE)])
    assert found("ʼAS, 'as', '", glossary) == [("ʼAS", "ʼAS")]


def test_what_a_match_says() -> None:
    glossary = Glossary([concept("negara"), concept("aktivitas")])
    (match,) = glossary.match("Para negara-negaranyalah")
    assert match.concept.terms == ("negara",)
    assert (match.term, match.clitics, match.plural) == ("negara", ("-nya", "-lah"), True)
    (match,) = glossary.match("para negara")
    assert (match.start, match.plural, match.variant) == (5, True, False)
    (match,) = glossary.match("aktifitas")
    assert (match.term, match.variant) == ("aktivitas", True)


def test_one_term_of_several_domains_is_found_once() -> None:
    bank, garden = concept("bunga", domain="economy"), concept("bunga", domain="society")
    (match,) = Glossary([bank, garden]).match("bunganya")
    assert (match.concept, match.homonyms) == (bank, (garden,))


def test_capitals_choose_between_rows() -> None:
    country, axle = concept("AS", Flag.CASE), concept("as", Flag.CASE)
    glossary = Glossary([country, axle])
    assert [match.concept for match in glossary.match("produk as dari AS")] == [axle, country]
    plain = Glossary([concept("as"), country])
    assert [len(match.homonyms) for match in plain.match("as dan AS")] == [0, 1]


def test_the_file_wins_over_cldr() -> None:
    mine = Concept(("Rusia",), ("Russian Federation",))
    glossary = Glossary([mine], cldr=True)
    rusia, jerman = glossary.match("Rusia dan Jerman")
    assert (rusia.concept, rusia.homonyms) == (mine, ())
    assert jerman.concept.preferred == "Germany"
    assert Glossary([mine]).builtin == ()
    assert len(Glossary([mine]).match("Rusia dan Jerman")) == 1
    assert mine.terms[0] not in {term for c in glossary.builtin for term in c.terms}


def test_derived_forms_are_suggested_not_matched() -> None:
    glossary = Glossary([concept("jaminan keamanan"), concept("pertahanan"), concept("Bekasi")])
    text = "menjamin keamanan, bertahan di bekas kota; jaminan keamanan"
    assert [text[m.start : m.end] for m in glossary.suggest(text)] == [
        "menjamin keamanan",
        "bertahan",
    ]
    assert found(text, glossary) == [("jaminan keamanan", "jaminan keamanan")]


def test_a_root_is_not_derived_from_what_is_made_of_it() -> None:
    glossary = Glossary([concept(one) for one in ("melantai", "perumahan", "mengumumkan")])
    assert glossary.suggest("lantai rumahnya untuk umum, lantainya") == ()
    assert [match.term for match in glossary.suggest("pengumuman di pelantaian")] == [
        "mengumumkan",
        "melantai",
    ]


_WORDS = (
    "negara",
    "anggota",
    "Negara-negara",
    "menteri",
    "luar",
    "negeri",
    "AS",
    "as",
    "nya",
    "ku",
)
_MARKS = ("-", "’", ".", ",", "2", "İ", "ß", "🙂", "\u0301", "\u00ad", "\u00a0", "\ud800")
_PIECES = st.sampled_from((*_WORDS, *_MARKS, " ", " ", " "))
_TEXTS = st.one_of(st.lists(_PIECES).map("".join), st.text())


@given(_TEXTS)
def test_places_are_true_whatever_the_text(text: str) -> None:
    end = 0
    for match in NEWS.match(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end
        assert match.term in match.concept.terms
        before, after = text[match.start - 1 : match.start], text[match.end : match.end + 1]
        assert not before.isalnum()
        assert not after.isalnum()


@given(st.lists(st.text(min_size=1).filter(lambda term: any(c.isalnum() for c in term))))
def test_every_term_is_found_in_itself(terms: list[str]) -> None:
    glossary = Glossary([Concept((term,), ("x",)) for term in terms])
    for term in terms:
        assert all(match.start >= 0 and match.end <= len(term) for match in glossary.match(term))


@pytest.mark.parametrize("text", ["a " * 2_000, "a-" * 2_000, "aa" * 2_000, "ku" * 2_000])
def test_work_grows_with_the_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A term of many like words in a text of many more: no way to read it is tried twice."""
    steps = 0

    def counted(cut: Words, place: int, *, head: bool) -> Iterator[object]:
        nonlocal steps
        steps += 1
        return real(cut, place, head=head)

    real = module._steps
    monkeypatch.setattr(module, "_steps", counted)
    longest = 40
    glossary = Glossary([concept(" ".join("a" * longest)), concept("a"), concept("ku")])
    glossary.match(text)
    assert steps <= len(text) * longest * 4
