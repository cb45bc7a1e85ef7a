"""Results that lie at a URL: brought here, worked on as files, and put back where they changed."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from padanan.errors import OutputError, PadananError
from padanan.translate import places
from padanan.translate.batch import translate_all
from padanan.translate.inputs import Job
from padanan.translate.outputs import relative
from padanan.translate.places import Url
from padanan.translate.resources import Resources
from padanan.translate.result import Options, Result, Status

_GROUP = 64
"""Articles whose results are here at a time."""

_TRIES = 3
"""How often an article is translated if others write its results meanwhile."""


@dataclass(slots=True)
class _Staged:
    """An article whose results are here.

    Attributes:
        job: The article with the places of its results at the URL.
        here: The article with their places here.
        before: What was at the URL, by the place it has there.
    """

    job: Job
    here: Job
    before: dict[Url, bytes | None] = field(default_factory=dict)

    def pairs(self) -> Iterator[tuple[Url, Path]]:
        """The place of each result at the URL, with its place here, in the order of writing."""
        for there, here in (
            (self.job.bilingual, self.here.bilingual),
            (self.job.english, self.here.english),
            (self.job.page, self.here.page),
        ):
            assert isinstance(there, Url)
            yield there, here


class Staging:
    """The results of a run whose folder is at a URL.

    There are no locks at URLs: of two runs that write the same article at the same moment, the
    later notices, and begins anew with what the other has written.

    Args:
        results: The folder.
    """

    def __init__(self, results: Url) -> None:
        self._results = results

    def translate(
        self, jobs: Iterable[Job], resources: Resources, options: Options
    ) -> Iterator[Result]:
        """Translate articles, as `translate_all`; results are put at the URL as they come.

        Raises:
            ModelError: The engine failed.
        """
        rest = iter(jobs)
        while group := list(islice(rest, _GROUP)):
            with TemporaryDirectory(prefix="padanan-") as folder:
                yield from self._translated(group, Path(folder), resources, options)

    def _translated(
        self, jobs: list[Job], folder: Path, resources: Resources, options: Options
    ) -> Iterator[Result]:
        staged = [self._bring(job, folder / str(at)) for at, job in enumerate(jobs)]
        ready = iter([one.here for one in staged if isinstance(one, _Staged)])
        results = translate_all(ready, resources, options)
        for one in staged:
            if isinstance(one, Result):
                yield one
                continue
            result = next(results)
            for _ in range(_TRIES):
                try:
                    if result.error is None:
                        self._put(one)
                    break
                except _ChangedError:
                    again = self._bring(one.job, one.here.bilingual.parent)
                    if isinstance(again, Result):
                        result = again
                        break
                    one = again
                    (result,) = translate_all([one.here], resources, options)
                except PadananError as error:
                    result = Result(one.job, Status.FAILED, error=error)
                    break
            else:
                result = Result(
                    one.job,
                    Status.FAILED,
                    error=OutputError(
                        f"{one.job.bilingual}: somebody else writes it at the same time, again and "
                        "again. Run this once more when they are done."
                    ),
                )
            yield self._as_there(result, one)

    def _bring(self, job: Job, folder: Path) -> _Staged | Result:
        """Bring an article's results here; or tell why not."""
        target = folder / job.bilingual.name
        one = _Staged(job, replace(job, bilingual=target, article=relative(job)))
        try:
            folder.mkdir(exist_ok=True)
            for there, here in one.pairs():
                one.before[there] = data = places.read_if_there(there)
                if data is None:
                    here.unlink(missing_ok=True)
                else:
                    here.write_bytes(data)
        except PadananError as error:
            return Result(job, Status.FAILED, error=error)
        return one

    def _put(self, one: _Staged) -> None:
        """Put what has changed where it belongs, the bilingual file first.

        Raises:
            _ChangedError: Somebody has changed it there meanwhile.
            PadananError: It cannot be read or written.
        """
        changed = {
            there: here.read_bytes()
            for there, here in one.pairs()
            if here.exists() and here.read_bytes() != one.before[there]
        }
        for there in changed:
            if places.read_if_there(there) != one.before[there]:
                raise _ChangedError
        for there, data in changed.items():
            places.write(there, data)

    def _as_there(self, result: Result, one: _Staged) -> Result:
        """What became of an article, with the places that its results have at the URL."""
        here = str(one.here.bilingual.parent)
        there = posixpath.dirname(str(one.job.bilingual))
        error = result.error
        if error is not None:
            error = type(error)(error.message.replace(here, there))
        return replace(
            result,
            job=one.job,
            warnings=tuple(warning.replace(here, there) for warning in result.warnings),
            error=error,
        )


class _ChangedError(Exception):
    """Somebody has changed a result since it was brought here."""
