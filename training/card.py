"""The model card that goes into the package as ``README.md``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training import corpus, train, vocabulary
from training.score import Score
from training.settings import (
    BEAM,
    LENGTH_PENALTY,
    LONGEST,
    PLATEAU,
    PLATEAU_SHARE,
    START_SHARE,
    VERSION,
    Schedule,
    Shape,
)

SOURCES = Path(__file__).with_name("sources.tsv")

_TEMPLATE = """# padanan Indonesian-English {version}

A small Indonesian-to-English translation model for the padanan desk: {size_note}
It drafts; a person must review every sentence. Direction: Indonesian (id) to English (en),
sentence by sentence, news first. It is small, and was trained for {hours:.1f} hours on
{hardware}: expect drafts well below those of the full-size systems in the table. What it offers
is that it works offline, at once, and says which source word each draft word stands for.

## Scores

{test_note}

| system | BLEU | chrF |
|---|---:|---:|
{scores}

Signatures: BLEU `{bleu_signature}`, chrF `{chrf_signature}`.
The other systems' outputs were made elsewhere and only scored here.

{failures}

## Reads renderings

The source may say how some of its words are to be rendered: between its pieces stand the control
symbols {marks}, as in

    {opening} jaminan keamanan {between} security guarantee {closing}

with the rendering in its base form; the model inflects it, and mostly does as it is told. The
symbols are pieces of their own, which no text encodes to: put them into the list of pieces.
padanan does so by itself (`"marks"` in metadata.json).

## Reads first words in small letters

A first word whose small letters take fewer pieces (*banjir*, beside *Banjir*) is known better with
them, and the draft begins with a capital all the same. padanan gives it so (`"small_first"` in
metadata.json); other programs need not. The scores above are without that.

## Known weaknesses

{weaknesses}

## How it was trained

- Network: Marian transformer, post-norm, {shape.encoder_layers} encoder and \
{shape.decoder_layers} decoder layers, width {shape.width}, {shape.heads} heads, feed-forward \
{shape.feed_forward}, ReLU, sinusoidal positions, one tied embedding of {shape.vocabulary} \
pieces. Weights in int8 (CTranslate2).
- Vocabulary: one joint SentencePiece unigram model for both languages; digits apart. It folds
  the text itself: NFKC, straight quotes, plain hyphens for dashes, no zero-width characters.
{earlier}- {tokens:,} English pieces seen in {steps:,} updates, {hours:.2f} hours on {hardware}; no
  pre-trained weights. Some of the gathered software documentation was machine-translated by its
  publishers; it is weighted down.
- {written:,} of the pairs, sentences of news and of background to it, were written for this in both
  languages by a large language model, on padanan's developers' instructions: every word that
  Indonesian news has often and the gathered pairs seldom stands in two or more of them. Of 3,000
  of the earlier ones that were read again, six in a hundred had a fault and were mended; the rest
  of those have theirs. The last 62,000 were all read again.
{back}- Some of the best prose was shown with its source cut in other pieces (subword
  regularisation), with a few words of both sides in quotation marks, as a quotation within a
  quotation, with names of bodies and works in capitals, two sentences in one, with kinds of
  places and of their officials before the names of places, and, like the back-translated news,
  with words that few sentences have in the places of common ones, where
  people have written their English between the same two words (after Fadaee et al. 2017), and
  with the words of newspapers in the places of common ones that mean the same.
- More than eleven hundred other sentences and headlines of the kind that Indonesian news is full of
  were written for this too, and shown with names, places and figures filled in anew each time.
- Where English prose left words of administration in Indonesian (*kabupaten*), they were rendered.
- One cross-attention head (the first, in the last decoder layer, the one that CTranslate2
  returns) was taught a statistical word alignment, and the embeddings started from it.
- Adam, peak rate {schedule.peak_rate}, {schedule.warm_up} steps of warm-up, linear decay over \
the last {decay:.0f} % of the time{best}; label smoothing \
{schedule.smoothing}, dropout {schedule.dropout:g}, moving average of the weights\
{before}{kept}.
- Decode with beam {beam} and a length penalty of {penalty:g}, at most 256 pieces. Cut sources
  of more than {longest} pieces at clauses, as padanan does; the scores above are without that.
  With the length penalty of 0.2 that argostranslate sets, drafts leave more out.

## Data

{pairs:,} pairs after cleaning, from text that is openly licensed or whose publisher states no
licence. Text whose licence forbids commercial use or changes (subtitles, talks, much game
text) was left out, as was everything that shares a run of ten words with FLORES, NTREX or
WMT24++. A few in a hundred are others over again, as headlines or with other figures and names.
"Showings" is how often a virtual epoch showed the source's pairs in all: news and careful prose
about three times each, the pairs written for this four times, software text a
fraction. Two of the sources are other people's test sets
(geovedi_testdata, gunnxx_news): do not measure this model on those.

