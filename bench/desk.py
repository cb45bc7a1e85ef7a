"""How quickly the desk opens a long article and answers: `python bench/desk.py [SEGMENTS]`.

Prints seconds, the best of several runs: reading the bilingual file (polib's work), opening it on
the screen until the first picture stands, and what one key costs the person waiting for it.
"""

import asyncio
import random
import sys
import tempfile
import time
from pathlib import Path

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint, save
from padanan.tui.app import Desk
from padanan.tui.keeping import Change, keep, rewritten, take
from padanan.tui.review import Review
from padanan.tui.segments import Segments

SIZES = ((120, 40), (60, 20))
TEXT = (
    "pemerintah warga telah mengatakan bahwa sungai di kota itu meluap “kami” siap — pada "
    "hari Senin sehingga jalan utama ditutup dan ratusan orang mengungsi ke balai desa"
)


def article(segments: int) -> Bilingual:
    """An article of sentences of 5 to 35 words, three to a block."""
    random.seed(segments)
    words = TEXT.split()

    def sentence() -> str:
        return " ".join(random.choices(words, k=random.randint(5, 35))) + "."

    entries = []
    for number in range(segments):
        target = sentence()
        entries.append(
            Entry(
                f"{number:08x}",
                sentence(),
                target,
                State.DRAFT,
                BlockKind.PARAGRAPH,
                rule="running-text",
                line=number // 3 + 1,
                how="model",
                score=-0.5,
                fingerprint=fingerprint(target),
            )
        )
    return Bilingual("../seeds/long.txt", "0" * 64, "engine", "recipe", "", tuple(entries))


async def opening(path: Path, size: tuple[int, int]) -> dict[str, float]:
    """Seconds for each thing a person waits for, on a screen of `size`."""
    seconds = {}
    snapshot = take(path)
    desk = Desk(path.parent)
    async with desk.run_test(size=size) as pilot:
        await desk.workers.wait_for_complete()
        await pilot.pause()
        started = time.perf_counter()
        review = Review("long", snapshot, leads_back=True)
        await desk.push_screen(review)
        await pilot.pause()
        seconds["open"] = time.perf_counter() - started
        segments = review.query_one(Segments)
        started = time.perf_counter()
        segments.lay_out()
        seconds["measure all rows"] = time.perf_counter() - started
        for key in ("down", "pagedown", "end", "home", "f"):
            started = time.perf_counter()
            await pilot.press(key)
            seconds[f"key {key}"] = time.perf_counter() - started
        started = time.perf_counter()
        review.action_approve()
        seconds["approve"] = time.perf_counter() - started
        await desk.workers.wait_for_complete()
        await pilot.pause()
        started = time.perf_counter()
        await pilot.resize_terminal(size[0] + 10, size[1])
        await pilot.pause()
        seconds["resize"] = time.perf_counter() - started
    return seconds


def files(path: Path) -> dict[str, float]:
    """Seconds for reading and for saving one change (in a thread, while the person goes on)."""
    started = time.perf_counter()
    snapshot = take(path)
    reading = time.perf_counter() - started
    entry = snapshot.bilingual.entries[0]
    change = Change.of(entry, rewritten(entry, f"{entry.target}!", approved=True), typed=True)
    started = time.perf_counter()
    keep(snapshot, [change])
    return {"read the file": reading, "save a change": time.perf_counter() - started}


def best(runs: list[dict[str, float]]) -> dict[str, float]:
    """The smallest of each figure."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


def main() -> None:
    """Measure and print."""
    segments = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.po")
        save(path, article(segments))
        print(f"{segments:,} segments, {path.stat().st_size / 1e6:.1f} MB")
        for name, seconds in best([files(path) for _ in range(3)]).items():
            print(f"  {name:18} {seconds:7.3f} s")
        for size in SIZES:
            print(f"{size[0]}x{size[1]}")
            for name, seconds in best([asyncio.run(opening(path, size)) for _ in range(3)]).items():
                print(f"  {name:18} {seconds:7.3f} s")


if __name__ == "__main__":
    main()
