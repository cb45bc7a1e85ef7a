"""Whether a text looks like Indonesian at all: counts of function words, nothing learned."""

import re
import unicodedata
from collections import Counter

_INDONESIAN_WORDS = """
yang dan di ke dari untuk dengan pada dalam ini itu tidak akan telah sudah oleh sebagai adalah
bahwa juga atau karena para dia ia mereka kami kita saat setelah bisa dapat ada tersebut kata
hari tahun lebih seperti antara namun tetapi hingga secara menjadi belum saya harus masih serta
"""
_INDONESIAN = frozenset(_INDONESIAN_WORDS.split())
_ENGLISH_WORDS = """
the of and to in that is was for with as on by at from it be this are has have had will would
were not but his her their its they which who said an been he she after more about when than we
our you
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters
_ENOUGH = 25  # words: below it function words say too little


def doubts(text: str, name: str) -> tuple[str, ...]:
    """Sentences about the language of an article's text, none when it looks Indonesian.

    Args:
        text: The translatable text; the first 20,000 characters are looked at.
        name: What messages call the article.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    counted = Counter(text[:_SAMPLE])
    letters = {letter: number for letter, number in counted.items() if letter.isalpha()}
    latin = sum(
        number
        for letter, number in letters.items()
        if unicodedata.name(letter, "").startswith("LATIN")
    )
    if latin * 2 < sum(letters.values()):
        return (f"{name}: most of the text is not in Latin letters. Is it Indonesian?",)
    if len(words) < _ENOUGH:
        return ()
    indonesian = sum(word in _INDONESIAN for word in words)
    english = sum(word in _ENGLISH for word in words)
    if english > 2 * indonesian and english * 10 > len(words):
        return (f"{name}: this looks like English, not Indonesian.",)
    if indonesian * 50 < len(words) and len(words) > 2 * _ENOUGH:
        return (f"{name}: this does not look like Indonesian.",)
    return ()
