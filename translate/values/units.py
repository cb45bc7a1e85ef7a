"""Units and currencies in both languages, by one name for each.

The names of currencies and their symbols are CLDR's (through Babel) for those below; the spellings
of the press are ours.
"""

from functools import cache

_UNITS: dict[str, tuple[str, str]] = {
    # English abbreviation: Indonesian spellings, English spellings (the first is the house's)
    "km": ("kilometer|km", "kilometers|kilometer|kilometres|kilometre|km|kms|k"),
    "m": ("meter|m", "meters|meter|metres|metre|m"),
    "cm": (
        "sentimeter|senti meter|centimeter|cm",
        "centimeters|centimeter|centimetres|centimetre|cm",
    ),
    "mm": ("milimeter|millimeter|mm", "millimeters|millimeter|millimetres|millimetre|mm"),
    "miles": ("mil", "miles|mile|mi"),
    "feet": ("kaki", "feet|foot|ft"),
    "in": ("inci|inchi|inch", "inches|inch|in"),
    "nautical miles": ("mil laut", "nautical miles|nautical mile|nm"),
    "m²": (
        "meter persegi|m2|m²",
        "square meters|square meter|square metres|square metre|sq m|m2|m²|sqm",
    ),
    "km²": (
        "kilometer persegi|km persegi|km2|km²",
        "square kilometers|square kilometer|square kilometres|square kilometre|sq km|km2|km²",
    ),
    "ha": ("hektare|hektar|ha", "hectares|hectare|ha"),
    "m³": ("meter kubik|m3|m³", "cubic meters|cubic meter|cubic metres|cubic metre|m3|m³"),
    "l": ("liter", "liters|liter|litres|litre|l"),
    "ml": ("mililiter|ml", "milliliters|milliliter|millilitres|ml"),
    "barrels": ("barel", "barrels|barrel|bbl"),
    "kg": ("kilogram|kg|kilo", "kilograms|kilogram|kg|kgs|kilos|kilo"),
    "g": ("gram|gr", "grams|gram|g"),
    "mg": ("miligram|mg", "milligrams|milligram|mg"),
    "tons": ("ton", "tons|ton|tonnes|tonne|metric tons|metric ton"),
    "km/h": (
        "kilometer per jam|km per jam|km/jam|kpj|km/h",
        "kilometers per hour|kilometers an hour|kilometres per hour|kilometres an hour|km/h|kph|kmh"
        "|km per hour|km an hour",
    ),
    "mph": ("mil per jam|mil/jam", "miles per hour|miles an hour|mph"),
    "knots": ("knot|knots", "knots|knot"),
    "m/s": (
        "meter per detik|m/detik|m/s",
        "meters per second|metres per second|meters a second|m/s",
    ),
    "degrees Celsius": (
        "derajat celsius|derajat celcius|°c|ºc|° c",
        "degrees celsius|degree celsius|degrees centigrade|degrees c|°c|ºc|° c|celsius|c",
    ),
    "degrees Fahrenheit": (
        "derajat fahrenheit|°f|ºf",
        "degrees fahrenheit|degree fahrenheit|degrees f|°f|ºf|fahrenheit|f",
    ),
    "degrees": ("derajat|°", "degrees|degree|°"),
    "magnitude": (
        "magnitudo|sr|skala richter|skala magnitudo|pada skala richter",
        "magnitude|on the richter scale|richter|mw",
    ),
    "W": ("watt", "watts|watt|w"),
    "kW": ("kilowatt|kw", "kilowatts|kilowatt|kw"),
    "MW": ("megawatt|mw", "megawatts|megawatt|mw"),
    "GW": ("gigawatt|gw", "gigawatts|gigawatt|gw"),
    "kWh": ("kilowatt jam|kwh", "kilowatt hours|kilowatt-hours|kwh"),
    "volts": ("volt", "volts|volt|v"),
    "GB": ("gigabita|gigabyte|gb", "gigabytes|gigabyte|gb"),
    "MB": ("megabita|megabyte|mb", "megabytes|megabyte|mb"),
    "TB": ("terabita|terabyte|tb", "terabytes|terabyte|tb"),
    "GHz": ("gigahertz|ghz", "gigahertz|ghz"),
    "MHz": ("megahertz|mhz", "megahertz|mhz"),
    "Hz": ("hertz|hz", "hertz|hz"),
    "cc": ("cc", "cc|cubic centimeters"),
}

