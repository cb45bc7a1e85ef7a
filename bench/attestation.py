"""Which Indonesian terms of the glossary a corpus and the seed articles attest, and how often.

    uv run python bench/attestation.py CORPUS [TERMS]

CORPUS is a folder with mono-id.txt.xz (a sentence a line) and train.tsv.xz (a header, Indonesian
in its column "id"); the articles in seeds/ are read as well. TERMS defaults to terms.tsv.

A term counts where its words stand one after the other, whole, whatever their capitals; hyphens
and spaces may change place or be missing (kerja sama, kerja-sama, kerjasama), and so may commas
inside the term. Single words of a row flagged "case" count only with the capitals they have, or in
all capitals. Inflected forms do not count: what is looked for is the term itself.

stdout has a line a term (`--all`) or only the terms that are nowhere, with tabs: term, occurrences
in the monolingual text, in the training text, in the seeds. stderr sums up. Exit status 1 if a
term is nowhere.
"""

import argparse
import lzma
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from padanan.glossary import Concept, Flag, Glossary

ROOT = Path(__file__).resolve().parents[1]

# Words, and the marks that end a run of words; hyphens, slashes and commas are between words.
TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s,/‐‑–-]")

Words = tuple[str, ...]
# For each first word: what may follow it, and which term that makes.
Index = dict[str, list[tuple[Words, str]]]


def words(text: str) -> list[str]:
    """The words and marks of a text, in order."""
    return TOKEN.findall(unicodedata.normalize("NFC", text))


def spellings(term: str) -> set[Words]:
    """The term's words, any of them written as one with the next."""
    parts = words(term)
    forms: set[Words] = set()
    for joined in product((False, True), repeat=len(parts) - 1):
        form = [parts[0]]
        for part, join in zip(parts[1:], joined, strict=True):
            if join:
                form[-1] += part
            else:
                form.append(part)
        forms.add(tuple(form))
    return forms


def indexes(concepts: Iterable[Concept]) -> tuple[Index, Index]:
    """The terms that count whatever their capitals, and those that need them (AS, not "as")."""
    folded: defaultdict[str, list[tuple[Words, str]]] = defaultdict(list)
    exact: defaultdict[str, list[tuple[Words, str]]] = defaultdict(list)
    for concept in concepts:
        for term in dict.fromkeys(concept.terms):
            if Flag.CASE in concept.flags and len(words(term)) == 1:
                index, forms = exact, spellings(term) | spellings(term.upper())
            else:
                index, forms = folded, spellings(term.casefold())
            for form in forms:
                index[form[0]].append((form, term))
    return dict(folded), dict(exact)


def count(lines: Iterable[str], folded: Index, exact: Index) -> Counter[str]:
    """How often each term stands in the lines."""
    found: Counter[str] = Counter()
    for line in lines:
        plain = words(line)
        for tokens, index in (([word.casefold() for word in plain], folded), (plain, exact)):
            for place, word in enumerate(tokens):
                for form, term in index.get(word, ()):
                    if tuple(tokens[place : place + len(form)]) == form:
                        found[term] += 1
    return found


def monolingual(corpus: Path) -> Iterator[str]:
    with lzma.open(corpus / "mono-id.txt.xz", "rt", encoding="utf-8") as file:
        yield from file


def training(corpus: Path) -> Iterator[str]:
    with lzma.open(corpus / "train.tsv.xz", "rt", encoding="utf-8", newline="\n") as file:
        column = next(file).rstrip("\n").split("\t").index("id")
        for line in file:
            yield line.split("\t")[column]


def seeds() -> Iterator[str]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder with mono-id.txt.xz and train.tsv.xz")
    parser.add_argument("terms", type=Path, nargs="?", default=ROOT / "terms.tsv")
    parser.add_argument("--all", action="store_true", help="every term, not only those nowhere")
    arguments = parser.parse_args()
    concepts = Glossary.load(arguments.terms).concepts
    folded, exact = indexes(concepts)
    sources = (monolingual(arguments.corpus), training(arguments.corpus), seeds())
    counts = [count(source, folded, exact) for source in sources]

    terms = [term for concept in concepts for term in concept.terms]
    nowhere = [term for term in terms if not any(found[term] for found in counts)]
    for term in terms if arguments.all else nowhere:
        print(term, *(found[term] for found in counts), sep="\t")
    bare = sum(all(term in set(nowhere) for term in concept.terms) for concept in concepts)
    print(
        f"{len(concepts)} concepts, {len(terms)} terms: {len(terms) - len(nowhere)} attested, "
        f"{len(nowhere)} not; {bare} concepts with no attested term.",
        file=sys.stderr,
    )
    return 1 if nowhere else 0


if __name__ == "__main__":
    raise SystemExit(main())
