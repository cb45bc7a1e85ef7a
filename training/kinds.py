"""Kinds of places and of their officials beside names: *di Selat Makassar*, *in the Makassar
Strait*.

Few pairs have any one of them, and beside a name a model takes it for part of the name. Where a
place's name stands on both sides after a word that says where, a kind is put before it, and
English says it as English does.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Collection, Sequence

MOST_EACH = 250  # pairs for one kind
OF_PEOPLE = 0.8  # of the places that something is from

# fmt: off
PLACES = {
    "Bandara": "{} Airport",
    "Bendungan": "the {} Dam",
    "Benteng": "Fort {}",
    "Bukit": "{} Hill",
    "Candi": "{} Temple",
    "Danau": "Lake {}",
    "Desa": "{} Village",
    "Gereja": "{} Church",
    "Gunung": "Mount {}",
    "Hutan": "the {} Forest",
    "Jalan": "{} Street",
    "Jembatan": "the {} Bridge",
    "Kabupaten": "{} Regency",
    "Kecamatan": "{} District",
    "Kedutaan Besar": "the {} Embassy",
    "Kepulauan": "the {} Islands",
    "Laut": "the {} Sea",
    "Lembah": "the {} Valley",
    "Masjid": "{} Mosque",
    "Museum": "the {} Museum",
    "Pangkalan Udara": "{} Air Base",
    "Pantai": "{} Beach",
    "Pasar": "{} Market",
    "Pegunungan": "the {} Mountains",
    "Pelabuhan": "{} Port",
    "Provinsi": "{} Province",
    "Pulau": "{} Island",
    "Rumah Sakit": "{} Hospital",
    "Selat": "the {} Strait",
    "Semenanjung": "the {} Peninsula",
    "Stadion": "{} Stadium",
    "Stasiun": "{} Station",
    "Sungai": "the {} River",
    "Taman Nasional": "{} National Park",
    "Teluk": "{} Bay",
    "Terusan": "the {} Canal",
    "Universitas": "{} University",
    "kota": "the city of {}",
    "pinggiran kota": "the outskirts of {}",
    "wilayah": "the {} region",
}
PEOPLE = {
    "Bupati": "the Regent of {}",
    "Gubernur": "the Governor of {}",
    "Wali Kota": "the Mayor of {}",
    "Wakil Bupati": "the Deputy Regent of {}",
    "Wakil Gubernur": "the Deputy Governor of {}",
    "Wakil Wali Kota": "the Deputy Mayor of {}",
    "kepala polisi": "the chief of police of {}",
    "pemerintah": "the government of {}",
    "penduduk": "the inhabitants of {}",
    "warga": "residents of {}",
}
# fmt: on
"""What stands before a name in Indonesian, and around it in English."""

_ON = {"Bukit", "Gunung", "Jalan", "Jembatan", "Kepulauan", "Pantai", "Pulau", "Semenanjung"}
_ON |= {"Sungai", "Danau", "pinggiran kota"}
_AT = {"Bandara", "Kedutaan Besar", "Masjid", "Museum", "Pangkalan Udara", "Pasar", "Pelabuhan"}
_AT |= {"Rumah Sakit", "Stadion", "Stasiun", "Universitas", "Candi", "Bendungan", "Gereja"}
"""Kinds that something is on or at, not in."""

_WAYS = {"di": ("in", "at"), "ke": ("to",), "dari": ("from",), "dekat": ("near",)}
_NAME = r"(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)(?![\w'-]| [A-Z]| (?:von|van|de|bin)\b)"
_HERE = re.compile(rf"(?<![\w-])(?P<where>{'|'.join(_WAYS)}) {_NAME}")
_THERE = re.compile(rf"(?<![\w-])(?P<where>in|at|to|from|near) {_NAME}")


class Kinds:
    """Puts kinds before names; the same ones for the same seed and order of calls."""

    def __init__(self, countries: Collection[str], seed: int) -> None:
        """``countries`` are names that no kind is put before: none of them is a river's."""
        self._dice = random.Random(seed)
        self._alone = {*countries, *(word for kind in (*PLACES, *PEOPLE) for word in kind.split())}
        self._given: Counter[str] = Counter()

    def of(self, texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Twins of those texts that name a place, until each kind was given ``MOST_EACH`` times."""
        made = (self._with_kind(*pair) for pair in texts)
        return [pair for pair in made if pair is not None]

    def _with_kind(self, source: str, target: str) -> tuple[str, str] | None:
        there = {found["name"]: found for found in _THERE.finditer(target)}
        for here in _HERE.finditer(source):
            name = here["name"]
            if name not in there or not source.count(name) == target.count(name) == 1:
                continue
            if name in self._alone or name.split()[0] in self._alone:
                continue
            where, whence = here["where"], there[name]["where"]
            if whence not in _WAYS[where]:
                continue
            people = where == "dari" and self._dice.random() < OF_PEOPLE
            kinds = [kind for kind in (PEOPLE if people else PLACES) if self._left(kind)]
            if not kinds:
                return None
            kind = self._dice.choice(kinds)
            self._given[kind] += 1
            if where == "di":
                whence = "on" if kind in _ON else "at" if kind in _AT else "in"
            said = (PEOPLE if people else PLACES)[kind].format(name)
            start, stop = there[name].span()
            source = f"{source[: here.start()]}{where} {kind} {name}{source[here.end() :]}"
            return source, f"{target[:start]}{whence} {said}{target[stop:]}"
        return None

    def _left(self, kind: str) -> bool:
        return self._given[kind] < MOST_EACH