_CURRENCIES: dict[str, tuple[str, str]] = {
    # code: Indonesian words after the number, English words after it (both in lower case)
    "IDR": ("rupiah", "rupiah|rupiahs|idr"),
    "USD": (
        "dolar amerika serikat|dolar amerika|dolar as|dollar as|dollar amerika|dolar us|usd"
        "|us dollar",
        "us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|usd",
    ),
    "$": ("dolar|dollar", "dollars|dollar|bucks"),
    "EUR": ("euro", "euros|euro|eur"),
    "GBP": ("pound sterling|poundsterling|pound inggris", "pounds sterling|pounds|pound|gbp"),
    "JPY": ("yen", "yen|jpy"),
    "AUD": ("dolar australia", "australian dollars|australian dollar|aud"),
    "SGD": ("dolar singapura", "singapore dollars|singapore dollar|sgd"),
    "HKD": ("dolar hong kong", "hong kong dollars|hong kong dollar|hkd"),
    "CAD": ("dolar kanada", "canadian dollars|canadian dollar|cad"),
    "NZD": ("dolar selandia baru", "new zealand dollars|new zealand dollar|nzd"),
    "MYR": (
        "ringgit malaysia|ringgit",
        "ringgit|ringgits|malaysian ringgit|malaysian ringgits|myr",
    ),
    "CNY": ("yuan|renminbi", "yuan|renminbi|cny|rmb"),
    "KRW": ("won korea selatan|won", "won|south korean won|krw"),
    "INR": ("rupee india|rupee|rupe", "rupees|rupee|indian rupees|inr"),
    "SAR": ("riyal arab saudi|riyal saudi|riyal", "riyals|riyal|saudi riyals|saudi riyal|sar"),
    "THB": ("baht", "baht|thb"),
    "PHP": ("peso filipina", "philippine pesos|pesos|peso|php"),
    "MXN": ("peso", "pesos|peso"),
    "RUB": ("rubel", "rubles|ruble|roubles|rouble|rub"),
    "CHF": ("franc swiss|frank swiss", "swiss francs|swiss franc|francs|chf"),
    "cents": ("sen", "cents|cent|sen"),
}

_SIGNS: dict[str, str] = {
    "rp": "IDR",
    "rp.": "IDR",
    "idr": "IDR",
    "us$": "USD",
    "u.s.$": "USD",
    "usd": "USD",
    "us $": "USD",
    "$": "$",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "jp¥": "JPY",
    "jpy": "JPY",
    "cn¥": "CNY",
    "rmb": "CNY",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "s$": "SGD",
    "sg$": "SGD",
    "sgd": "SGD",
    "hk$": "HKD",
    "c$": "CAD",
    "nz$": "NZD",
    "rm": "MYR",
    "myr": "MYR",
    "cny": "CNY",
    "krw": "KRW",
    "₩": "KRW",
    "₹": "INR",
    "sar": "SAR",
    "thb": "THB",
}
"""What stands before a number, in small letters."""

DOLLARS = frozenset({"$", "USD", "AUD", "SGD", "HKD", "CAD", "NZD"})
YEN = frozenset({"JPY", "CNY"})
PESOS = frozenset({"PHP", "MXN"})


@cache
def indonesian_units() -> dict[str, str]:
    """Units and currencies by what stands after a number in Indonesian, in small letters."""
    found = {word: unit for unit, (words, _) in _UNITS.items() for word in words.split("|")}
    return found | {
        word: code for code, (words, _) in _CURRENCIES.items() for word in words.split("|")
    }


@cache
def english_units() -> dict[str, str]:
    """The same for English; `m` is left out, which may be a million."""
    found = {word: unit for unit, (_, words) in _UNITS.items() for word in words.split("|")}
    found |= {word: code for code, (_, words) in _CURRENCIES.items() for word in words.split("|")}
    return found | {"%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage": "%"}


def signs() -> dict[str, str]:
    """Currencies by what stands before the number, in small letters."""
    return _SIGNS


def is_currency(unit: str) -> bool:
    """Whether a unit is money."""
    return unit in _CURRENCIES


def spellings(unit: str) -> tuple[str, ...]:
    """The English spellings of a unit after a number, the house's first."""
    known = _UNITS.get(unit) or _CURRENCIES.get(unit)
    return tuple(known[1].split("|")) if known else ()


def same_unit(one: str, other: str) -> bool:
    """Whether two units may be the same: a bare "$" is any dollar."""
    if one == other:
        return True
    return any(
        one in family and other in family and bare
        for family, bare in (
            (DOLLARS, "$" in (one, other)),
            (YEN, True),
            (PESOS, True),
            ({"degrees", "degrees Celsius", "degrees Fahrenheit"}, "degrees" in (one, other)),
            ({"miles", "nautical miles"}, True),
        )
    )


@cache
def symbol(code: str) -> str:
    """What the house writes before an amount of money: "US$", or "IDR " (CLDR, English, world)."""
    from babel.numbers import get_currency_symbol

    if len(code) != 3:
        return code
    sign = get_currency_symbol(code, locale="en_001")
    return sign + " " if sign.isalpha() else sign
