"""Kinds of places and of their officials beside names: *di Selat Makassar*, *in the Makassar
Strait*.

Few pairs have any one of them, and beside a name a model takes it for part of the name. Where a
place's name stands on both sides after a word that says where, a kind is put before it, and
English says it as English does. Officials, and people of a place, also do what *he*, *she* or
*they* did: *Bupati Garut mengatakan*, *The Regent of Garut said*.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

MOST_EACH = 600  # pairs for one kind, and for one that a sentence begins with
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

_ON = {"Bukit", "Gunung", "Jalan", "Jembatan", "Pantai", "Pulau", "Semenanjung"}
_ON |= {"Sungai", "Danau", "pinggiran kota"}
_AT = {"Bandara", "Kedutaan Besar", "Masjid", "Museum", "Pangkalan Udara", "Pasar", "Pelabuhan"}
_AT |= {"Rumah Sakit", "Stadion", "Stasiun", "Universitas", "Candi", "Bendungan", "Gereja"}
_AT |= {"Benteng"}
"""Kinds that something is on or at, not in."""

_MANY = {"penduduk", "warga"}
_SOMEBODY = (re.compile(r"^(?:Ia|Dia|Beliau) (?=[a-z])"), re.compile(r"^(?:He|She) (?=[a-z])"))
_THEY = (re.compile(r"^Mereka (?=[a-z])"), re.compile(r"^They (?=[a-z])"))
_TOWN = re.compile(r"(?<![\w-])(?:Kabupaten|Bupati|Wali Kota) ([A-Z][a-z]{2,})(?![\w'-]| [A-Z])")
_WAYS = {"di": ("in", "at"), "ke": ("to",), "dari": ("from",), "dekat": ("near",)}
_NAME = r"(?P<name>[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)(?![\w'-]| [A-Z]| (?:von|van|de|bin)\b)"
_HERE = re.compile(rf"(?<![\w-])(?P<where>{'|'.join(_WAYS)}) {_NAME}")
_THERE = re.compile(rf"(?<![\w-])(?P<where>in|at|to|from|near) {_NAME}")


def towns(lines: Iterable[str]) -> list[str]:
    """Names of one word that Indonesians write of a regency or a city, more than once."""
    count = Counter(name for line in lines for name in _TOWN.findall(line))
    return sorted(name for name, times in count.items() if times > 1)


class Kinds:
    """Puts kinds before names; the same ones for the same seed and order of calls."""

    def __init__(self, countries: Collection[str], towns: Sequence[str], seed: int) -> None:
        """``countries`` are names that no kind is put before: none of them is a river's; ``towns``
        are those that somebody is of."""
        self._dice = random.Random(seed)
        self._alone = {*countries, *(word for kind in (*PLACES, *PEOPLE) for word in kind.split())}
        self._towns = towns
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

    def first(self, texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Twins of those texts that begin with *he*, *she* or *they*, with somebody of a town in
        their place, until each kind was given ``MOST_EACH`` times."""
        made = (self._with_somebody(*pair) for pair in texts if self._towns)
        return [pair for pair in made if pair is not None]

    def _with_somebody(self, source: str, target: str) -> tuple[str, str] | None:
        for (here, there), many in ((_SOMEBODY, False), (_THEY, True)):
            if here.match(source) and there.match(target):
                kinds = [kind for kind in PEOPLE if (kind in _MANY) is many]
                kinds = [kind for kind in kinds if self._left(f"{kind}, first")]
                if not kinds:
                    return None
                kind, name = self._dice.choice(kinds), self._dice.choice(self._towns)
                self._given[f"{kind}, first"] += 1
                said = PEOPLE[kind].format(name)
                return (
                    here.sub(f"{kind[0].upper()}{kind[1:]} {name} ", source),
                    there.sub(f"{said[0].upper()}{said[1:]} ", target),
                )
        return None

    def _left(self, kind: str) -> bool:
        return self._given[kind] < MOST_EACH
