"""Make the list of frequent Indonesian words that the checks look for in English.

A word is taken if running Indonesian has it often and mostly in small letters, running English
hardly ever, and no English lexicon knows it. Only words come out of it, no text.

    uv run python bench/indonesian_words.py ID.txt.xz EN.txt.xz

Each file holds one sentence a line; the list was made from 95,000 Indonesian sentences of news (1.6
million words) and 490,000 English ones of news and talks (10 million).
"""

import argparse
import lzma
import re
import textwrap
from collections import Counter
from pathlib import Path

from lemminflect import getAllInflections, getAllLemmas

from padanan.glossary import Flag, Glossary
from padanan.glossary.english import spellings
from padanan.glossary.stopwords import ENGLISH
from padanan.translate.checks.indonesian import ALSO_ENGLISH, WORDS

MODULE = Path(__file__).parent.parent / "translate" / "checks" / "frequent.py"

MOST = 2_900
"""Words in the list."""

TRACE = 1e-6
"""The share of English words up to which a word is not English: 10 in the 10 million."""

SMALL = 0.9
"""The share of its occurrences inside sentences, at least, that are in small letters."""

INSIDE = re.compile(r"(?<=[a-z,] )[^\W\d_]+(?:-[^\W\d_]+)*(?![\w'’.@/-])")
"""A word inside a sentence, where a capital says something."""

BORROWED = frozenset(
    {"boyband", "chipset", "poundsterling", "ramen", "talkshow", "girlband", "smartphone"}
)
"""What English has all the same, found by reading the list."""

HEAD = '''"""More frequent Indonesian words that English lacks; made by bench/indonesian_words.py.

{number:,} words, the most frequent of {read:,} in running news that English has in no more than one
of a million words and no lexicon knows. Words with capitals, and those that are Indonesian in
English too (batik), are left out.
"""

# fmt: off
FREQUENT = frozenset(
    """
'''


def words_of(path: Path, pattern: re.Pattern[str]) -> Counter[str]:
    """How often each word stands in a file, as it is written."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return Counter(word for line in lines for word in pattern.findall(line))


def is_english(word: str) -> bool:
    """Whether an English lexicon has a word."""
    known = getAllLemmas(word) or any(getAllInflections(word).values())
    return bool(known) or word in ENGLISH or word in ALSO_ENGLISH or word in spellings()


def kept() -> set[str]:
    """The words of the glossary's terms that English has as they are."""
    return {
        word
        for concept in Glossary.load(Path("terms.tsv")).concepts
        for rendering in concept.renderings
        if Flag.KEEP in concept.flags or rendering in concept.terms
        for word in re.findall(r"\w+", rendering.lower())
    }


def main() -> None:
    """Write the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("indonesian", type=Path)
    parser.add_argument("english", type=Path)
    asked = parser.parse_args()
    here = words_of(asked.indonesian, INSIDE)
    there: Counter[str] = Counter()
    for word, times in words_of(asked.english, re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")).items():
        there[word.lower()] += times
    trace = TRACE * there.total()
    left_out = kept() | WORDS | BORROWED
    chosen: list[str] = []
    for word, times in here.most_common():
        if len(chosen) == MOST:
            break
        if (
            word.isascii()
            and word.islower()
            and len(word) > 2
            and re.search("[aeiou]", word)
            and times >= SMALL * (times + here[word.capitalize()] + here[word.upper()])
            and there[word] <= trace
            and word not in left_out
            and not is_english(word)
        ):
            chosen.append(word)
    number, least = len(chosen), here[chosen[-1]]
    print(f"{number} words; the rarest stands {least} times, of {len(here)} different ones")
    listed = textwrap.wrap(" ".join(sorted(chosen)), 96, break_on_hyphens=False)
    body = "".join(f"    {line}\n" for line in listed)
    tail = '    """.split()  # noqa: SIM905\n)\n# fmt: on\n"""Words in small letters."""\n'
    MODULE.write_text(HEAD.format(number=number, read=len(here)) + body + tail, encoding="utf-8")


if __name__ == "__main__":
    main()
