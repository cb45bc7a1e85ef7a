"""``python -m training``: the whole recipe. Each stage is skipped when its output is there."""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from training import (
    back,
    card,
    encode,
    forth,
    kinds,
    lexicon,
    package,
    prepare,
    rare,
    reverse,
    score,
    start,
    train,
)
from training.settings import ONWARD, VERSION, Schedule, Shape


def _say(text: str) -> None:
    print(time.strftime("%H:%M:%S"), text, flush=True)


def main() -> None:
    """Corpus to package; see README.md for what each option costs and gives."""
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument(
        "--corpus",
        type=Path,
        required=True,
        help="folder with train.tsv.xz and, for more pairs, mono-en.txt.xz and mono-id.txt.xz",
    )
    parser.add_argument("--eval", type=Path, required=True, help="folder with NAME.id, NAME.en")
    parser.add_argument("--work", type=Path, required=True, help="folder for all that is made")
    parser.add_argument(
        "--start-from", type=Path, help="folder of a package whose weights training starts from"
    )
    parser.add_argument("--minutes", type=float, default=90, help="training time in all")
    parser.add_argument(
        "--reverse-minutes",
        type=float,
        default=0,
        help="training time of a model of the other direction, which translates mono-en.txt.xz "
        "(default: 0, no back-translation)",
    )
    parser.add_argument(
        "--back", type=int, default=400_000, help="most sentences to back-translate"
    )
    parser.add_argument("--batch-tokens", type=int, help="target pieces a process and step")
    parser.add_argument("--processes", type=int, help="training processes (default: cores)")
    parser.add_argument(
        "--apart",
        action="store_true",
        help="let each process train by itself; what is packaged is the mean of their weights",
    )
    parser.add_argument(
        "--hardware", default="one machine", help="what it runs on, for the model card"
    )
    parser.add_argument(
        "--no-train", action="store_true", help="package and score the last checkpoint as it is"
    )
    given = parser.parse_args()
    try:
        run(
            given.corpus,
            given.eval,
            given.work,
            given.minutes,
            start_from=given.start_from,
            reverse_minutes=given.reverse_minutes,
            back_limit=given.back,
            batch_tokens=given.batch_tokens,
            processes=given.processes,
            apart=given.apart,
            no_train=given.no_train,
            hardware=given.hardware,
        )
    except train.ApartError as error:
        parser.error(str(error))


def run(
    corpus: Path,
    evaluation: Path,
    work: Path,
    minutes: float,
    *,
    start_from: Path | None = None,
    reverse_minutes: float = 0,
    back_limit: int = 400_000,
    batch_tokens: int | None = None,
    processes: int | None = None,
    apart: bool = False,
    no_train: bool = False,
    hardware: str = "one machine",
    shape: Shape | None = None,
    schedule: Schedule | None = None,
) -> Path:
    """Run every stage that is still to do; return the ``.argosmodel`` file."""
    shape = shape or Shape()
    schedule = schedule or (ONWARD if start_from else Schedule())
    work.mkdir(parents=True, exist_ok=True)
    (work / "shape.json").write_text(json.dumps(asdict(shape)), encoding="utf-8")
    (work / "schedule.json").write_text(json.dumps(asdict(schedule)), encoding="utf-8")
    if start_from:
        start.prepare(start_from, work, shape)
    table = corpus / "train.tsv.xz"
    pairs = prepare.clean(table, work, _say)
    processor = prepare.learn_vocabulary(pairs, work, shape, _say)
    aligned = prepare.align(pairs, processor, work, shape, schedule, _say)
    mono = (corpus / "mono-id.txt.xz", corpus / "mono-en.txt.xz")
    more: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    if reverse_minutes and not (work / "encoded.npz").exists():
        written = list(prepare.lines(mono[0]))

        def rows() -> Path:
            news: list[tuple[str, str]] = []
            if start_from:
                english = chain(prepare.lines(mono[1]), (pair.en for pair in pairs))
                _say("translating the Indonesian news")
                news = forth.pairs(written, forth.english(english), start_from, work)
                _say(f"{len(news)} pairs of it")
            longest = schedule.longest
            return reverse.rows(aligned, news, kinds.towns(written), processor, work, longest)

        model = reverse.learn(work, rows, reverse_minutes, shape, batch_tokens, processes, _say)
        secret = score.all_lines(evaluation)
        sound = (pair.id for pair in pairs if pair.weight >= lexicon.LEAST)
        known = back.words([*sound, *written])
        words = rare.Rare(pairs, written)
        more = back.pairs(mono[1], secret, known, words, model, work, back_limit, _say)
    encoded = encode.encode(pairs, *more, mono, processor, work, schedule, _say)
    if not no_train:
        _say(f"training for {minutes:g} minutes in all")
        train.launch(work, minutes, batch_tokens, processes, separate=apart)
    _say("packaging")
    net = package.network(train.checkpoints(work), encoded, shape, work / "start.npz")
    package.convert(net, processor, work, work / "ctranslate2")
    history = card.history(work)
    about = package.metadata(history)
    place = package.assemble(work / "ctranslate2", processor, "", about, work / "package")
    name, sources, references = score.test_set(evaluation)
    outputs = package.Translator(place)(sources)
    measured = score.score("padanan", outputs, references)
    others = score.peers(evaluation, references)
    failed = score.failures(sources, outputs)
    (work / "outputs.en").write_text("\n".join(outputs) + "\n", encoding="utf-8")
    text = card.write(
        history,
        prepare.census(pairs),
        [measured, *others],
        failed,
        shape,
        schedule,
        test_set=name,
        hardware=hardware,
        size=sum(path.stat().st_size for path in place.rglob("*") if path.is_file()),
        work=work,
    )
    place = package.assemble(work / "ctranslate2", processor, text, about, work / "package")
    for each in (measured, *others):
        _say(each.line())
    return package.pack(place, work / f"translate-id_en-{VERSION}.argosmodel")


if __name__ == "__main__":
    main()
