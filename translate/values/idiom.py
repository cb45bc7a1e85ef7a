"""How English says a value that a draft has right but worded the Indonesian way: "100 thousands of
troops", "in 1980s"."""

import re
from decimal import Decimal

from padanan.translate.dates import key
from padanan.translate.values.indonesian import readings
from padanan.translate.values.value import Day, Quantity
from padanan.translate.values.words import ENGLISH_SCALES


def idiomatic(source: str, target: str) -> str:
    """The target with the scales and decades of the source's values as English has them."""
    found = readings(source)
    amounts = {
        one.meaning.amounts[0]
        for one in found
        if isinstance(one.meaning, Quantity)
        and len(one.meaning.amounts) == 1
        and not one.meaning.many
    }
    decades = {
        one.meaning.year for one in found if isinstance(one.meaning, Day) and one.meaning.decade
    }

    def scaled(match: re.Match[str]) -> str:
        number, word = Decimal(match[1].replace(",", "")), key(match[2])
        amount = number * ENGLISH_SCALES[word]
        is_plain = word == "thousand" and amount == int(amount)
        if amount not in amounts or not (match[3] or (match[4] and is_plain)):
            return match[0]
        # "$30 million of funds" is English.
        of = (
            (match[4] or "")
            if _MONEY.search(target, max(0, match.start() - 6), match.start())
            else ""
        )
        return (f"{int(amount):,}" if is_plain else f"{match[1]} {match[2]}") + of

    target = _ORDINAL.sub(_ordinal, target)
    if amounts:
        target = _SCALED.sub(scaled, target)
    if decades:
        target = _DECADE.sub(
            lambda m: f"{m[1]} the {m[2]}" if int(m[3]) in decades else m[0], target
        )
    return target


def _ordinal(match: re.Match[str]) -> str:
    """An ordinal with the ending that its last digits ask for: 3rd, not 3th."""
    number = match[1]
    usual = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    return number + ("th" if number[-2:-1] == "1" else usual)


_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,9})(?:st|nd|rd|th)(?!\w)")

_SCALED = re.compile(
    r"(?<![\w.,])((?:\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?:\.\d{1,6})?)[\s-]"
    r"(thousand|million|billion|trillion)(s)?(?![^\W_])"
    # "two million of them" is English, and what is left of "2 millions of the troops".
    r"( of(?= [a-z])(?! (?:the|th[eo]se|this|that|them|(?-i:us)|you|it|its|his|her|their|our|your"
    r"|my|which|whom|whose|an?|all|one|two|three|four|five|six|seven|eight|nine|ten)\b))?",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:[$€£¥]|\bRp\.?|\b[A-Z]{3})\s?$")
_DECADE = re.compile(
    r"\b(in|during|since|until|till|from|to|by|throughout|before|after|around|between)"
    r"\s((?:(?:early|late|mid|middle)[\s-])?(\d{3}0)s)"
    # A decade before a noun may be its attribute: "in 1980s films".
    r"(?=\s?(?:$|[.,;:!?)\"”’]|[-–—]\s)|\s(?:and|or|to|until|till|when|while|where|which|that|the|an?|as"
    r"|with|by|for|in|on|at|of|from|after|before|but|he|she|it|they|we|his|her|their|its|was|were"
    r"|is|are|had|has|have)\b)",
    re.IGNORECASE,
)
