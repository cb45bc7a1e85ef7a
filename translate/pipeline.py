"""The one way through the house for an article: read, segment, remember, draft, write."""

import contextlib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from padanan.errors import InputError, OutputError
from padanan.files import write_atomic
from padanan.translate import bilingual, english
from padanan.translate.article import Article, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State, fingerprint
from padanan.translate.byrule import by_rule
from padanan.translate.engine.protocol import Engine
from padanan.translate.english import There
from padanan.translate.inputs import Job
from padanan.translate.keep import NOTHING, Draft, Past, assemble, remember
from padanan.translate.lock import PATIENCE, hold, make_folder
from padanan.translate.page import render
from padanan.translate.read import describe, read
from padanan.translate.result import Options, Result, Status
from padanan.translate.segment import segment
from padanan.translate.truecase import truecased


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article read and segmented, with what stands of an earlier run.

    Attributes:
        job: The article and its places.
        segmented: The article.
        past: What its bilingual file held when the run came to it.
        ruled: The drafts that rules can make, by source text.
        spoken: What the model is given instead of a source, where that is not the source itself.
    """

    job: Job
    segmented: SegmentedArticle
    past: Past
    ruled: Mapping[str, Draft]
    spoken: Mapping[str, str]

    @property
    def wanting(self) -> list[str]:
        """What the model is to be given for the segments that need it, in reading order."""
        return [
            self.spoken.get(segment.source, segment.source)
            for segment in self.segmented.segments
            if segment.id not in self.past.standing and segment.source not in self.ruled
        ]


def prepare(job: Job, recipe: str, options: Options) -> Prepared:
    """Read -> segment -> remember, and the targets that rules give.

    Raises:
        PadananError: The article or its bilingual file cannot be used.
    """
    segmented = _segmented(read(job.source, job.name))
    past = remember(segmented, _previous(job), recipe, force=options.force)
    return Prepared(job, segmented, past, _ruled(segmented), truecased(segmented))


LONGEST_ARTICLE = 5_000_000
"""Characters an article may have. The longest novels have three million; what is longer has come
into the folder by mistake, and would hold up all the others for hours."""


def _segmented(article: Article) -> SegmentedArticle:
    length = sum(len(block.text) for block in article.blocks)
    if length > LONGEST_ARTICLE:
        raise InputError(
            f"{article.name}: {length:,} characters are far more than an article. If it holds "
            "many articles, split it into a file for each."
        )
    return segment(article)


def _ruled(segmented: SegmentedArticle) -> dict[str, Draft]:
    """The drafts that rules can make, by source text."""
    return {
        one.source: Draft(text, "rule")
        for block, segments in segmented.by_block()
        for one in segments
        if (text := by_rule(block, one)) is not None
    }


def draft(
    prepared: Sequence[Prepared], engine: Engine, on_progress: Callable[[int], None] | None = None
) -> dict[str, Draft]:
    """Drafts for every segment that needs one, by what the model was given; all together.

    Raises:
        ModelError: The engine failed.
    """
    sources = list(dict.fromkeys(source for one in prepared for source in one.wanting))
    if not sources:
        return {}
    candidates = engine.translate(sources, on_progress=on_progress)
    return {
        source: Draft(best.text, "model", best.score)
        for source, (best, *_) in zip(sources, candidates, strict=True)
    }


def write(
    prepared: Prepared, drafts: Mapping[str, Draft], engine: Engine, options: Options
) -> Result:
    """Assemble -> write: the bilingual file and the English text, each only if it changed.

    The bilingual file is read once more first, under the lock that the desk takes too, so that
    what a person saved meanwhile is kept.

    Raises:
        PadananError: A result cannot be written, or the bilingual file has been damaged meanwhile.
    """
    with hold(make_folder(prepared.job.bilingual.parent), PATIENCE):
        return _write(prepared, _by_source(prepared, drafts), engine, options)


def _by_source(prepared: Prepared, drafts: Mapping[str, Draft]) -> dict[str, Draft]:
    """The drafts for an article's segments, a rule's before the model's."""
    found: dict[str, Draft] = {}
    for one in prepared.segmented.segments:
        draft = drafts.get(prepared.spoken.get(one.source, one.source))
        draft = prepared.ruled.get(one.source, draft)
        if draft is not None:
            found[one.source] = draft
    return found


