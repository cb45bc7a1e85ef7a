"""What is wrong between the rows of a glossary, and between a row and the matchers.

The rules of `rules` and `reading` look at how rows are written; these look at what they say. All
that they find are warnings: the rows are used, and should be mended.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.english import RenderingForm, rendering_ways
from padanan.glossary.glossary import Glossary
from padanan.glossary.problem import Problem, Severity, shown
from padanan.glossary.table import GlossaryFile

_WORD = re.compile(r"[^\W\d_]+")


def check(file: GlossaryFile) -> tuple[Problem, ...]:
    """Everything to mend in a glossary, `GlossaryFile.problems` included, in the file's order."""
    glossary = Glossary(file.concepts)
    found = [
        *file.problems,
        *_between_rows(file),
        *_terms(file, glossary),
        *_renderings(file),
        *_capitals(file),
        *_domains(file),
    ]
    return in_order(found)


def unattested(file: GlossaryFile, texts: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each term that is in none of the texts, in no form, in the file's order.

    What only stands inside longer terms of the glossary is not found there.

    Args:
        file: The glossary.
        texts: Indonesian texts; sentences or lines are best.
    """
    glossary = Glossary(file.concepts)
    seen: set[tuple[Concept, str]] = set()
    for text in texts:
        for match in glossary.match(text):
            for concept in (match.concept, *match.homonyms):
                seen.add((concept, match.term.casefold()))
    return in_order(
        _problem(file, concept, "id", f"{shown(term)} is in none of the texts.")
        for concept in file.concepts
        for term in concept.terms
        if (concept, term.casefold()) not in seen
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file."""
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.position)))


def _problem(file: GlossaryFile, concept: Concept, column: str, message: str) -> Problem:
    return Problem(*file.place(concept, column), column, message, Severity.WARNING)


def _line(file: GlossaryFile, concept: Concept) -> int:
    return file.place(concept, "id")[0]


# Two rows


def _between_rows(file: GlossaryFile) -> Iterator[Problem]:
    """What rows with the same term have against each other, told of the later one."""
    rows: defaultdict[str, list[tuple[Concept, str]]] = defaultdict(list)
    for concept in file.concepts:
        for term in concept.terms:
            earlier = rows[term.casefold()]
            for other, other_term in earlier:
                yield from _against(file, concept, term, other, other_term)
            earlier.append((concept, term))


def _against(
    file: GlossaryFile, concept: Concept, term: str, other: Concept, other_term: str
) -> Iterator[Problem]:
    if Flag.CASE in concept.flags & other.flags and term != other_term:
        return  # capitals tell them apart
    line = _line(file, other)
    if term != other_term:
        yield _problem(
            file,
            concept,
            "id",
            f"{shown(term)} is written {shown(other_term)} in line {line}. Write it with the same "
            "capitals, or flag both rows case if capitals tell two concepts apart.",
        )
    if concept.preferred.casefold() == other.preferred.casefold():
        yield _problem(
            file,
            concept,
            "id",
            f"{shown(term)} is {shown(concept.preferred)} in line {line} too. Make one row of the "
            "two.",
        )
    elif not concept.domain or not other.domain:
        yield _problem(
            file,
            concept,
            "domain",
            f"{shown(term)} is {shown(concept.preferred)} here and {shown(other.preferred)} in "
            f"line {line}, and one of the two rows has no domain. Make one row of them, or give "
            "both a domain if they are two concepts.",
        )
    if concept.domain and other.domain:
        return  # what is right in one domain may be wrong in another
    for one, another in ((concept, other), (other, concept)):
        accepted = {rendering.casefold() for rendering in another.renderings}
        for rendering in one.avoided:
            if rendering.casefold() in accepted:
                yield _problem(
                    file,
                    one,
                    "avoid",
                    f"{shown(rendering)} is to be avoided for {shown(term)}, but is accepted in "
                    f"line {_line(file, another)}. Decide for one.",
                )


# What the matchers make of a row


def _terms(file: GlossaryFile, glossary: Glossary) -> Iterator[Problem]:
    """Terms that are not found even where a text is nothing but the term."""
    for concept in file.concepts:
        for term in concept.terms:
            found = [
                other
                for match in glossary.match(term)
                if not any(map(str.isalnum, term[: match.start] + term[match.end :]))
                for other in (match.concept, *match.homonyms)
            ]
            if concept not in found:
                yield _problem(file, concept, "id", _why_never(file, term, found))
                continue
            for other in found:
                if _line(file, other) < _line(file, concept) and _alike(concept, other, term):
                    yield _problem(
                        file,
                        concept,
                        "id",
                        f"{shown(term)} is another form of {shown(_first(other))}, line "
                        f"{_line(file, other)}, so that the two cannot be told apart. Make one row "
                        "of them.",
                    )


