"""How quickly a bilingual file is read and saved: `python bench/bilingual.py [SEGMENTS ...]`.

Prints seconds, the best of several runs, beside polib alone on the same file, and the ratio: polib
reads the same text into its own entries, and writes them. "Again" is a save with one entry changed
since the last one. What the disk needs (`fsync`) is not in it.
"""

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import polib

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, dumps, fingerprint, loads
from padanan.translate.machine import Term

TEXT = (
    "pemerintah warga telah mengatakan bahwa sungai di kota itu meluap “kami” siap — pada "
    "hari-hari Senin sehingga jalan utama ditutup dan ratusan orang mengungsi ke balai desa"
)
TERMS = ("NATO", "Rusia", "sungai", "kota", "rumah sakit")


def article(segments: int) -> Bilingual:
    """An article of sentences of 5 to 35 words, three to a block, as the machine leaves them."""
    random.seed(segments)
    words = TEXT.split()

    def sentence() -> str:
        return " ".join(random.choices(words, k=random.randint(5, 35))) + "."

    entries = []
    for number in range(segments):
        target = sentence()
        found = ("names: “Stoltenberg” is spelled “Sttenberg”.",) if number % 7 == 0 else ()
        terms = random.sample(TERMS, random.randint(0, 3))
        entries.append(
            Entry(
                f"{number:08x}",
                sentence(),
                target,
                State.DRAFT if number % 2 else State.APPROVED,
                BlockKind.PARAGRAPH,
                rule="running-text",
                line=number // 3 + 1,
                how="model",
                score=-0.5,
                confidence=0.8,
                terms=tuple(Term(term, "its rendering", "model") for term in terms),
                findings=found,
                made_from="0123456789abcdef",
                fingerprint=fingerprint(target),
            )
        )
    return Bilingual("../seeds/long.txt", "0" * 64, "engine", "recipe", "", tuple(entries))


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


def saving(whole: Bilingual) -> tuple[float, float]:
    """How long it takes to lay down a file, and to do it again when one entry has changed."""
    fresh = replace(whole, entries=tuple(replace(entry) for entry in whole.entries))
    first = seconds(lambda: dumps(fresh).encode())
    changed = replace(fresh.entries[0], target="Changed.", state=State.APPROVED)
    other = replace(fresh, entries=(changed, *fresh.entries[1:]))
    return first, seconds(lambda: dumps(other).encode())


def main() -> None:
    """Measure and print."""
    for segments in [int(one) for one in sys.argv[1:]] or [5_000, 50_000]:
        whole = article(segments)
        text = dumps(whole)
        file = polib.pofile(text)
        runs = 5 if segments <= 10_000 else 3
        # All in turn, so that what else the machine does falls on all of them.
        rounds = [
            (
                seconds(lambda: polib.pofile(text)),  # noqa: B023 - called at once
                seconds(lambda: loads(text)),  # noqa: B023
                seconds(lambda: str(file).encode()),  # noqa: B023
                *saving(whole),
            )
            for _ in range(runs)
        ]
        theirs, ours, written, first, again = map(min, zip(*rounds, strict=True))
        print(f"{segments:,} segments, {len(text.encode()) / 1e6:.1f} MB")
        for what, polibs, our in (
            ("read", theirs, ours),
            ("save", written, first),
            ("save again", written, again),
        ):
            print(
                f"  {what:10}  polib {polibs:7.3f} s   padanan {our:7.3f} s   {polibs / our:6.1f}"
            )


if __name__ == "__main__":
    main()