| source | origin | licence as stated there | pairs | showings |
|---|---|---|---:|---:|
{sources}

Some origins are copyleft (GPL, AGPL, CC BY-SA) or state terms of their own (the Quran
translation); judge for yourself whether that matters for a model trained on them.

## Make it again

In the padanan repository, where `training/README.md` says what it needs:

{commands}
"""

#: Seen on FLORES-200 dev, the regression set, five news articles and seventy invented sentences of
#: news with runs 1 to 14; look again after a new run.
WEAKNESSES = (
    "Rare words are left in Indonesian, or turned into English words that look like them or do "
    'not exist ("embezzzling"); the sense of a sentence can be lost or reversed while it still '
    "reads smoothly.",
    "The English is often ungrammatical: number, tense, articles, a clause without its verb.",
    "Where a word is beyond it, words beside it may come twice (some ten of 235 unseen sentences).",
    "Words are left out of short sentences, too.",
    "A word of several meanings may come out in the wrong one (*menarik pasukan*, to withdraw "
    "troops, as attract).",
    "Idioms are mostly read word by word (*naik pitam*, to lose one's temper).",
    "A verb in the passive or a relative clause may go to the wrong noun; long sentences with "
    "several clauses lose one.",
    "Headlines of the usual kinds come out; in others the verb is guessed, or the last words are "
    "left out.",
    "The set phrases of crime, disaster, court and diplomacy come easily, and may stand where a "
    "sentence says something else that begins like one.",
    "What is quoted within a quotation keeps its marks, but its words are often garbled.",
    "Places whose Indonesian name is another may stay as they are; a name may be taken for a word, "
    "or lose letters.",
    "Figures are copied digit by digit and a digit may be lost, most often in dates: check every "
    "number.",
    "Names of organizations are translated word by word, and differently from one sentence to "
    "the next.",
    "What it was taught of recent news is invented: people, places and events may be unknown to "
    "it.",
    "No context beyond the sentence: *dia* and *-nya* may come out as the wrong he, she or it.",
)


def _last(place: Path) -> dict[str, Any]:
    """How far a training had come when it last wrote that down."""
    lines = (place / train.LOG).read_text(encoding="utf-8").splitlines()
    entry: dict[str, Any] = json.loads(lines[-1])
    return entry


def _back(work: Path) -> str:
    """What the card says of back-translation, one item of its list; "" if there was none."""
    made = work / "back.json"
    if not made.exists():
        return ""
    counts = json.loads(made.read_text(encoding="utf-8"))
    entry = _last(work / "reverse")
    translated = (work / "forth").exists()
    news = " and on Indonesian news\n  that an earlier version translated" if translated else ""
    return (
        f"- {counts['pairs']:,} sentences of English news (Global Voices, CC BY 3.0) were added "
        "with an Indonesian side that\n  a model of the other direction made, trained on the same "
        f"pairs ({entry['tokens']:,} pieces, {entry['seconds'] / 60:.0f} minutes){news}.\n  Such "
        f"sources begin with the symbol `<back>` in training. In {counts['rare']:,} more, words "
        "that the\n  other pairs hardly have were rendered as a dictionary has them.\n"
    )


def _commands(
    work: Path | None, about: dict[str, Any], earlier: dict[str, Any] | None
) -> list[str]:
    """The lines that make the like of it again: two if runs went apart after some time."""
    command = "    python -m training --corpus DIR --eval DIR --work DIR" + _options(work, earlier)
    minutes = 60 * (about["training_hours"] - (earlier["training_hours"] if earlier else 0))
    lines = []
    if work and (runs := train.apart(work)):
        if common := _common(work):
            lines.append(f"{command} --minutes {common['seconds'] / 60:.0f}")
        command += f" --apart --processes {len(runs)}"
    return [*lines, f"{command} --minutes {minutes:.0f}"]


def _options(work: Path | None, earlier: dict[str, Any] | None) -> str:
    """The options that a run was started with besides the minutes, to be given again."""
    options = f" --start-from PACKAGE-{earlier['version']}" if earlier else ""
    if work and (work / "back.json").exists():
        options += f" --reverse-minutes {_last(work / 'reverse')['seconds'] / 60:.0f}"
        options += f" --back {json.loads((work / 'back.json').read_text())['limit']}"
    return options


def _growth(earlier: dict[str, Any], shape: Shape) -> str:
    """What the card says of a network that was made larger, one item of its list; else ""."""
    layers = earlier.get("encoder_layers", shape.encoder_layers)
    units = earlier.get("feed_forward", shape.feed_forward)
    if (layers, units) == (shape.encoder_layers, shape.feed_forward):
        return ""
    return (
        f"- That version had {layers} encoder layers and {units} feed-forward units; what was "
        "added to them said nothing\n  until it had learnt to (after Chen et al. 2016).\n"
    )


def _common(work: Path) -> dict[str, Any]:
    """How far training had come before runs went apart from there; empty if none did."""
    for folder in train.apart(work):
        if (shared := folder / train.COMMON).exists():
            place: dict[str, Any] = json.loads(shared.read_text(encoding="utf-8"))
            return place
    return {}


def _averaged(work: Path) -> str:
    """What the card says of which weights were averaged beside the last ones; "" if none were."""
    runs = train.apart(work)
    said = f"; the mean of {len(runs)} runs that went apart" if runs else ""
    if any((folder / PLATEAU).exists() for folder in runs or [work]):
        said += f"; {PLATEAU_SHARE:.0%} of that is of before the rate fell"
    return said


def history(work: Path) -> dict[str, Any]:
    """Steps, target tokens seen and hours, in all, and those of the package it started from.

    Runs that went apart, at the same time, add their steps and tokens; what they had in common
    before that counts once.
    """
    ends = [_last(folder) for folder in train.apart(work) or [work]]
    common = _common(work)
    steps, tokens = (
        sum(int(end[key]) for end in ends) - (len(ends) - 1) * int(common.get(key, 0))
        for key in ("step", "tokens")
    )
    about = {
        "steps": steps,
        "training_tokens": tokens,
        "training_hours": round(max(float(end["seconds"]) for end in ends) / 3600, 2),
    }
    start = work / "start.json"
    if not start.exists():
        return about
    earlier = json.loads(start.read_text(encoding="utf-8"))
    total = {key: round(value + earlier[key], 2) for key, value in about.items()}
    return {**total, "started_from": earlier}


def _origins() -> dict[str, tuple[str, str]]:
    rows = SOURCES.read_text(encoding="utf-8").splitlines()[1:]
    cells = [row.split("\t") for row in rows]
    return {row[0]: (row[1], row[2]) for row in cells}


def write(
    about: dict[str, Any],
    census: Sequence[tuple[str, str, int, float]],
    scores: Sequence[Score],
    failures: dict[str, int],
    shape: Shape,
    schedule: Schedule,
    *,
    test_set: str,
    hardware: str,
    size: int,
    work: Path | None = None,
) -> str:
    """The card. ``census`` as from :func:`training.prepare.census`, ``scores`` ours first; ``size``
    is the package's, in bytes; ``work`` tells of back-translation, if there was any."""
    origins = _origins()
    table = []
    for source, licence, pairs, shown in census:
        origin, stated = origins.get(source, ("not recorded", licence))
        table.append(f"| {source} | {origin} | {stated} | {pairs:,} | {shown:,.0f} |")
    lost = (
        f"Of {failures['segments']} segments, {failures['empty']} came out empty, "
        f"{failures['looping']} loop, {failures['length']} are less than half or more than "
        f"twice as long as the source, and {failures['numbers']} lack a number of the source "
        "in figures."
    )
    earlier = about.get("started_from")
    before = earlier and (
        f"- Trained on from the int8 weights of version {earlier['version']}: the "
        f"{earlier['training_tokens']:,} pieces, {earlier['steps']:,} updates and "
        f"{earlier['training_hours']:.2f} hours of that are counted in below; rates and shares are "
        f"the last run's.\n{_growth(earlier, shape)}"
    )
    opening, between, closing = vocabulary.CONTROLS[:3]
    return _TEMPLATE.format(
        earlier=before or "",
        back=_back(work) if work else "",
        marks=", ".join(f"`{name}`" for name in (opening, between, closing)),
        opening=opening,
        between=between,
        closing=closing,
        commands="\n".join(_commands(work, about, earlier)),
        version=VERSION,
        size_note=f"about {size / 1e6:.0f} MB, quick enough for any machine.",
        test_note=f"{test_set} ({failures['segments']} segments), the int8 package at beam {BEAM} "
        f"and a length penalty of {LENGTH_PENALTY:g}.",
        scores="\n".join(f"| {s.system} | {s.bleu:.2f} | {s.chrf:.2f} |" for s in scores),
        bleu_signature=scores[0].bleu_signature if scores else "",
        chrf_signature=scores[0].chrf_signature if scores else "",
        failures=lost,
        weaknesses="\n".join(f"- {each}" for each in WEAKNESSES),
        shape=shape,
        schedule=schedule,
        decay=100 * schedule.decay,
        before=_averaged(work) if work else "",
        best=", without software text and dictionaries" if schedule.decay_best else "",
        kept=f", and {START_SHARE:.0%} of all is what training started from"
        if earlier and START_SHARE
        else "",
        tokens=about["training_tokens"],
        steps=about["steps"],
        hours=about["training_hours"],
        hardware=hardware,
        beam=BEAM,
        penalty=LENGTH_PENALTY,
        longest=LONGEST,
        pairs=sum(row[2] for row in census),
        written=sum(1 for _ in corpus.written()),
        sources="\n".join(table),
    )
