"""What a value is: the public types, and the meanings that both languages are read into."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Amount = Decimal | Fraction
"""How much: exact, so that 2,5 juta and 2,500,000 are the same; a fraction only for thirds."""


class ValueKind(StrEnum):
    """What a value says."""

    NUMBER = "number"
    """"5.000", "2,5 juta", "lima belas", "ratusan"."""

    ORDINAL = "ordinal"
    """"ke-77", "ketiga"."""

    RANGE = "range"
    """"10-15", "dua hingga tiga"; ranges of other kinds are of those kinds."""

    PERCENTAGE = "percentage"
    """"2,5 persen", "10-15%", "0,25 poin persentase"."""

    CURRENCY = "currency"
    """"Rp1,5 triliun", "5 juta dolar AS"."""

    DATE = "date"
    """"Kamis (27/1/2022)", "27 Januari", "Januari 2022", "1998", "1990-an"."""

    TIME = "time"
    """"pukul 03.50 WIB", "19:30", "jam 7 malam"."""

    SCORE = "score"
    """"2-1", "21-19"."""

    MEASURE = "measure"
    """"5 km", "30 derajat Celsius", "7,2 magnitudo", "5x2 meter"."""

    PHONE = "phone"
    URL = "url"
    EMAIL = "email"

    ACRONYM = "acronym"
    """"(BMKG)", brackets included."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value in an Indonesian sentence.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        kind: What it says.
        text: As it stands in the sentence.
        english: How English writes it, the house's way first. Never empty.
    """

    start: int
    end: int
    kind: ValueKind
    text: str
    english: tuple[str, ...]


class Found(StrEnum):
    """How a target has a value of its source."""

    HELD = "held"
    """In some way English writes it."""

    KEPT = "kept"
    """In its Indonesian form."""

    MISSING = "missing"
    """Not at all, or changed."""


@dataclass(frozen=True, slots=True)
class ValueUse:
    """A value and what became of it.

    Attributes:
        value: The value in the source.
        found: How the target has it.
        start: Offset in the target where it begins; None when it is missing, and where a value
            held stands in pieces ("Thursday ... 27 January").
        end: Offset after it.
    """

    value: Value
    found: Found
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much.

    Attributes:
        amounts: One, or the two ends of a range, the two sides of a score or of a product.
        unit: "" for a mere count, "%", "points" for percentage points, the code of a currency
            ("IDR") or the key of a unit ("km", "km/h"; see `units`).
        many: A vague plural of the amount: "ratusan" is 100 and many.
        ordinal: "ke-77" and not "77".
        product: "5x2 meter", not a range.
        sign: "minus " or "-" before a negative amount, which is kept without its sign.
    """

    amounts: tuple[Amount, ...]
    unit: str = ""
    many: bool = False
    ordinal: bool = False
    product: bool = False
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month of a year, a year or a decade; what is not said is None.

    Attributes:
        day: 1 to 31.
        month: 1 to 12.
        year: In full.
        weekday: 0 is Monday.
        decade: The ten years from `year`.
        since: The first day, or the first year, of a range that ends here.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    decade: bool = False
    since: "Day | None" = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Attributes:
        hour: 0 to 23.
        minute: 0 to 59; None when only the hour is said.
        sure: The half of the day is known: "jam 7" may be either.
        until: The end of a range of times, as hour and minute.
        zone: "WIB", "WITA", "WIT", "GMT", "UTC" or "".
    """

    hour: int
    minute: int | None = None
    sure: bool = True
    until: tuple[int, int | None] | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """What every language writes alike: an address, a telephone number, a version, an acronym."""

    text: str


Meaning = Quantity | Day | Clock | Verbatim


@dataclass(frozen=True, slots=True)
class Reading:
    """A span of a sentence with what it means."""

    start: int
    end: int
    kind: ValueKind
    meaning: Meaning
