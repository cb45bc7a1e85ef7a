"""Quotations within quotations, out of pairs that have none.

News quotes people who quote others, and a sentence with two kinds of quotation marks loses one of
them, or its sense, when few such have been seen. A short sentence becomes what somebody said that
somebody said; a sentence with a few words in quotation marks becomes what somebody said.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

LONGEST = 16  # words of a sentence that is quoted
SHARE = 0.1  # of the sentences that could be

_SENTENCE = re.compile(r"[A-Z][^\"'.?!:;()]+(?<! )[.?!]")
_WITHIN = re.compile(r"[A-Z][^\"'.?!:;()]*'[^\"'.?!:;()]+'[^\"'.?!:;()]*(?<! )\.")

# fmt: off
_WHO = {
    "Dia": "He", "Ia": "She", "Mereka": "They", "Ayah saya": "My father", "Ibu saya": "My mother",
    "Ibunya": "Her mother", "Seorang teman": "A friend", "Guru kami": "Our teacher",
    "Polisi": "The police", "Dokter itu": "The doctor", "Pelatih": "The coach",
    "Orang-orang": "People", "Anak itu": "The child", "Atasan saya": "My boss",
}
_HOW = {
    "berkata": "said", "bilang": "said", "menjawab": "answered", "bertanya": "asked",
    "berteriak": "shouted", "selalu berkata": "always said", "terus bertanya": "kept asking",
    "lalu berkata": "then said", "hanya menjawab": "only answered",
}
_TAGS = {
    "kata": "said", "ujar": "said", "ucap": "said", "tutur": "said", "tambah": "added",
    "kenang": "recalled",
}
_END = {
    "": "", " sambil tertawa": " with a laugh", " sambil tersenyum": " with a smile",
    " kepada wartawan": " to reporters", " dengan tenang": " calmly", " kemarin": " yesterday",
    " dalam sebuah wawancara": " in an interview",
}
# fmt: on
_ASKING = {"bertanya", "terus bertanya"}


class Quoter:
    """Quotes pairs; the same ones for the same seed and order of calls."""

    def __init__(self, names: Sequence[str], seed: int) -> None:
        """``names`` are of those who speak."""
        self._names, self._dice = names, random.Random(seed)

    def of(self, texts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        """Pairs out of ``SHARE`` of the short sentences of ``texts``, and out of all that have a
        few words in single quotation marks."""
        found = []
        for source, target in texts:
            if _WITHIN.fullmatch(source) and _WITHIN.fullmatch(target):
                found.append(self._said(source, target))
            elif (
                _SENTENCE.fullmatch(source)
                and _SENTENCE.fullmatch(target)
                and source[-1] == target[-1]
                and max(len(source.split()), len(target.split())) <= LONGEST
                and self._dice.random() < SHARE
            ):
                found.append(self._said(*self._retold(source, target)))
        return found

    def _retold(self, source: str, target: str) -> tuple[str, str]:
        """What somebody said, in single quotation marks."""
        asked = source.endswith("?")
        who = self._dice.choice(list(_WHO))
        how = self._dice.choice([each for each in _HOW if (each in _ASKING) == asked])
        return f"{who} {how}, '{source}'", f"{_WHO[who]} {_HOW[how]}, '{target}'"

    def _said(self, source: str, target: str) -> tuple[str, str]:
        """What somebody said, in double ones; his name after it, or what follows before it."""
        name, end = self._dice.choice(self._names), self._dice.choice(list(_END))
        if self._dice.random() < 0.3:
            verb = self._dice.choice(("berkata", "mengatakan"))
            return f'{name} {verb}, "{source}"', f'{name} said, "{target}"'
        tag = self._dice.choice(list(_TAGS))
        return (
            f'"{_before_tag(source)}" {tag} {name}{end}.',
            f'"{_before_tag(target)}" {_TAGS[tag]} {name}{_END[end]}.',
        )


def _before_tag(text: str) -> str:
    """A comma where the full stop was, inside the inner quotation marks if it was there."""
    if text.endswith(".'"):
        return f"{text[:-2]},'"
    return f"{text[:-1]}," if text.endswith(".") else text
