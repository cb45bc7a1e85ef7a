"""What the list of articles says of all that it shows."""

from collections.abc import Sequence

from rich.cells import cell_len

from padanan.language import gettext as _
from padanan.language import ngettext, number
from padanan.tui.arranging import Query
from padanan.tui.overview import Overview, Progress, Stage


def totals(
    shown: Sequence[Overview], known: Sequence[Overview], width: int, *, filtered: bool
) -> str:
    """How far the work on some articles has come; what matters least is left out for want of room.

    Args:
        shown: The articles that are shown.
        known: All articles there are.
        width: Cells there are.
        filtered: Whether others might be shown, too.
    """
    total = sum((one.progress for one in shown if one.progress), Progress())
    if filtered:
        count = _("{n} of {all} articles").format(n=number(len(shown)), all=number(len(known)))
    else:
        count = ngettext("{n} article", "{n} articles", len(shown)).format(n=number(len(shown)))
    parts = [count, total.share]
    if total.words:
        parts.append(total.left)
    if total.findings:
        findings = ngettext("{n} finding", "{n} findings", total.findings)
        parts.append(findings.format(n=number(total.findings)))
    if unread := sum(one.stage is Stage.UNREAD for one in known):
        parts.insert(1, _("reading {n} more").format(n=number(unread)))
    while len(parts) > 1 and cell_len(" · ".join(parts)) > width:
        parts.pop()
    return " · ".join(parts)


def why_nothing(query: Query) -> str:
    """Why no article is shown."""
    if query.trouble:
        return query.trouble
    if query:
        return _("The filter finds no article. Escape shows all of them again.")
    return _("There are no bilingual files in this folder. padanan translate makes them.")
