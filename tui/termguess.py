"""What words of a segment a person most likely wants to put into the glossary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from padanan.glossary.english import PLURAL_ONLY
from padanan.tui.looking import Looked
from padanan.tui.picker import Span, words
from padanan.tui.termsaving import Cells


def likely_term(source: str, target: str, looked: Looked | None) -> Span | None:
    """The longest name that is no term yet, where the target has another one for it.

    A name that stands in both is nothing for a glossary.

    Args:
        source: The source.
        target: The target.
        looked: What there is to see in them, as far as that is known.
    """
    uses = looked.uses if looked else ()
    found = _name(source, [(use.match.start, use.match.end) for use in uses])
    other = likely_rendering(target, looked)
    if found is None or other is None:
        return None
    ours, theirs = source[slice(*found)].split(), target[slice(*other)].split()
    return None if set(ours) & set(theirs) else found


def likely_rendering(target: str, looked: Looked | None) -> Span | None:
    """The longest name in a target that renders no term.

    Args:
        target: The target.
        looked: What there is to see in it, as far as that is known.
    """
    uses = looked.uses if looked else ()
    return _name(
        target, [(use.rendering.start, use.rendering.end) for use in uses if use.rendering]
    )


def _name(text: str, known: Iterable[Span]) -> Span | None:
    """The longest run of words with capitals, outside what is known; None where there is none.

    One word at the beginning of a sentence has its capital from there.
    """
    known = list(known)
    runs: list[list[Span]] = [[]]
    for before, word in pairwise([(0, 0), *words(text)]):
        capital = text[word[0]].isupper() and not any(
            start < word[1] and end > word[0] for start, end in known
        )
        capital = capital and not any(map(str.isdigit, text[slice(*word)]))  # Rp2: an amount
        if not capital:
            runs.append([])
        elif runs[-1] and text[before[1] : word[0]] != " ":
            runs.append([word])
        else:
            runs[-1].append(word)
    names = [run for run in runs if run and not (len(run) == 1 and _opens(text, run[0][0]))]
    best = max(names, key=_length, default=None)
    return (best[0][0], best[-1][1]) if best else None


def _length(run: Sequence[Span]) -> tuple[int, int]:
    return len(run), run[-1][1] - run[0][0]


def _opens(text: str, start: int) -> bool:
    """Whether a word is the first of a sentence."""
    before = text[:start].rstrip("“\"'‘( ")
    return not before or before[-1] in ".!?:"


def as_entry(text: str, span: Span | None) -> str:
    """Words as the glossary has them: without the capital of a sentence's beginning."""
    if span is None:
        return ""
    found = text[slice(*span)]
    rest = found[1:]
    if _opens(text, span[0]) and rest and rest == rest.lower() and len(words(found)) == 1:
        return found[0].lower() + rest
    return found


def singular(words: str) -> str:
    """The base form of what is more than one, where that is certain: glossaries have base forms.

    Names stay, and what has no singular: talks, forces.
    """
    from lemminflect import getAllLemmas

    head, _, last = words.rpartition(" ")
    if not last.isalpha() or last != last.lower() or last in PLURAL_ONLY:
        return words
    lemmas = getAllLemmas(last, upos="NOUN").get("NOUN", ())
    if len(lemmas) != 1 or lemmas[0] == last:
        return words
    return f"{head} {lemmas[0]}".lstrip()


def term_at(source: str, span: Span | None, looked: Looked | None) -> str:
    """Words of a source as the glossary has them: of a term that is exactly there, the term."""
    uses = looked.uses if looked else ()
    known = (use.match.term for use in uses if (use.match.start, use.match.end) == span)
    return next(known, "") or as_entry(source, span)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the form says to begin with.

    Attributes:
        cells: What is written in it.
        term: Where the term is in the source; None where that is not known.
        rendering: Where its rendering is in the target; None where that is not known.
    """

    cells: Cells
    term: Span | None = None
    rendering: Span | None = None


def beginning(source: str, target: str, looked: Looked | None, selected: str) -> Beginning:
    """What a form for adding words says to begin with: nothing where it would only be a guess.

    Args:
        source: The source.
        target: The target.
        looked: What there is to see in them, as far as that is known.
        selected: Words of the target that the person has selected.
    """
    term = likely_term(source, target, looked)
    rendering = _place(target, selected.strip())
    if rendering is not None:
        term = None
    elif term is not None:
        rendering = likely_rendering(target, looked)
    cells = Cells(term_at(source, term, looked), as_entry(target, rendering))
    return Beginning(cells, term, rendering)


def _place(text: str, words: str) -> Span | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None
