"""The English lexicon, beside the library whose tables it reads."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lemminflect import getAllInflections, getAllInflectionsOOV, getAllLemmas

from padanan.glossary.english import _regular
from padanan.glossary.lexicon import NOUN, VERB, _overrides, _table, inflections, is_english, lemmas


def _words() -> list[str]:
    """Many words of the tables, all with a peculiarity, and some that are none."""
    tables = [line.partition(",")[0] for name in _TABLES for line in _table(name)[::29]]
    special = [word for name in _OVERRIDES for word in _overrides(name)]
    modals = ["be", "can", "could", "dare", "may", "might", "must", "ought", "shall", "will"]
    return [*tables, *special, *modals, "do", "have", "jaminan", "", ",", "zzz", "'s", "a,b"]


_TABLES = ("infl_lu.csv.gz", "lemma_lu.csv.gz")
_OVERRIDES = ("infl_overrides.csv", "lemma_overrides.csv")


@pytest.mark.parametrize("kind", [NOUN, VERB])
def test_it_says_what_the_library_says(kind: str) -> None:
    for word in {word.lower() for word in _words()}:
        theirs = getAllInflections(word, upos=kind).values()
        assert inflections(word, kind) == {form for forms in theirs for form in forms}, word
        assert lemmas(word, kind) == tuple(getAllLemmas(word, upos=kind).get(kind, ())), word


def test_it_knows_the_words_that_the_library_knows() -> None:
    made_up = [f"{word}{end}" for word in _words()[::40] for end in ("kan", "nya", "xq")]
    for word in {word.lower() for word in (*_words(), *made_up)}:
        known = getAllLemmas(word) or any(getAllInflections(word).values())
        assert is_english(word) == bool(known), word


@given(st.text("abcehimnosuxyz", min_size=1))
def test_the_plural_of_a_new_word_is_the_librarys(word: str) -> None:
    assert _regular(word) == {form.lower() for form in getAllInflectionsOOV(word, "NOUN")["NNS"]}


def test_the_tables_are_in_order() -> None:
    for name in _TABLES:
        words = [line.partition(",")[0] for line in _table(name)]
        assert words == sorted(words)


def test_neither_the_library_nor_numpy_is_imported() -> None:
    code = (
        "import sys\n"
        "from padanan.glossary.english import rendering_ways\n"
        "assert ('guarantees',) in dict(rendering_ways('guarantee', None))\n"
        "assert ('ukraines',) in dict(rendering_ways('Ukraine', None))\n"
        "assert not {'lemminflect', 'numpy'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
