"""The glossary we ship."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from padanan.glossary import Flag, Glossary
from padanan.glossary.english import RenderingForm, rendering_ways

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def terms() -> Glossary:
    return Glossary.load(ROOT / "terms.tsv")


def test_has_no_problems(terms: Glossary) -> None:
    assert [problem.located("terms.tsv") for problem in terms.problems] == []
    assert len(terms.concepts) >= 3_500


def test_is_sorted_by_the_first_term(terms: Glossary) -> None:
    keys = [concept.sort_key for concept in terms.concepts]
    assert keys == sorted(keys)


def test_every_concept_is_described(terms: Glossary) -> None:
    assert [concept.terms[0] for concept in terms.concepts if not concept.pos] == []
    assert [concept.terms[0] for concept in terms.concepts if not concept.domain] == []


def test_no_term_stands_twice_in_a_domain(terms: Glossary) -> None:
    places = Counter(
        (term.casefold(), concept.domain)
        for concept in terms.concepts
        for term in {term.casefold() for term in concept.terms}
    )
    assert [place for place, number in places.items() if number > 1] == []


def test_no_avoided_rendering_is_part_of_an_accepted_one(terms: Glossary) -> None:
    """In none of its forms could it be told from the accepted one in a translation."""

    def inside(part: Sequence[str], whole: Sequence[str]) -> bool:
        # Compared as one string: "green house gas" is "greenhouse gas".
        if "".join(part) == "".join(whole):
            return True
        return any(
            whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1)
        )

    assert [
        (rendering, avoided)
        for concept in terms.concepts
        for avoided in concept.avoided
        for rendering in concept.renderings
        if any(
            inside(wrong, right)
            for wrong, _ in rendering_ways(avoided, concept.pos)
            for right, _ in rendering_ways(rendering, concept.pos)
        )
    ] == []


def test_renderings_are_listed_in_their_base_form(terms: Glossary) -> None:
    """Plurals and the like are recognised; listed, they would only make the cell longer."""
    assert [
        (one, other)
        for concept in terms.concepts
        for one in concept.renderings
        for way, form in rendering_ways(one, concept.pos)
        if form is RenderingForm.INFLECTED
        for other in concept.renderings
        if other != one and next(rendering_ways(other, concept.pos))[0] == way
    ] == []


MUST_HAVES = [
    # diplomacy and security: the seed articles
    ("NATO", "North Atlantic Treaty Organization"),
    ("Pakta Pertahanan Atlantik Utara", "North Atlantic Treaty Organization"),
    ("sekjen NATO", "NATO Secretary General"),
    ("Dewan NATO-Rusia", "NATO-Russia Council"),
    ("Dewan Rusia-NATO", "NATO-Russia Council"),
    ("Perjanjian Pasukan Nuklir Jarak Menengah", "Intermediate-Range Nuclear Forces Treaty"),
    ("deeskalasi", "de-escalation"),
    ("penurunan eskalasi", "de-escalation"),
    ("jaminan keamanan", "security guarantee"),
    ("pengendalian senjata", "arms control"),
    ("respons cepat", "rapid response"),
    ("mengikat secara hukum", "legally binding"),
    ("penumpukan militer", "military buildup"),
    ("kebijakan pintu terbuka", "open-door policy"),
    ("langkah membangun kepercayaan", "confidence-building measure"),
    ("krisis rudal Kuba", "Cuban missile crisis"),
    ("kekuatan serangan", "attack force"),
    ("Menteri Luar Negeri AS", "US Secretary of State"),
    ("Asisten Menteri Luar Negeri AS", "US Assistant Secretary of State"),
    ("nota kesepahaman", "memorandum of understanding"),
    ("surat perjanjian kerja sama", "cooperation agreement"),
    # the media
    ("juru bicara", "spokesperson"),
    ("jumpa pers", "press conference"),
    ("dikutip dari", "as quoted by"),
    ("dilansir", "as reported by"),
    ("awak media", "reporters"),
    # the state
    ("KPK", "Corruption Eradication Commission"),
    ("DPR", "House of Representatives"),
    ("BMKG", "Meteorology, Climatology and Geophysics Agency"),
    ("OJK", "Financial Services Authority"),
    ("TNI", "Indonesian National Armed Forces"),
    ("Polri", "Indonesian National Police"),
    ("Kemlu", "Foreign Ministry"),
    ("BPS", "Statistics Indonesia"),
    ("BNPB", "National Disaster Management Agency"),
    ("MK", "Constitutional Court"),
    ("Komdigi", "Communication and Digital Affairs Ministry"),
    ("pengadilan negeri", "District Court"),
]


@pytest.mark.parametrize(("indonesian", "english"), MUST_HAVES)
def test_has_the_terms_news_needs(terms: Glossary, indonesian: str, english: str) -> None:
    found = [
        concept.preferred
        for concept in terms.concepts
        if indonesian.casefold() in {term.casefold() for term in concept.terms}
    ]
    assert found == [english]


# What a terminologist of news asks for first, and the rendering of the trade.
# Most acronyms are left out: some of them stand for two things.
NEWS_TERMS = [
    # diplomacy and security
    ("gencatan senjata", "ceasefire"),
    ("kesepahaman bersama", "mutual understanding"),
    ("surat kepercayaan", "credentials"),
    ("kuasa usaha ad interim", "chargé d'affaires ad interim"),
    ("persona non grata", "persona non grata"),
    ("Majelis Umum PBB", "UN General Assembly"),
    ("Dewan Keamanan PBB", "UN Security Council"),
    ("kunjungan kenegaraan", "state visit"),
    ("perbatasan", "border"),
    ("menengahi", "mediate"),
    ("zona larangan terbang", "no-fly zone"),
    ("zona ekonomi eksklusif", "exclusive economic zone"),
    ("laut teritorial", "territorial sea"),
    ("kapal induk", "aircraft carrier"),
    ("rudal balistik antarbenua", "intercontinental ballistic missile"),
    ("hulu ledak nuklir", "nuclear warhead"),
    ("pengayaan uranium", "uranium enrichment"),
    ("solusi dua negara", "two-state solution"),
    ("tawanan perang", "prisoner of war"),
    ("kejahatan perang", "war crime"),
    # the state and its parties
    ("wakil presiden", "vice president"),
    ("menteri koordinator", "coordinating minister"),
    ("pelaksana tugas", "acting"),
    ("bupati", "regent"),
    ("rancangan undang-undang", "bill"),
    ("sidang paripurna", "plenary session"),
    ("hak angket", "right of inquiry"),
    ("perombakan kabinet", "cabinet reshuffle"),
    ("koalisi", "coalition"),
    ("PDI-P", "Indonesian Democratic Party of Struggle"),
    # the courts
    ("operasi tangkap tangan", "sting operation"),
    ("tersangka", "suspect"),
    ("terdakwa", "defendant"),
    ("terpidana", "convict"),
    ("surat dakwaan", "indictment"),
    ("kasasi", "cassation"),
    ("uji materi", "judicial review"),
    ("Kejaksaan Agung", "Attorney General's Office"),
    ("tindak pidana pencucian uang", "money laundering"),
    ("pencemaran nama baik", "defamation"),
    ("pembebasan bersyarat", "parole"),
    # the economy
    ("suku bunga acuan", "benchmark interest rate"),
    ("cadangan devisa", "foreign exchange reserve"),
    ("defisit transaksi berjalan", "current account deficit"),
    ("produk domestik bruto", "gross domestic product"),
    ("pajak pertambahan nilai", "value-added tax"),
    ("IHSG", "Jakarta Composite Index"),
    ("otoritas moneter", "monetary authority"),
    ("usaha mikro, kecil, dan menengah", "micro, small and medium enterprises"),
    # disasters, health, energy
    ("gempa susulan", "aftershock"),
    ("banjir bandang", "flash flood"),
    ("pencarian dan penyelamatan", "search and rescue"),
    ("antraks", "anthrax"),
    ("penyakit mulut dan kuku", "foot-and-mouth disease"),
    ("energi terbarukan", "renewable energy"),
    ("emisi gas rumah kaca", "greenhouse gas emission"),
    # elections, places, the media
    ("daftar pemilih tetap", "final voter list"),
    ("hitung cepat", "quick count"),
    ("ambang batas parlemen", "parliamentary threshold"),
    ("Selat Malaka", "Strait of Malacca"),
    ("Tepi Barat", "West Bank"),
    ("menurut laporan", "according to reports"),
]


@pytest.mark.parametrize(("indonesian", "english"), NEWS_TERMS)
def test_finds_the_whole_term_with_the_rendering_of_the_trade(
    terms: Glossary, indonesian: str, english: str
) -> None:
    assert [(match.term, match.concept.preferred) for match in terms.match(indonesian)] == [
        (indonesian, english)
    ]


# A longer row is there for the sake of what it keeps a shorter one from taking.
PROTECTED = [
    ("laba-laba", "spider"),
    ("kartu kredit", "credit card"),
    ("polisi tidur", "speed bump"),
    ("penangkapan ikan", "fishing"),
    ("pengamat tetap", "permanent observer"),
    ("Statuta Roma", "Rome Statute"),
    ("Duren Sawit", "Duren Sawit"),
    ("Lapangan Banteng", "Lapangan Banteng"),
    ("serangan jantung", "heart attack"),
]


@pytest.mark.parametrize(("indonesian", "english"), PROTECTED)
def test_longer_terms_protect_what_they_contain(
    terms: Glossary, indonesian: str, english: str
) -> None:
    (match,) = terms.match(f"Ia menyebut {indonesian} itu.")
    assert (match.term, match.concept.preferred) == (indonesian, english)


@pytest.mark.parametrize(
    "text",
    [
        "Keadaan di sana aman.",
        "Kondisi di kota itu AMAN.",
        "Harian itu terbit di Jalan Medan Merdeka.",
        "Dua hari tenang tanpa hujan.",
    ],
)
def test_plain_words_are_no_terms(terms: Glossary, text: str) -> None:
    found = {match.term for match in terms.match(text)}
    assert not found & {"AMAN", "aman", "merdeka", "hari tenang"}


@pytest.mark.parametrize(
    ("indonesian", "slip"),
    [
        ("deeskalasi", "escalation reduction"),
        ("nota kesepahaman", "cooperation agreement letter"),
        ("surat perjanjian kerja sama", "cooperation agreement letter"),
        ("jaminan keamanan", "safety guarantee"),
        ("juru bicara", "speaker"),
        ("Menteri Luar Negeri AS", "US Foreign Minister"),
        ("fraksi", "fraction"),
        ("retribusi", "retribution"),
        ("bahan bakar minyak", "fuel oil"),
        ("wajib pajak", "compulsory tax"),
    ],
)
def test_knows_the_slips(terms: Glossary, indonesian: str, slip: str) -> None:
    (concept,) = (concept for concept in terms.concepts if indonesian in concept.terms)
    assert slip in concept.avoided


SHORT_FORMS = ["AS", "BI", "BIN", "BOS", "BPK", "DAK", "DIY", "HAM", "HET", "INF", "KEK", "MA"]
SHORT_FORMS += ["NU", "PAD", "PAN", "SD", "SUN", "WHO"]


@pytest.mark.parametrize("short", SHORT_FORMS)
def test_short_forms_that_are_also_words_heed_capitals(terms: Glossary, short: str) -> None:
    (concept,) = (concept for concept in terms.concepts if short in concept.terms)
    assert Flag.CASE in concept.flags
