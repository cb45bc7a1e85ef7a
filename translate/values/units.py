"""Units of measure in both languages, under one key for each.

The words are those of CLDR's long and short forms, with the other spellings of the press.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from padanan.translate.dates import key


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        symbol: What the house writes where the source has a symbol; "" for none.
        one: The English word for one of it.
        more: The English word for several.
        symbols: What Indonesian writes for it in short, in small letters.
        words: What Indonesian writes for it in full, in small letters.
        others: Other English spellings, in small letters.
    """

    symbol: str
    one: str
    more: str
    symbols: tuple[str, ...]
    words: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the unit in `Quantity.unit`."""
        return self.symbol or self.more

    @property
    def english(self) -> tuple[str, ...]:
        """Every English spelling, in small letters."""
        symbol = (self.symbol.lower(),) if self.symbol else ()
        return (self.more.lower(), self.one.lower(), *symbol, *self.others)


_TABLE = """\
km;kilometer;kilometers;km;kilometer;kilometre|kilometres|kms
m;meter;meters;m;meter;metre|metres
cm;centimeter;centimeters;cm;sentimeter|senti meter|centimeter;centimetre|centimetres
mm;millimeter;millimeters;mm;milimeter|millimeter;millimetre|millimetres
;meter above sea level;meters above sea level;mdpl|m dpl;meter di atas permukaan laut\
;metres above sea level|masl|m above sea level
;mile;miles;;mil;mi
;nautical mile;nautical miles;;mil laut;nm
;square nautical mile;square nautical miles;;mil laut persegi;
;square mile;square miles;;mil persegi;sq mi
;foot;feet;;kaki;ft
;inch;inches;;inci|inchi|inch;
;yard;yards;;yard;
;square foot;square feet;;kaki persegi;sq ft
;cubic foot;cubic feet;;kaki kubik;cu ft
m²;square meter;square meters;m2|m²;meter persegi;square metre|square metres|sq m|m2|sqm
cm²;square centimeter;square centimeters;cm2|cm²;sentimeter persegi;square centimetres
km²;square kilometer;square kilometers;km2|km²;kilometer persegi|km persegi\
;square kilometre|square kilometres|sq km|km2|square km
ha;hectare;hectares;ha;hektare|hektar;
;acre;acres;;ekar|acre;
m³;cubic meter;cubic meters;m3|m³;meter kubik;cubic metre|cubic metres|m3
;light-year;light-years;;tahun cahaya;light years|light year
l;liter;liters;;liter;litre|litres
ml;milliliter;milliliters;ml;mililiter;millilitre|millilitres
;barrel;barrels;;barel;bbl
;gallon;gallons;;galon;
kg;kilogram;kilograms;kg;kilogram|kilo;kilo|kilos|kgs
g;gram;grams;gr;gram;gramme|grammes
mg;milligram;milligrams;mg;miligram;
;ton;tons;;ton;tonne|tonnes|metric ton|metric tons
;quintal;quintals;;kuintal|kwintal;
;pound;pounds;;pon;lb|lbs
;ounce;ounces;;ons;oz
;knot;knots;;knot;kt|kts
°C;degree Celsius;degrees Celsius;°c|ºc;derajat celsius|derajat celcius\
;degrees centigrade|degrees c|ºc|° c|celsius|c
°F;degree Fahrenheit;degrees Fahrenheit;°f|ºf;derajat fahrenheit;degrees f|ºf|° f|fahrenheit|f
°;degree;degrees;°|º;derajat;º
;degree south latitude;degrees south latitude;;derajat ls|derajat lintang selatan\
;degrees south|degree south|°s
;degree north latitude;degrees north latitude;;derajat lu|derajat lintang utara\
;degrees north|degree north|°n
;degree east longitude;degrees east longitude;;derajat bt|derajat bujur timur\
;degrees east|degree east|°e
;degree west longitude;degrees west longitude;;derajat bb|derajat bujur barat\
;degrees west|degree west|°w
;south latitude;south latitude;ls;lintang selatan;south
;north latitude;north latitude;lu;lintang utara;north
;east longitude;east longitude;bt;bujur timur;east
;west longitude;west longitude;bb;bujur barat;west
;magnitude;magnitude;sr|skala richter;magnitudo|pada skala richter|skala magnitudo\
;on the richter scale|richter|mw|on the richter
W;watt;watts;;watt;
kW;kilowatt;kilowatts;kw;kilowatt;
MW;megawatt;megawatts;mw;megawatt;
GW;gigawatt;gigawatts;gw;gigawatt;
kWh;kilowatt-hour;kilowatt-hours;kwh;kilowatt jam|kilowatt hour;kilowatt hours|kilowatt hour
mAh;milliampere-hour;milliampere-hours;mah;;milliamp hours|milliampere hours
;volt;volts;;volt;
;megapixel;megapixels;mp;megapiksel;
kB;kilobyte;kilobytes;kb;kilobita|kilobyte;
MB;megabyte;megabytes;mb;megabita|megabyte;
GB;gigabyte;gigabytes;gb;gigabita|gigabyte;
TB;terabyte;terabytes;tb;terabita|terabyte;
Mbps;megabit per second;megabits per second;mbps;;
GHz;gigahertz;gigahertz;ghz;gigahertz;
MHz;megahertz;megahertz;mhz;megahertz;
Hz;hertz;hertz;hz;hertz;
cc;cubic centimeter;cubic centimeters;cc;;
"""
"""symbol;one;more;symbols;words;others, the latter three with | between them."""

_PER = {"h": ("jam", "hour"), "s": ("detik", "second")}
"""Times that belong to a unit of speed or flow; "per hari" does not."""


def _split(words: str) -> tuple[str, ...]:
    return tuple(word for word in words.split("|") if word)


@cache
def units() -> dict[str, Unit]:
    """The units by their keys, those of speed and flow included: "km/h"."""
    found: dict[str, Unit] = {}
    for line in _TABLE.strip().split("\n"):
        symbol, one, more, symbols, words, others = line.split(";")
        unit = Unit(symbol, one, more, _split(symbols), _split(words), _split(others))
        found[unit.key] = unit
    for base in list(found.values()):
        for short, (indonesian, english) in _PER.items():
            unit = _per(base, short, indonesian, english)
            found[unit.key] = unit
    found["km/h"] = _with_others(found["km/h"], ("kpj", "kmpj"), ("kph", "kmh", "kmph"))
    found["miles per hour"] = _with_others(found["miles per hour"], ("mpj",), ("mph",))
    return found


def _per(base: Unit, short: str, indonesian: str, english: str) -> Unit:
    ways = (*base.symbols, *base.words)
    article = "an" if english == "hour" else "a"
    return Unit(
        f"{base.symbol}/{short}" if base.symbol else "",
        f"{base.one} per {english}",
        f"{base.more} per {english}",
        tuple(f"{way}/{end}" for way in ways for end in (indonesian, short))
        + tuple(f"{way} per {indonesian}" for way in base.symbols),
        tuple(f"{way} per {indonesian}" for way in base.words),
        tuple(
            f"{way}{link}"
            for way in base.english
            for link in (f" per {english}", f" {article} {english}", f"/{english}")
        ),
    )


def _with_others(unit: Unit, symbols: tuple[str, ...], others: tuple[str, ...]) -> Unit:
    return Unit(
        unit.symbol, unit.one, unit.more, unit.symbols + symbols, unit.words, unit.others + others
    )


@cache
def by_indonesian() -> dict[str, str]:
    """The keys of units by what stands after a number in Indonesian, in small letters."""
    return {
        word.replace("-", " "): unit.key
        for unit in units().values()
        for word in (*unit.symbols, *unit.words)
    }


@cache
def by_english() -> dict[str, str]:
    """The same for English. What says more than one thing ("m" is a million) is left out."""
    return {
        word.replace("-", " "): unit.key
        for unit in units().values()
        for word in unit.english
        if word != "m"
    }


_WORD = re.compile(r"[^\W\d_]+[23²³]?(?:/[^\W\d_]+)?|[°º]\s?[CFcf]?(?![^\W\d_])|%")


def ahead(text: str, start: int, table: Mapping[str, str], most: int = 6) -> tuple[int, str] | None:
    """What the longest words from `start` are in a table, and where they end.

    Args:
        text: Any text.
        start: An offset in it; a space or a hyphen there is passed over.
        table: By words in small letters with single spaces.
        most: How many words are looked at.
    """
    if text[start : start + 1] in (" ", "-", "\u00a0"):
        start += 1
    words: list[str] = []
    found = None
    while len(words) < most and (match := _WORD.match(text, start)):
        words.append(key(match[0]))
        if (value := table.get(" ".join(words))) is not None:
            found = match.end(), value
        start = match.end() + 1
        if text[match.end() : start] not in (" ", "-"):
            break
    return found


_FAMILIES = (
    frozenset({"°", "°C", "°F"}),
    frozenset({"miles", "nautical miles"}),
    frozenset({"m", "meters above sea level", "feet above sea level"}),
    frozenset({"%", "points"}),
    frozenset({"m³", "cc"}),
    frozenset({"pounds", "GBP"}),
    frozenset({"°", "degrees south latitude", "south latitude"}),
    frozenset({"°", "degrees north latitude", "north latitude"}),
    frozenset({"°", "degrees east longitude", "east longitude"}),
    frozenset({"°", "degrees west longitude", "west longitude"}),
)
"""Units of which English may say the one for the other."""


def same_measure(one: str, other: str) -> bool:
    """Whether two units may be the same."""
    return one == other or any(one in family and other in family for family in _FAMILIES)


def written(unit: Unit, text: str, *, singular: bool) -> str:
    """The unit as the house writes it after a number, with the space before it.

    Args:
        unit: The unit.
        text: The value as the source has it: a symbol there stays a symbol.
        singular: Whether the amount is one.
    """
    low = key(text)
    spelled = low.endswith(unit.words)
    if unit.symbol and not spelled and low.endswith((*unit.symbols, unit.symbol.lower())):
        return unit.symbol if unit.symbol[0] == "°" else f" {unit.symbol}"
    return f" {unit.one if singular else unit.more}"


def alternation(words: object) -> str:
    """A pattern for any of some words, the longest first."""
    assert isinstance(words, dict | frozenset | set | list | tuple)
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
