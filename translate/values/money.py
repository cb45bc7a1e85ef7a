"""Currencies in both languages, under their ISO 4217 codes."""

from functools import cache

_CURRENCIES: dict[str, tuple[str, str, str]] = {
    # code: the house's word for much of it; Indonesian words, English words after a number
    "IDR": ("rupiah", "rupiah", "rupiah|rupiahs|idr"),
    "USD": (
        "US dollars",
        "dolar amerika serikat|dolar amerika|dolar as|dollar as|dollar amerika|dolar us|usd|dolar"
        "|dollar|us dollar",
        "us dollars|us dollar|u.s. dollars|u.s. dollar|american dollars|usd|dollars|dollar|bucks",
    ),
    "EUR": ("euros", "euro", "euros|euro|eur"),
    "GBP": (
        "pounds",
        "pound sterling|poundsterling|pound inggris|pound",
        "pounds sterling|pounds|pound|gbp",
    ),
    "JPY": ("yen", "yen jepang|yen", "yen|japanese yen|jpy"),
    "AUD": ("Australian dollars", "dolar australia", "australian dollars|australian dollar|aud"),
    "SGD": ("Singapore dollars", "dolar singapura", "singapore dollars|singapore dollar|sgd"),
    "HKD": ("Hong Kong dollars", "dolar hong kong", "hong kong dollars|hong kong dollar|hkd"),
    "CAD": ("Canadian dollars", "dolar kanada", "canadian dollars|canadian dollar|cad"),
    "NZD": (
        "New Zealand dollars",
        "dolar selandia baru",
        "new zealand dollars|new zealand dollar|nzd",
    ),
    "TWD": ("Taiwan dollars", "dolar taiwan", "taiwan dollars|taiwan dollar|twd"),
    "BND": ("Brunei dollars", "dolar brunei", "brunei dollars|brunei dollar|bnd"),
    "MYR": (
        "ringgit",
        "ringgit malaysia|ringgit",
        "ringgit|ringgits|malaysian ringgit|malaysian ringgits|myr",
    ),
    "CNY": ("yuan", "yuan tiongkok|yuan china|yuan|renminbi", "yuan|chinese yuan|renminbi|cny|rmb"),
    "KRW": ("won", "won korea selatan|won korea|won", "won|south korean won|krw"),
    "INR": ("rupees", "rupee india|rupee|rupe|rupi", "rupees|rupee|indian rupees|inr"),
    "SAR": ("riyals", "riyal arab saudi|riyal saudi|riyal", "riyals|riyal|saudi riyals|sar"),
    "THB": ("baht", "baht thailand|baht", "baht|thai baht|thb"),
    "PHP": ("pesos", "peso filipina|peso", "philippine pesos|pesos|peso|php"),
    "RUB": ("rubles", "rubel rusia|rubel", "rubles|ruble|roubles|rouble|rub"),
    "CHF": ("Swiss francs", "franc swiss|frank swiss", "swiss francs|swiss franc|francs|chf"),
    "TRY": ("lira", "lira turki|lira", "lira|liras|turkish lira|try"),
    "VND": ("dong", "dong vietnam|dong", "dong|vietnamese dong|vnd"),
    "AED": ("dirhams", "dirham", "dirhams|dirham|aed"),
}

_SIGNS: dict[str, str] = {
    "rp": "IDR",
    "us$": "USD",
    "u.s.$": "USD",
    "us $": "USD",
    "$": "USD",
    "$us": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "jp¥": "JPY",
    "cn¥": "CNY",
    "rmb": "CNY",
    "a$": "AUD",
    "au$": "AUD",
    "s$": "SGD",
    "sg$": "SGD",
    "hk$": "HKD",
    "c$": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "nt$": "TWD",
    "rm": "MYR",
    "₩": "KRW",
    "₹": "INR",
    "₱": "PHP",
    "฿": "THB",
} | {code.lower(): code for code in _CURRENCIES if code != "TRY"}
"""What stands before a number, in small letters."""

_DOLLARS = frozenset({"USD", "AUD", "SGD", "HKD", "CAD", "NZD", "TWD", "BND"})
_YEN = frozenset({"JPY", "CNY"})


@cache
def by_indonesian() -> dict[str, str]:
    """Codes by what stands after a number in Indonesian, in small letters."""
    return {word: code for code, (_, words, _) in _CURRENCIES.items() for word in words.split("|")}


@cache
def by_english() -> dict[str, str]:
    """Codes by what stands after a number in English, in small letters."""
    return {word: code for code, (_, _, words) in _CURRENCIES.items() for word in words.split("|")}


def signs() -> dict[str, str]:
    """Codes by what stands before a number in either language, in small letters."""
    return _SIGNS


def is_currency(unit: str) -> bool:
    """Whether a unit is money."""
    return unit in _CURRENCIES


def word(code: str) -> str:
    """The word for much of a currency: "rupiah", "US dollars"."""
    return _CURRENCIES[code][0]


@cache
def symbol(code: str) -> str:
    """The sign of a currency in the English of the world, as CLDR has it: "US$", "€"."""
    from babel.numbers import get_currency_symbol

    sign = get_currency_symbol(code, locale="en_001")
    return "Rp" if code == "IDR" else sign


def same_money(one: str, other: str) -> bool:
    """Whether two codes may be read from the same sign: "$" may be any dollar."""
    if one == other:
        return True
    return any(
        one in family and other in family and usual in (one, other)
        for family, usual in ((_DOLLARS, "USD"), (_YEN, "JPY"))
    )
