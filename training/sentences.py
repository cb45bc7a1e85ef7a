"""Sentences as Indonesian news has them by the thousand, written for this by hand, with other
names, places and figures each time.

The pairs are of everything but what such news is of: who was arrested, what flooded, what an
official said after which meeting. Its set phrases mean more than their words (*menetapkan sebagai
tersangka*, to name a suspect; *bertolak ke*, to leave for), and no sentence of the pairs may have
them.

``sentences.tsv`` has them, Indonesian and English, with the names of what is to be filled in.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from training.normalise import capital

EACH = 30  # pairs of one sentence, each filled in anew
EQUAL = 10  # pairs of one that has nothing, or little, to be filled in

Both = tuple[str, str]
_SLOT = re.compile(r"\{(\w+?)(\d?)(EN)?\}")

_PROVINCES = """Aceh Bali Banten Bengkulu Gorontalo Jambi Lampung Maluku Papua Riau Yogyakarta
Jawa_Barat:West_Java Jawa_Tengah:Central_Java Jawa_Timur:East_Java Sumatera_Utara:North_Sumatra
Sumatera_Barat:West_Sumatra Sumatera_Selatan:South_Sumatra Kalimantan_Barat:West_Kalimantan
Kalimantan_Tengah:Central_Kalimantan Kalimantan_Timur:East_Kalimantan
Kalimantan_Selatan:South_Kalimantan Sulawesi_Selatan:South_Sulawesi
Sulawesi_Tengah:Central_Sulawesi Sulawesi_Tenggara:Southeast_Sulawesi
Sulawesi_Utara:North_Sulawesi Nusa_Tenggara_Barat:West_Nusa_Tenggara
Nusa_Tenggara_Timur:East_Nusa_Tenggara Maluku_Utara:North_Maluku Papua_Barat:West_Papua"""
_CITIES = """Jakarta Surabaya Medan Makassar Semarang Palembang Denpasar Manado Pontianak Padang
Balikpapan Samarinda Banjarmasin Ambon Kupang Jayapura Mataram Kendari Palu Pekanbaru Batam
Jakarta_Pusat:Central_Jakarta Jakarta_Selatan:South_Jakarta Jakarta_Timur:East_Jakarta
Jakarta_Barat:West_Jakarta Jakarta_Utara:North_Jakarta Bandung_Barat:West_Bandung
Tangerang_Selatan:South_Tangerang Lombok_Timur:East_Lombok Aceh_Utara:North_Aceh"""
_VILLAGES = "Cibatu Sukamaju Cisarua Karangrejo Wonosari Sidomulyo Tanjungsari Mekarjaya Kedungwuni"
_COUNTRIES = """Jepang:Japan Korea_Selatan:South_Korea Korea_Utara:North_Korea Cina:China
Rusia:Russia Ukraina:Ukraine Iran Irak:Iraq Israel Palestina:Palestine Malaysia Singapura:Singapore
Thailand Vietnam Filipina:the_Philippines Australia India Pakistan Bangladesh Myanmar
Kamboja:Cambodia Timor_Leste Inggris:Britain Prancis:France Jerman:Germany Belanda:the_Netherlands
Italia:Italy Spanyol:Spain Turki:Turkey Arab_Saudi:Saudi_Arabia Mesir:Egypt Suriah:Syria
Yaman:Yemen Sudan Afrika_Selatan:South_Africa Brasil:Brazil Argentina Meksiko:Mexico Kanada:Canada
Amerika_Serikat:the_United_States Selandia_Baru:New_Zealand Suriname"""
_DAYS = """Senin:Monday Selasa:Tuesday Rabu:Wednesday Kamis:Thursday Jumat:Friday Sabtu:Saturday
Minggu:Sunday"""
_MONTHS = """Januari:January Februari:February Maret:March April Mei:May Juni:June Juli:July
Agustus:August September Oktober:October November Desember:December"""
_DISASTERS = """banjir:floods banjir_bandang:flash_floods tanah_longsor:a_landslide
gempa:an_earthquake kebakaran:a_fire angin_puting_beliung:a_whirlwind kekeringan:drought"""
_HOLIDAYS = "Lebaran:Idul_Fitri Idul_Fitri Natal:Christmas Tahun_Baru:New_Year"
_FOOD = """cabai:chili cabai_rawit:bird's_eye_chili beras:rice bawang_merah:shallot telur:egg
daging_sapi:beef minyak_goreng:cooking_oil gula:sugar kedelai:soybean"""
_MOUNTAINS = """Semeru Merapi Rinjani Sindoro Sumbing Slamet Gede Agung Kerinci Lawu Marapi Ibu
Dukono Raung Bromo Arjuno Prau Sinabung"""
_TEMPLES = "Borobudur Prambanan Mendut Sewu Penataran Cetho"
_FIRST = """Agus Budi Siti Dewi Rudi Eko Ahmad Sri Hendra Yusuf Rina Bambang Wahyu Ratna Dedi
Fitri Joko Indra Maria Yohanes Made Ketut Nyoman Putri Andi Muhammad Teguh Lestari"""
_LAST = """Santoso Wijaya Hidayat Nugroho Saputra Lestari Siregar Simanjuntak Setiawan Kurniawan
Rahmawati Hartono Gunawan Susanto Pratama Suharto Harahap Tampubolon Wibowo Mulyani Purnomo"""
_LAW = {
    "KPK": "the Corruption Eradication Commission",
    "Komisi Pemberantasan Korupsi": "the Corruption Eradication Commission",
    "Kejaksaan Agung": "the Attorney General's Office",
    "Polda Metro Jaya": "the Jakarta Police",
    "Polri": "the National Police",
}
_AGENCIES = _LAW | {
    "BMKG": "the Meteorology, Climatology and Geophysics Agency",
    "BNPB": "the National Disaster Mitigation Agency",
    "Badan Pusat Statistik": "Statistics Indonesia",
    "TNI": "the Indonesian Military",
    "Kementerian Kesehatan": "the Health Ministry",
    "Kementerian Perdagangan": "the Trade Ministry",
}
_MINISTERS = """Keuangan:Finance Pertahanan:Defense Kesehatan:Health Luar_Negeri:Foreign
Dalam_Negeri:Home_Affairs Perdagangan:Trade Pertanian:Agriculture Perhubungan:Transportation
Pendidikan:Education Sosial:Social_Affairs Agama:Religious_Affairs Perindustrian:Industry
Ketenagakerjaan:Manpower Kehutanan:Forestry Pariwisata:Tourism"""
_OFFICIALS = {
    "Bupati": "regent",
    "Wakil Bupati": "deputy regent",
    "Wali Kota": "mayor",
    "Wakil Wali Kota": "deputy mayor",
    "Kapolres": "police chief",
}
_FORMER = {
    "mantan gubernur": "a former governor",
    "eks wali kota": "a former mayor",
    "mantan menteri": "a former minister",
    "seorang anggota DPR": "a lawmaker",
    "seorang pengusaha": "a businessman",
    "mantan kepala dinas": "a former agency head",
}
_QUARTERS = (("pertama", "first"), ("kedua", "second"), ("ketiga", "third"), ("keempat", "fourth"))


def _list(text: str) -> list[Both]:
    """Names that are separated by spaces, with ``_`` for a space within one; ``here:there`` where
    English has another."""
    found = []
    for name in text.replace("\n", " ").split(" "):
        here, _, there = name.replace("_", " ").partition(":")
        found.append((here, there or here))
    return found


class _Filler:
    """Draws what is filled in."""

    def __init__(self, towns: Sequence[str], seed: int) -> None:
        self._dice = random.Random(seed)
        cities = _list(_CITIES)
        self._towns = [*((town, town) for town in towns), *cities[:21]]
        self._areas = [*cities, *_list(_PROVINCES), *self._towns]
        self._villages = _VILLAGES.split()
        lists: Mapping[str, Sequence[Both]] = {
            "province": _list(_PROVINCES),
            "country": _list(_COUNTRIES),
            "day": _list(_DAYS),
            "month": _list(_MONTHS),
            "disaster": _list(_DISASTERS),
            "holiday": _list(_HOLIDAYS),
            "food": _list(_FOOD),
            "mountain": _list(_MOUNTAINS),
            "temple": _list(_TEMPLES),
            "law": list(_LAW.items()),
            "agency": list(_AGENCIES.items()),
            "formerOfficial": list(_FORMER.items()),
            "quarter": _QUARTERS,
            "ministry": _list(_MINISTERS),
            "town": self._towns,
        }
        self._draws: dict[str, Callable[[], Both]] = {
            "area": self._area,
            "person": self._person,
            "official": self._official,
            "minister": self._minister,
            "initials": lambda: self._same("".join(self._dice.choices("ABDEFHIJMNRSTWY", k=2))),
            "few": lambda: self._same(self._dice.randint(2, 48)),
            "num": lambda: self._same(self._dice.randint(50, 950)),
            "three": lambda: self._same(self._dice.randint(100, 999)),
            "digit": lambda: self._same(self._dice.randint(2, 5)),
            "age": lambda: self._same(self._dice.randint(17, 74)),
            "year": lambda: self._same(self._dice.randint(2019, 2030)),
            "thousands": lambda: self._point(self._dice.randint(10, 95), "500", "000"),
            "percent": lambda: self._decimal(self._dice.randint(0, 60)),
            "magnitude": lambda: self._decimal(self._dice.randint(3, 7)),
            "minute": self._minute,
            "date": self._date,
        }
        self._draws |= {name: self._drawn(list_) for name, list_ in lists.items()}

    def _drawn(self, names: Sequence[Both]) -> Callable[[], Both]:
        return lambda: self._dice.choice(names)

    def _same(self, value: object) -> Both:
        return str(value), str(value)

    def _point(self, thousands: int, *ends: str) -> Both:
        end = self._dice.choice(ends)
        return f"{thousands}.{end}", f"{thousands},{end}"

    def _decimal(self, whole: int) -> Both:
        part = self._dice.randint(1, 9)
        return f"{whole},{part}", f"{whole}.{part}"

    def _minute(self) -> Both:
        minute = self._dice.randint(2, 90)
        last = {1: "st", 2: "nd", 3: "rd"}.get(minute % 10, "th")
        return str(minute), f"{minute}{'th' if minute // 10 == 1 else last}"

    def _date(self) -> Both:
        day = self._dice.randint(1, 28)
        here, there = self._draws["month"]()
        return f"{day} {here}", f"{there} {day}"

    def _person(self) -> Both:
        return self._same(f"{self._dice.choice(_FIRST.split())} {self._dice.choice(_LAST.split())}")

    def _area(self) -> Both:
        here, there = self._dice.choice(self._areas)
        town, village = self._dice.choice(self._towns)[0], self._dice.choice(self._villages)
        forms = (
            (here, there),
            (f"Kabupaten {town}", f"{town} Regency"),
            (f"Kota {town}", f"the city of {town}"),
            (f"Kecamatan {village}, {town}", f"{village} District, {town}"),
            (f"Desa {village}, Kabupaten {town}", f"{village} Village, {town} Regency"),
        )
        return self._dice.choices(forms, (6, 3, 1, 2, 1))[0]

    def _official(self) -> Both:
        if self._dice.random() < 0.25:
            here, there = self._draws["province"]()
            return f"Gubernur {here}", f"the governor of {there}"
        town = self._dice.choice(self._towns)[0]
        here, there = self._dice.choice(list(_OFFICIALS.items()))
        return f"{here} {town}", f"the {there} of {town}"

    def _minister(self) -> Both:
        here, there = self._draws["ministry"]()
        return f"Menteri {here}", f"the {there.lower()} minister"

    def fill(self, here: str, there: str) -> Both:
        """A sentence on both sides, all that stands in braces filled in."""
        drawn: dict[str, Both] = {}
        for name, number, _ in _SLOT.findall(here):
            slot = name[0].lower() + name[1:]
            key, value = f"{slot}{number}", self._draws[slot]()
            while key not in drawn and value in drawn.values() and slot == "country":
                value = self._draws[slot]()  # nobody accuses themselves
            drawn.setdefault(key, value)
        drawn["ordinal"] = drawn.get("minute", ("", ""))

        def put(side: int) -> Callable[[re.Match[str]], str]:
            def one(match: re.Match[str]) -> str:
                name, number = match[1], match[2]
                value = drawn[f"{name[0].lower()}{name[1:]}{number}"][side]
                return capital(value) if name[0].isupper() else value

            return one

        before = re.sub(r"\{(Official|Minister)\} \{person\}", self._titled(drawn), there)
        return _SLOT.sub(put(0), here), _SLOT.sub(put(1), before)

    @staticmethod
    def _titled(drawn: Mapping[str, Both]) -> Callable[[re.Match[str]], str]:
        """*Garut Regent Budi Santoso*, not *the regent of Garut Budi Santoso*."""

        def title(match: re.Match[str]) -> str:
            said = drawn[match[1].lower()][1].removeprefix("the ")
            office, _, place = said.partition(" of ")
            return " ".join([f"{place} {office.title()}".strip(), drawn["person"][1]])

        return title


def filled(towns: Sequence[str], seed: int, each: int = EACH) -> list[Both]:
    """Every sentence of ``sentences.tsv`` ``each`` times, filled in anew; equal ones no more than
    ``EQUAL`` times.

    ``towns`` are names of regencies and cities besides those that are known here.
    """
    path = Path(__file__).with_name("sentences.tsv")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    filler = _Filler(towns, seed)
    count = Counter(filler.fill(*row) for row in rows for _ in range(each))
    return [pair for pair, times in count.items() for _ in range(min(times, EQUAL))]