def _why_never(file: GlossaryFile, term: str, found: list[Concept]) -> str:
    if not found:
        return (
            f"{shown(term)} is never found in a text, not even on its own. Write it in words, as "
            "it stands in sentences."
        )
    return (
        f"{shown(term)} is never found: wherever it stands it is taken for "
        f"{shown(_first(found[0]))}, line {_line(file, found[0])}. Make one row of the two."
    )


def _alike(concept: Concept, other: Concept, term: str) -> bool:
    """Whether two rows that match the same text contradict each other, not having the same term."""
    if term.casefold() in {text.casefold() for text in other.terms}:
        return False  # told already
    domains = {concept.domain.casefold(), other.domain.casefold()}
    return len(domains) == 1 or "" in domains


def _first(concept: Concept) -> str:
    return concept.terms[0]


def _renderings(file: GlossaryFile) -> Iterator[Problem]:
    """Renderings that cannot be found, or not be told from others of their row."""
    for concept in file.concepts:
        ways = {
            rendering: dict(rendering_ways(rendering, concept.pos))
            for rendering in concept.renderings + concept.avoided
        }
        for rendering, forms in ways.items():
            column = "avoid" if rendering in concept.avoided else "en"
            if not forms:
                yield _problem(
                    file,
                    concept,
                    column,
                    f"{shown(rendering)} is never found in an English text. Write it as it stands "
                    "in sentences.",
                )
            for other in concept.renderings:
                if other == rendering:
                    continue
                if column == "avoid":
                    if any(_within(part, whole) for part in forms for whole in ways[other]):
                        yield _problem(
                            file,
                            concept,
                            column,
                            f"{shown(rendering)} is to be avoided, yet it is the accepted "
                            f"{shown(other)} or a part of it. Remove one of the two.",
                        )
                        break
                elif _is_inflected(ways[other], forms) and (
                    concept.renderings.index(other) > concept.renderings.index(rendering)
                    or not _is_inflected(forms, ways[other])
                ):
                    yield _problem(
                        file,
                        concept,
                        column,
                        f"{shown(other)} is a form of {shown(rendering)}, which is found in all "
                        "its forms. Remove it.",
                    )


_Forms = dict[tuple[str, ...], RenderingForm]


def _is_inflected(rendering: _Forms, other: _Forms) -> bool:
    """Whether a rendering as it stands is an inflected form of another."""
    return other.get(next(iter(rendering), ())) is RenderingForm.INFLECTED


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether tokens are others or stand among them, hyphens and spaces not counted."""
    if "".join(part) == "".join(whole):
        return True
    starts = range(len(whole) - len(part) + 1)
    return any(whole[start : start + len(part)] == part for start in starts)


# Capitals


def _capitals(file: GlossaryFile) -> Iterator[Problem]:
    """Capitals that do not go with the part of speech."""
    small = Counter(
        word
        for concept in file.concepts
        for rendering in concept.renderings
        for word in _WORD.findall(rendering)
        if word.islower()
    )
    names = {
        rendering
        for concept in file.concepts
        if concept.pos is PartOfSpeech.NAME
        for rendering in concept.renderings
    }
    for concept in file.concepts:
        is_name = concept.pos is PartOfSpeech.NAME
        # A name may be rendered by what it means, beside one that is written as a name.
        if is_name and all(map(_is_small, concept.renderings)):
            yield _problem(
                file,
                concept,
                "en",
                f"{shown(concept.preferred)} has no capital, though the row is a name. Write its "
                "capitals, or mend pos.",
            )
        if is_name or concept.pos is None or not all(map(_is_small, concept.terms)):
            continue
        for rendering in concept.renderings:
            first, *rest = _WORD.findall(rendering) or [""]
            # "Islamic" is never written small, "Security" is; "House" alone is a name.
            slip = first.istitle() and small[first.lower()] and first not in names
            if slip and all(word.islower() for word in rest):
                yield _problem(
                    file,
                    concept,
                    "en",
                    f"{shown(rendering)} begins with a capital, though the row is no name. Write "
                    f"{shown(rendering[0].lower() + rendering[1:])}.",
                )


def _domains(file: GlossaryFile) -> Iterator[Problem]:
    """Domains that are written with other capitals than most rows have them."""
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for concept in file.concepts:
        written[concept.domain.casefold()][concept.domain] += 1
    for concept in file.concepts:
        mostly = written[concept.domain.casefold()].most_common(1)[0][0]
        if concept.domain != mostly:
            yield _problem(
                file,
                concept,
                "domain",
                f"{shown(concept.domain)} is written {shown(mostly)} in most rows. Write it so.",
            )


def _is_small(text: str) -> bool:
    return text == text.lower()
