"""Capitals: where those of a text allow that a term or a rendering is meant."""

from collections.abc import Sequence
from functools import lru_cache

from padanan.glossary.english import TOKEN
from padanan.glossary.words import Words, words


def term_capitals_agree(cut: Words, first: int, last: int, term: str, *, spelled: bool) -> bool:
    """Whether a text has a term's capitals, or the capitals that their place asks for.

    Args:
        cut: The text.
        first: The token where the term begins.
        last: The token after its end.
        term: The term as the glossary has it.
        spelled: Whether the text may spell it otherwise.
    """
    surface, wanted = _letters(cut.surface(first, last)), _letters(term)
    if not surface or surface.startswith(wanted):
        return True
    if spelled and not surface.casefold().startswith(wanted.casefold()):
        # Another spelling: the capitals of its first letter and of the whole must agree.
        return (surface[0].isupper(), surface.isupper()) == (wanted[0].isupper(), wanted.isupper())
    if first == 0 and surface.startswith(wanted[0].upper() + wanted[1:]):
        return True  # a sentence begins with a capital
    # Capitals throughout hide those of a name, but never make an acronym. A single word may be the
    # ordinary one where all the text is in capitals.
    return (
        surface.isupper()
        and not wanted.isupper()
        and (last - first > 1 or not cut.text.isupper())
        and surface.startswith(wanted.upper())
    )


def rendering_capitals_agree(surface: Sequence[str], rendering: str, *, name: bool) -> bool:
    """Whether English words have the capitals a rendering cannot do without.

    Acronyms need theirs (US is not us), and a name must begin with a capital (May is not may).

    Args:
        surface: The tokens of the text that may be the rendering.
        rendering: The rendering as the glossary has it.
        name: Whether it is a proper name.
    """
    text = "".join(surface)
    if rendering.isupper():
        # Nato, Unesco: long acronyms that are read as words.
        word = len(rendering) > 3 and text.istitle()
        return word or text.rstrip("s").isupper()
    wanted = _words(rendering)
    # Longer names stand for nothing else: some houses write the central statistics agency.
    short = len(wanted) < 3
    if name and short and rendering[0].isupper() and not text[0].isupper():
        return False
    if text.isupper() or len(surface) != len(wanted):
        return True
    return all(
        written.rstrip("s").isupper()
        for written, word in zip(surface, wanted, strict=True)
        if len(word) > 1 and word.isupper()
    )


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@lru_cache(maxsize=1 << 14)
def _words(rendering: str) -> list[str]:
    cut = words(rendering, TOKEN)
    return [rendering[start:end] for start, end in zip(cut.starts, cut.ends, strict=True)]
