"""Which units are meant, as conditions of the server."""

from collections.abc import Collection, Iterator

from sqlalchemy import FromClause, and_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from padanan.translate.memory.choice import Choice
from padanan.translate.memory.postgres.sending import sent

FOLDED_TO_ASCII = (
    "\u00df\u0130\u0149\u017f\u01f0\u1e96\u1e97\u1e98\u1e99\u1e9a\u1e9e\u212a"
    "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
)
"""The characters outside ASCII that have ASCII in them when capitals do not count (ß is ss); what
PostgreSQL does with them depends on its locale."""


def may_have(text: ColumnElement[str], words: Collection[str]) -> ColumnElement[bool]:
    """What holds for all texts that have all the words, and for few others."""
    return or_(
        and_(*(text.icontains(word, autoescape=True) for word in words)),
        text.regexp_match(f"[{FOLDED_TO_ASCII}]"),
    )


def conditions(unit: FromClause, choice: Choice) -> Iterator[ColumnElement[bool]]:
    """What holds for the units that are meant."""
    if choice.before:
        yield (unit.c.time != "") & (unit.c.time < choice.before)
    if choice.article is not None:
        yield unit.c.article == choice.article
    if choice.segments is not None:
        wanted = sent((unit.c.segment,), [(one,) for one in choice.segments])
        yield unit.c.segment.in_(select(wanted.c.segment))
    if choice.who is not None:
        yield unit.c.who == choice.who
