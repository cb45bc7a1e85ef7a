"""The whole recipe at toy size: 200 made-up pairs, some thirty steps, a package that runs."""

import json
import lzma
import random
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("transformers", reason="the recipe builds its network with transformers")
pytest.importorskip("sacrebleu", reason="the recipe scores with sacrebleu")

from training import (  # noqa: E402
    card,
    corpus,
    encode,
    package,
    prepare,
    sentences,
    start,
    train,
    vocabulary,
)
from training.__main__ import run  # noqa: E402
from training.corpus import HEADER  # noqa: E402
from training.model import Scorer, build  # noqa: E402
from training.package import Translator  # noqa: E402
from training.settings import PLATEAU_SHARE, Schedule, Shape  # noqa: E402

SHAPE = Shape(vocabulary=80, width=32, heads=2, feed_forward=64, encoder_layers=1, decoder_layers=1)
WORDS = {
    "presiden": "president",
    "menteri": "minister",
    "warga": "residents",
    "polisi": "police",
    "melihat": "saw",
    "membantu": "helped",
    "bertemu": "met",
    "kota": "city",
    "desa": "village",
    "pasar": "market",
}


def _corpus(folder: Path) -> None:
    dice = random.Random(1)
    lines = ["\t".join(HEADER)]
    words = list(WORDS)
    for number in range(200):
        chosen = [dice.choice(words) for _ in range(4)]
        source = f"{' '.join(chosen)} {number}."
        target = f"{' '.join(WORDS[word] for word in chosen)} {number}."
        lines.append("\t".join(("open", "A", "sent", "made_up", source, target)))
    lines.append("\t".join(("open", "B", "dict", "made_dict", "tenda", "tent")))
    with lzma.open(folder / "train.tsv.xz", "wt", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    with lzma.open(folder / "mono-en.txt.xz", "wt", encoding="utf-8") as out:
        for number in range(30):
            chosen = " ".join(WORDS[dice.choice(words)] for _ in range(5))
            out.write(f"The {chosen} number {number} in a tent.\n")
    with lzma.open(folder / "mono-id.txt.xz", "wt", encoding="utf-8") as out:
        out.write("Warga itu tidur di tenda.\n" * 5)
    (folder / "toy.id").write_text("presiden bertemu menteri\nwarga desa\n", encoding="utf-8")
    (folder / "toy.en").write_text("president met minister\nresidents village\n", encoding="utf-8")


@pytest.mark.slow
def test_the_recipe_from_corpus_to_translation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The toy has two hundred pairs of its own: of the written ones, some; each sentence once. Its
    # vocabulary has no room for the letters of all languages.
    plain = [row for row in corpus.written() if all(text.isascii() for text in row[-2:])]
    some = plain[::1_000]
    monkeypatch.setattr(corpus, "written", lambda: iter(some))
    monkeypatch.setattr(sentences, "filled", partial(sentences.filled, each=1))
    _corpus(tmp_path)
    schedule = Schedule(warm_up=5, minutes_between_saves=0.01)
    work = tmp_path / "work"
    output = run(
        tmp_path,
        tmp_path,
        work,
        0.05,
        reverse_minutes=0.02,
        back_limit=20,
        batch_tokens=60,
        processes=1,
        shape=SHAPE,
        schedule=schedule,
    )
    assert output.stat().st_size > 1_000
    steps = json.loads((work / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1])["step"]
    assert steps >= 5  # three seconds: thirty on an idle machine
    for kept in ("0000-*.txt", "rare-0000-*.txt"):
        (path,) = (work / "back").glob(kept)
        assert path.read_text(encoding="utf-8").count("\n") == 20
    names = vocabulary.pieces(work / "sentencepiece.model")
    with np.load(work / "encoded.npz") as shown:
        assert {names[name] for name in vocabulary.CONTROLS[:3]} <= set(shown["source"].tolist())
    _back_translations_are_marked(work, schedule)
    again = run(tmp_path, tmp_path, work, 0.05, no_train=True, shape=SHAPE, schedule=schedule)
    assert again == output
    place = work / "package" / package.FOLDER
    assert len(Translator(place)(["presiden melihat kota", "warga"])) == 2
    assert "made_up" in (place / "README.md").read_text(encoding="utf-8")
    _what_a_package_gives_back(work, place)
    _training_on(tmp_path, place, schedule)
    _training_apart(tmp_path, work, schedule)


def _back_translations_are_marked(work: Path, schedule: Schedule) -> None:
    kept = work / "encoded.npz"
    kept.rename(work / "kept.npz")
    model = work / "sentencepiece.model"
    pairs = prepare.clean(work / "none", work, print)
    more = [("presiden membantu kota", "president helped city")] * 3
    none = (work / "none", work / "none")
    encode.encode(pairs, more[:2], more[2:], none, model, work, schedule, print)
    tag = vocabulary.pieces(model)[vocabulary.BACK]
    with np.load(kept) as shown:
        firsts = shown["source"][shown["source_at"][:-1]]
        assert (firsts == tag).sum() == 3
        assert (firsts[-3:] == tag).all()
        assert (shown["source"] == tag).sum() == 3
        last = slice(shown["target_at"][-2], shown["target_at"][-1])
        assert shown["links"][last][-1] == shown["source_at"][-1] - shown["source_at"][-2] - 1
    (work / "kept.npz").rename(kept)


def _what_a_package_gives_back(work: Path, place: Path) -> None:
    """The weights that went into it, as near as int8 has them."""
    other = work / "other"
    other.mkdir()
    start.prepare(place, other, SHAPE)
    net = build(SHAPE, 2)
    start.load(net, other)
    trained = package.network([work / "checkpoint.pt"], work / "encoded.npz", SHAPE)
    _a_part_is_of_before_the_rate_fell(trained, work)
    for (name, given), (_, found) in zip(
        trained.named_parameters(), net.named_parameters(), strict=True
    ):
        step = given.abs().amax(-1, keepdim=True) / 127 if given.dim() == 2 else 0
        assert ((given - found).abs() <= 0.501 * step).all(), name


def _a_part_is_of_before_the_rate_fell(net: torch.nn.Module, work: Path) -> None:
    kept, before = (torch.load(work / name) for name in ("checkpoint.pt", "plateau.pt"))
    assert before["place"]["step"] < kept["place"]["step"]
    assert before["place"]["saves"] == kept["place"]["saves"]
    kept_of_it = "wide" if before["place"]["saves"] else "average"
    assert all(map(torch.equal, before["average"], before[kept_of_it]))
    packaged = dict(net.named_parameters())
    for name, late, early in zip(kept["names"], kept["average"], before["average"], strict=True):
        assert torch.allclose(packaged[name], torch.lerp(late, early, PLATEAU_SHARE), atol=1e-6), (
            name
        )


def _training_on(folder: Path, place: Path, schedule: Schedule) -> None:
    """From a package, with a larger network, at a rate that changes nothing."""
    work = folder / "onward"
    onward = replace(schedule, early=0.0, peak_rate=1e-9)
    larger = replace(SHAPE, feed_forward=96)
    run(
        folder,
        folder,
        work,
        0.02,
        start_from=place,
        reverse_minutes=0.01,
        batch_tokens=60,
        processes=1,
        shape=larger,
        schedule=onward,
    )
    (kept,) = (work / "forth").glob("0000-*.txt")
    assert kept.read_text(encoding="utf-8").count("\n") == 1
    later = work / "package" / package.FOLDER
    for name in ("sentencepiece.model", "model/shared_vocabulary.json"):
        assert (later / name).read_bytes() == (place / name).read_bytes()
    given, found = (start.weights(each / "model" / "model.bin", larger) for each in (place, later))
    for name, value in given.items():
        step = np.abs(value).max(-1, keepdims=True) / 127 if value.ndim == 2 else 1e-5
        assert (np.abs(found[name] - value) <= 0.501 * step + 1e-5).all(), name
    assert len(Translator(later)(["presiden melihat kota", "warga"])) == 2
    before, after = (
        json.loads((each / "metadata.json").read_text(encoding="utf-8"))["padanan"]
        for each in (place, later)
    )
    assert after["training_tokens"] > before["training_tokens"]
    assert after["started_from"]["steps"] == before["steps"]
    assert "1 encoder layers and 64 feed-forward units" in (later / "README.md").read_text("utf-8")


def _training_apart(folder: Path, work: Path, schedule: Schedule) -> None:
    """From where one run has come, two go their own ways; the package is their mean."""
    common = card.history(work)
    given = {"batch_tokens": 60, "processes": 2, "shape": SHAPE, "schedule": schedule}
    run(folder, folder, work, 0.1, apart=True, **given)
    runs = train.apart(work)
    assert [each.name for each in runs] == ["apart-1", "apart-2"]
    ends = [torch.load(each / "checkpoint.pt") for each in runs]
    counts = [end["place"]["step"] for end in ends]
    assert min(counts) > common["steps"]
    assert card.history(work)["steps"] == sum(counts) - common["steps"]
    each = [
        dict(package.network([path], None, SHAPE).named_parameters())
        for path in train.checkpoints(work)
    ]
    both = dict(package.network(train.checkpoints(work), None, SHAPE).named_parameters())
    assert not all(torch.equal(each[0][name], each[1][name]) for name in ends[0]["names"])
    for name in ends[0]["names"]:
        assert torch.allclose(both[name], (each[0][name] + each[1][name]) / 2, atol=1e-6), name
    text = (work / "package" / package.FOLDER / "README.md").read_text(encoding="utf-8")
    assert "the mean of 2 runs that went apart" in text
    assert "--minutes 0\n" in text
    assert "--apart --processes 2 --minutes 0\n" in text
    with pytest.raises(train.ApartError, match="give --apart to train them on"):
        train.launch(work, 1, 60, 2)
    with pytest.raises(train.ApartError, match=r"1 of 2 runs .* give --processes 2"):
        train.launch(work, 1, 60, 1, separate=True)
    for each in runs:
        (each / "checkpoint.pt").unlink()
    assert train.checkpoints(work) == [work / "checkpoint.pt"]
    assert card.history(work) == common
    with pytest.raises(train.ApartError, match="give more --minutes"):
        train.launch(work, 0.01, 60, 2, separate=True)


def test_the_loss_is_torchs_own() -> None:
    net = build(SHAPE, 1)
    source = torch.tensor([[5, 6, 7, 0], [8, 9, 0, 79]])
    target = torch.tensor([[9, 8, 0], [7, 0, 79]])
    links = torch.tensor([[0, 1, 3], [-1, 2, -1]])
    losses = Scorer(net, smoothing=0.1)(source, target, links)
    labels = target.masked_fill(target == 79, -100)
    shifted = torch.tensor([[79, 9, 8], [79, 7, 0]])
    with torch.no_grad():
        output = net(
            input_ids=source,
            attention_mask=source != 79,
            decoder_input_ids=shifted,
            output_attentions=True,
        )
    logits = output.logits[..., :79].reshape(-1, 79)
    wanted = torch.nn.functional.cross_entropy(
        logits, labels.flatten(), ignore_index=-100, label_smoothing=0.1
    )
    assert float(losses.smoothed) == pytest.approx(float(wanted), rel=1e-4)
    attention = output.cross_attentions[-1][:, 0]  # the guided head: (pairs, T, S)
    picked = [attention[0, 0, 0], attention[0, 1, 1], attention[0, 2, 3], attention[1, 1, 2]]
    expected = -torch.stack(picked).log().mean()
    assert float(losses.alignment) == pytest.approx(float(expected), rel=1e-3)


def test_padding_starts_at_zero_and_gets_no_gradient() -> None:
    net = build(SHAPE, 1)
    source, target = torch.tensor([[5, 0]]), torch.tensor([[6, 0]])
    Scorer(net, smoothing=0.1)(source, target, None).smoothed.backward()
    table = net.get_input_embeddings().weight
    assert not table[79].any()
    assert not table.grad[79].any()