def _write(
    prepared: Prepared, drafts: Mapping[str, Draft], engine: Engine, options: Options
) -> Result:
    job, segmented, past = prepared.job, prepared.segmented, prepared.past
    previous = _previous(job)
    if previous is not None:
        past = remember(segmented, previous, engine.recipe, force=options.force)
    entries, obsolete = assemble(segmented, past, drafts)
    text = english.compose(segmented, entries)
    ours = previous.english.split() if previous else []
    there = english.look(job.english, text, ours)
    warnings = [*segmented.article.warnings, *_doubts(job, entries, there)]
    drafted = [entry for entry in entries if _is_new(entry, past)]
    asked = any(entry.how == "model" for entry in drafted)
    now = Bilingual(
        article=_relative(job),
        sha256=segmented.article.sha256,
        engine=engine.signature if asked or previous is None else previous.engine,
        recipe=engine.recipe,
        # Both the last text and this one count as ours: a kill between the two files is no
        # person's change.
        english=" ".join(ours if there is There.FOREIGN else _last_two(ours, fingerprint(text))),
        entries=entries,
        obsolete=obsolete,
        headers=previous.headers if previous else (),
        credits=previous.credits if previous else "",
    )
    changed = now != previous
    if changed:
        bilingual.save(job.bilingual, now)
    if there is There.OURS:
        write_atomic(job.english, text.encode("utf-8"))
        changed = True
    if options.page or job.page.exists():
        changed |= _write_if_changed(job.page, render(now, describe))
    status = Status.UPDATED if changed else Status.UNCHANGED
    if changed and previous is None:
        status = Status.NEW
    return Result(
        job,
        status,
        segments=len(segmented.segments),
        drafted=len(drafted),
        kept=sum(entry.touched for entry in entries if entry.state is not State.SKIPPED),
        skipped=sum(entry.state is State.SKIPPED for entry in entries),
        warnings=tuple(warnings),
    )


def _is_new(entry: Entry, past: Past) -> bool:
    """Whether a draft was made in this run; rules make theirs each time, so only if it differs."""
    if entry.state is not State.DRAFT or entry.id in past.standing:
        return False
    before = past.continued.get(entry.id)
    return entry.how == "model" or before is None or before.target != entry.target


def _doubts(job: Job, entries: Sequence[Entry], there: There) -> list[str]:
    """Sentences about results that a person should look at."""
    doubts: list[str] = []
    if all(entry.state is State.SKIPPED for entry in entries):
        doubts.append(
            f"{job.name}: every line of it looks like furniture of a web page, so its English "
            f"text is empty. {job.bilingual} says why."
        )
    if there is There.FOREIGN:
        doubts.append(
            f"{job.english} is not what padanan last wrote there, so it was left as it is. Put "
            f"corrections into {job.bilingual.name}, which the English text is made from; rename "
            "the text or delete it to have it made again."
        )
    return doubts


def _last_two(fingerprints: Sequence[str], latest: str) -> list[str]:
    if latest in fingerprints[-1:]:
        return list(fingerprints)
    return [*fingerprints[-1:], latest]


def translate_once(
    article: Article, engine: Engine, on_progress: Callable[[int], None] | None = None
) -> tuple[SegmentedArticle, tuple[Entry, ...]]:
    """Translate an article that lies in no desk, keeping nothing (standard input).

    Raises:
        InputError: The article is too long.
        ModelError: The engine failed.
    """
    segmented = _segmented(article)
    job = Job(Path("-"), article.name, Path("-"))
    one = Prepared(job, segmented, NOTHING, _ruled(segmented), truecased(segmented))
    drafts = draft([one], engine, on_progress)
    entries, _ = assemble(segmented, NOTHING, _by_source(one, drafts))
    return segmented, entries


def _previous(job: Job) -> Bilingual | None:
    """The article's bilingual file so far.

    Raises:
        InputError: It is damaged, or belongs to another article that is still there.
    """
    previous = bilingual.load(job.bilingual)
    if previous is None or previous.article == _relative(job):
        return previous
    article = unquote(previous.article, errors="surrogateescape")
    owner = Path(os.path.normpath(job.bilingual.parent / article))
    if owner.exists():
        raise OutputError(
            f"{job.name}: its results would overwrite {job.bilingual}, which belongs to {owner}. "
            "Rename one of the two articles, or choose another folder with -o."
        )
    return previous


def _relative(job: Job) -> str:
    """The article's path from its bilingual file, so that a desk can be moved as a whole."""
    source, folder = os.path.realpath(job.source), os.path.realpath(job.bilingual.parent)
    with contextlib.suppress(ValueError):  # another drive
        source = os.path.relpath(source, folder)
    return _UNFIT.sub(
        lambda m: "".join(f"%{byte:02X}" for byte in os.fsencode(m[0])), Path(source).as_posix()
    )


_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f%\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What may stand in a file's name but not in a bilingual file; written as in an address."""


def _write_if_changed(path: Path, text: str) -> bool:
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass  # not there, or write_atomic will say what is wrong
    write_atomic(path, data)
    return True
