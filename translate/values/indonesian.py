"""The values of an Indonesian sentence, read by Indonesian conventions.

A sentence is walked once from left to right. Each word, run of figures or sign that may begin a
value is looked up in a table of what it may begin; every pattern is matched there and nowhere
else, with bounded repetition, so that no sentence takes more than linear time. The first reading
that fits is the value, and the walk goes on behind it.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from padanan.translate.dates import key
from padanan.translate.values import clocks, moments, money, pairs, prices, quantities, worded
from padanan.translate.values.addresses import ADDRESSED, acronym, address, phone
from padanan.translate.values.value import Reading
from padanan.translate.values.words import STARTERS

Reader = Callable[[str, int], Reading | None]
"""Reads the value that begins at an offset of a text, or finds none there."""


@lru_cache(maxsize=4096)
def readings(text: str) -> tuple[Reading, ...]:
    """The values of an Indonesian text, in its order, without overlaps."""
    found: list[Reading] = []
    end = 0
    any_word = ADDRESSED.search(text) is not None
    for token in _TOKEN.finditer(text):
        word = token[0]
        readers = _readers(word)
        if readers is _WORD and not any_word:
            continue
        start = token.start()
        if start < end:
            continue
        for read in readers:
            reading = read(text, start)
            if reading is not None and reading.start >= end:
                found.append(reading)
                end = reading.end
                break
    return tuple(found)


_TOKEN = re.compile(
    r"[^\W\d_]{1,3}\$(?=\s?\d)|(?<![\w$])[$€£¥₩₹₱฿](?=\s?\d)|\+(?=\d)|\((?=[+0]\d|[A-Z])"
    r"|[0-9]+|[^\W\d_]+"
)

_WORD: tuple[Reader, ...] = (address,)
"""What any word may begin, in a text that has such a thing."""

_FIGURES: tuple[Reader, ...] = (
    phone,
    address,
    moments.numeric_date,
    moments.date,
    pairs.years,
    clocks.clock,
    pairs.score,
    quantities.quantity,
)


@lru_cache(maxsize=65536)
def _readers(token: str) -> tuple[Reader, ...]:
    return _FIGURES if token[0].isdigit() else _table().get(key(token), _WORD)


@cache
def _table() -> dict[str, tuple[Reader, ...]]:
    """What each word or sign may begin."""
    table: dict[str, tuple[Reader, ...]] = {}
    table |= dict.fromkeys(STARTERS, (worded.in_words,))
    table |= dict.fromkeys(worded.ORDINALS, (worded.ordinal_word,))
    table |= dict.fromkeys(moments.months(), (moments.month,))
    # "jum'at" is two words of letters, of which the first finds it.
    first_letters = (re.split("['’]", word)[0] for word in moments.weekdays())
    table |= dict.fromkeys(first_letters, (moments.weekday,))
    table |= dict.fromkeys(("pukul", "pkl", "jam"), (clocks.announced,))
    table |= dict.fromkeys(money.signs(), (prices.currency,))
    table |= {
        "ke": (worded.ordinal,),
        "magnitudo": (quantities.magnitude,),
        "m": (quantities.magnitude,),
        "us": (prices.currency,),
        "u": (prices.currency,),
        "+": (phone,),
        "(": (acronym, phone),
    }
    return {word: (*readers, address) for word, readers in table.items()}
