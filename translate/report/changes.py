"""What has changed since the last report, and the little that is kept to tell it.

Kept is what the last report said of each article, and what the one before it did: where nothing has
changed, a report tells what the last one told, for somebody may only have looked twice.
"""

import contextlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from padanan.files import read_file, write_atomic
from padanan.glossary import Concept
from padanan.translate.bilingual import fingerprint
from padanan.translate.report.figures import Article, Finding, Stage
from padanan.translate.report.model import Changes, Point
from padanan.translate.termbase import Termbase

NAME = ".padanan-report.json"
"""The file in the folder of results."""

_VERSION = 1
_POINTS = 60
"""Reports whose figures are kept."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a report said, as far as a later one asks.

    Attributes:
        point: Its figures.
        articles: Of each article, by path: segments approved; whether it was done; how many errors
            and warnings of each check each segment had, by "segment check".
        glossary: The fingerprint of each row of the glossary, by "term domain".
        digest: What tells the glossary from others; empty if there is none.
    """

    point: Point
    articles: Mapping[str, tuple[int, bool, Mapping[str, int]]]
    glossary: Mapping[str, str]
    digest: str

    def says(self, other: "Snapshot") -> bool:
        """Whether it says the same as another, whenever that was made."""
        return self.articles == other.articles and self.glossary == other.glossary

    @classmethod
    def of(
        cls,
        point: Point,
        articles: Iterable[Article],
        findings: Iterable[Finding],
        glossary: Mapping[str, str],
        digest: str,
    ) -> Self:
        """What a report says."""
        articles = tuple(articles)
        found: list[Counter[str]] = [Counter() for _ in articles]
        for one in findings:
            if one.severity != "note":
                found[one.place.article][f"{one.place.segment} {one.check}"] += 1
        return cls(
            point,
            {
                one.path: (one.work.approved, one.work.stage is Stage.DONE, dict(counted))
                for one, counted in zip(articles, found, strict=True)
            },
            glossary,
            digest,
        )

    @classmethod
    def load(cls, value: Mapping[str, Any]) -> Self:
        """The snapshot that JSON says; a KeyError, TypeError or ValueError where it says none."""
        articles = {
            str(path): (int(approved), bool(done), {str(k): int(v) for k, v in found.items()})
            for path, (approved, done, found) in value["articles"].items()
        }
        glossary = {str(key): str(print_) for key, print_ in value["glossary"].items()}
        return cls(_point(value["point"]), articles, glossary, str(value["digest"]))


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier reports said.

    Attributes:
        last: What the last one said; None where there was none.
        before: What the one before it said that was not the same.
        points: The figures of earlier ones, the oldest first.
    """

    last: Snapshot | None = None
    before: Snapshot | None = None
    points: tuple[Point, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> Self:
        """What earlier reports of a desk said; nothing where that cannot be read."""
        with contextlib.suppress(
            OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError
        ):
            value = json.loads(read_file(folder / NAME))
            if value["version"] == _VERSION:
                before = value["before"]
                return cls(
                    Snapshot.load(value["last"]),
                    None if before is None else Snapshot.load(before),
                    tuple(map(_point, value["points"])),
                )
        return cls()

    def rows(self, termbase: Termbase | None) -> Mapping[str, str]:
        """The fingerprint of each row of a glossary, which is loaded only if it is another now."""
        if termbase is None:
            return {}
        if self.last is not None and self.last.digest == termbase.fingerprint:
            return self.last.glossary
        return _rows(termbase.glossary.concepts)

    def since(self, now: Snapshot) -> Snapshot | None:
        """What the present is to be compared with."""
        return self.before if self.last is not None and self.last.says(now) else self.last

    def history(self, now: Snapshot) -> tuple[Point, ...]:
        """The figures of earlier reports and of this one."""
        points = self.points
        if points and self.last is not None and self.last.says(now):
            points = points[:-1]
        return (*points, now.point)[-_POINTS:]

    def save(self, folder: Path, now: Snapshot) -> None:
        """Keep what a report says for the next one.

        Raises:
            OutputError: It cannot be written.
        """
        value = {
            "version": _VERSION,
            "points": list(map(asdict, self.history(now))),
            "last": asdict(now),
            "before": None if (before := self.since(now)) is None else asdict(before),
        }
        write_atomic(folder / NAME, json.dumps(value, separators=(",", ":")).encode())


def changes(then: Snapshot, now: Snapshot, findings: Iterable[Finding]) -> Changes:
    """What has changed between two reports.

    Args:
        then: The earlier one.
        now: The later one.
        findings: The findings of the later one.
    """
    both = [path for path in now.articles if path in then.articles]
    gained = [now.articles[path][0] - then.articles[path][0] for path in both]
    gained += [one[0] for path, one in now.articles.items() if path not in then.articles]
    old = {path: Counter(found) for path, (_, _, found) in then.articles.items()}
    solved = sum((old[path] - Counter(now.articles[path][2])).total() for path in both)
    return Changes(
        since=then.point,
        approved=sum(one for one in gained if one > 0),
        reopened=-sum(one for one in gained if one < 0),
        new=tuple(path for path in now.articles if path not in then.articles),
        gone=tuple(path for path in then.articles if path not in now.articles),
        done=tuple(
            path
            for path, (_, done, _) in now.articles.items()
            if done and not (path in then.articles and then.articles[path][1])
        ),
        found=tuple(_new(findings, list(now.articles), old)),
        solved=solved,
        terms_added=_terms(now.glossary.keys() - then.glossary.keys()),
        terms_changed=_terms(
            key for key, said in now.glossary.items() if then.glossary.get(key, said) != said
        ),
        terms_removed=_terms(then.glossary.keys() - now.glossary.keys()),
    )


def _new(
    findings: Iterable[Finding], paths: list[str], old: Mapping[str, Counter[str]]
) -> Iterable[int]:
    """The numbers of the findings that were not there."""
    left = {path: Counter(counted) for path, counted in old.items()}
    for number, one in enumerate(findings):
        if one.severity == "note":
            continue
        counted = left.get(paths[one.place.article], Counter())
        key = f"{one.place.segment} {one.check}"
        if counted[key] > 0:
            counted[key] -= 1
        else:
            yield number


def _rows(concepts: Iterable[Concept]) -> dict[str, str]:
    """The fingerprint of each row of a glossary, by its first term and its field."""
    rows: dict[str, str] = {}
    for one in concepts:
        name = f"{one.terms[0]}\t{one.domain}"
        key, number = name, 1
        while key in rows:  # rows that only their renderings tell apart
            number += 1
            key = f"{name}\t{number}"
        rows[key] = fingerprint(
            repr((one.terms, one.renderings, one.avoided, one.pos, sorted(one.flags)))
        )
    return rows


def _terms(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(key.partition("\t")[0] for key in keys))


def _point(value: Mapping[str, Any]) -> Point:
    point = Point(**value)
    numbers = [getattr(point, name) for name in Point.__slots__ if name != "time"]
    if any(type(one) is not int or one < 0 for one in numbers):
        raise ValueError("this is no point")
    if not 1970 <= datetime.fromisoformat(point.time).year < 9999:  # within what zones can shift
        raise ValueError("this is no time")
    return point
