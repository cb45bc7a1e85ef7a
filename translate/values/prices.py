"""Amounts of money with their sign before them, in an Indonesian sentence."""

import re
from decimal import Decimal
from functools import cache

from padanan.translate.dates import key
from padanan.translate.values import money
from padanan.translate.values.money import is_currency
from padanan.translate.values.quantities import (
    ATTACHED,
    RANGE,
    Figures,
    figures,
    made,
    shared,
    tail,
)
from padanan.translate.values.units import alternation
from padanan.translate.values.value import Quantity, Reading


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"({alternation(money.signs())})\.?\s?(?=\d)", re.IGNORECASE)


_TWO_NOUGHTS = re.compile(r"(?<=\d{3})[.,]00")


def currency(text: str, start: int) -> Reading | None:
    """ "Rp1,5 triliun", "US$ 3 juta", "Rp5-10 juta", "Rp10.000 hingga Rp15.000"."""
    if start and text[start - 1].isalnum():
        return None
    first = _money(text, start)
    if first is None:
        return None
    code, one = first
    end = one.end
    if link := RANGE.match(text, end):
        second = _money(text, link.end()) or (code, figures(text, link.end(), in_money=True))
        if second[0] == code and second[1] is not None:
            amount, other = shared(one, second[1]), second[1]
            if other.amount > amount and not ATTACHED.match(text, other.end):
                return made(start, other.end, Quantity((amount, other.amount), code))
    # "US$ 5 juta dolar" says it twice.
    after, unit = tail(text, end, one.amount)
    return made(start, after if is_currency(unit) else end, Quantity((one.amount,), code))


def _money(text: str, start: int) -> tuple[str, Figures] | None:
    sign = _sign().match(text, start)
    if sign is None:
        return None
    found = figures(text, sign.end(), in_money=True)
    if found is None:
        return None
    end = found.end
    if text[end : end + 2] == ",-":
        end += 2
    # the noughts of no sen at all
    amount = found.amount
    if _TWO_NOUGHTS.search(text, end - 3, end) and amount == int(amount):
        amount = Decimal(int(amount))
    return money.signs()[key(sign[1])], Figures(end, found.whole, amount)
