"""What a model makes of renderings in its source: marked as it was trained to read them, or put in
the place of the terms.

    uv run --with sacrebleu python bench/marks.py [--model PACKAGE] [--sources FILE] ...

The second step of enforcement alone, for every segment that has a term: nothing is mended, and no
candidate is refused. Once with the glossary as it is, once with an unusual one (see adherence.py).
The files are those of terminology.py. stdout has tables in Markdown.
"""

import sys
from collections.abc import Sequence

from adherence import unusual
from terminology import PLAIN, built, lines, measure, options, quality, table

from padanan.glossary import Concept, Glossary, Match
from padanan.translate.enforce.replacing import marks, replaced
from padanan.translate.engine.catalogue import find
from padanan.translate.engine.ctranslate import CTranslateEngine

REPLACED, MARKED = "in the place of the terms", "marked"


def best(engine: CTranslateEngine, sources: Sequence[str]) -> list[str]:
    """Plain drafts."""
    return [candidates[0].text for candidates in engine.translate(sources)]


def told(
    engine: CTranslateEngine, sources: Sequence[str], found: Sequence[Sequence[Match]]
) -> list[str]:
    """Drafts of sources with a mark for each term; of those that loop, the plain ones."""
    asked = [
        (source, marks(source, matches, range(len(matches))))
        for source, matches in zip(sources, found, strict=True)
    ]
    drafts = engine.translate_marked(asked)
    plain = best(engine, sources)
    return [own if draft is None else draft.text for draft, own in zip(drafts, plain, strict=True)]


def main() -> None:
    """Draft in three ways with two glossaries, measure and print."""
    chosen = options().parse_args()
    engine = CTranslateEngine(find(chosen.model), beam=chosen.beam)
    if not engine.reads_marks:
        sys.exit(f"{engine.package.name} {engine.package.version} reads no marks.")
    everything = lines(chosen.sources)[: chosen.limit]
    wanted = lines(chosen.references or chosen.sources.with_suffix(".en"))[: chosen.limit]
    glossary, _ = built(chosen.glossary, cldr=chosen.cldr)
    swapped, changed = unusual(
        glossary, [glossary.match(one) for one in everything], chosen.unusual
    )
    only: frozenset[Concept] | None = None
    for title, terms in (("The glossary", glossary), ("The unusual glossary", swapped)):
        if terms is swapped:
            only = changed
        kept = [
            (source, reference)
            for source, reference in zip(everything, wanted, strict=True)
            if any(only is None or match.concept in only for match in terms.match(source))
        ]
        sources, references = ([pair[side] for pair in kept] for side in (0, 1))
        _compare(title, engine, terms, sources, references, only)


def _compare(
    title: str,
    engine: CTranslateEngine,
    glossary: Glossary,
    sources: Sequence[str],
    references: Sequence[str],
    only: frozenset[Concept] | None,
) -> None:
    found = [
        tuple(match for match in glossary.match(source) if only is None or match.concept in only)
        for source in sources
    ]
    systems = {
        PLAIN: best(engine, sources),
        REPLACED: best(
            engine,
            [
                replaced(source, matches, range(len(matches)))
                for source, matches in zip(sources, found, strict=True)
            ],
        ),
        MARKED: told(engine, sources, found),
    }
    scores, signatures = quality(systems, references)
    measured = measure(f"{title}, {len(sources)} segments", glossary, sources, systems, only)
    print(table(measured, scores) + "\n")
    print("\n".join(signatures) + "\n")


if __name__ == "__main__":
    main()
