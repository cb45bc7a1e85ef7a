"""Pieces of the page: the one way in which text gets into it, tables, links, long lists cut."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from padanan.translate.report.figures import Place
from padanan.translate.report.links import address, review
from padanan.translate.report.model import Report

_ODD = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def h(text: str) -> str:
    """Text for the page: markup is shown as it stands, and what cannot be seen by its code."""
    return escape(_ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def said(text: str) -> str:
    """Text from an article or a file: the direction it is written in stays its own."""
    return f"<bdi>{h(text)}</bdi>"


def number(value: int) -> str:
    """A number as one reads it: 1,234."""
    return f"{value:,}"


def count(value: int, noun: str) -> str:
    """ "1 article", "1,234 segments"."""
    return f"{value:,} {noun}" if value == 1 else f"{value:,} {noun}s"


def percent(share: float | None) -> str:
    """A share of one. What is not all is never said to be 100 %, nor what is something 0 %."""
    if share is None:
        return "–"
    if share in (0, 1):
        return f"{share:.0%}".replace("%", " %")
    return f"{min(max(share * 100, 0.1), 99.9):.1f} %"


def part(some: int, all_: int) -> float | None:
    """A share; None of nothing."""
    return some / all_ if all_ else None


def code(command: str) -> str:
    """A command to copy; a click takes all of it."""
    return f"<code>{h(command)}</code>" if command else ""


def table(
    caption: str, heads: Sequence[str], rows: Iterable[str], *, kind: str = "", hidden: bool = False
) -> str:
    """A table.

    Args:
        caption: What it shows, as HTML.
        heads: Its head cells, made by `head`.
        rows: Its rows, as HTML.
        kind: A class of it.
        hidden: Whether its caption is for those alone who cannot see what stands above it.
    """
    quiet = ' class="unseen"' if hidden else ""
    return (
        f'<div class="scroll"><table class="{kind}"><caption{quiet}>{caption}</caption>'
        f"<thead><tr>{''.join(heads)}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def head(text: str, kind: str = "") -> str:
    """The head of a column, from HTML."""
    return f'<th scope="col" class="{kind}">{text}</th>'


def cell(text: str, kind: str = "") -> str:
    """A cell, from HTML."""
    return f'<td class="{kind}">{text}</td>'


def figure(value: int, kind: str = "") -> str:
    """A cell with a number; nothing is a dash, which is quiet."""
    return cell(number(value), f"n {kind}") if value else cell("–", f"n none {kind}")


class Linker:
    """Links from the page to files and segments.

    Args:
        report: The report.
        folder: The folder of results from the page's own, with `/`; empty if it is the same.
    """

    def __init__(self, report: Report, folder: str) -> None:
        self._report = report
        self._folder = folder

    def article(self, article: int) -> str:
        """A link to an article, by its name."""
        one = self._report.articles[article]
        href = address(self._folder, one.page or one.path)
        return f'<a href="{h(href)}">{said(one.path.removesuffix(".po"))}</a>'

    def segment(self, place: Place) -> str:
        """A link to a segment: in the side-by-side page where there is one, else to the file."""
        link = self.to(place, h(place.segment))
        if self._report.articles[place.article].page:
            return link
        return f"{link} (line {number(place.line)})"

    def to(self, place: Place, text: str) -> str:
        """A link to a segment, from HTML."""
        one = self._report.articles[place.article]
        href = address(self._folder, one.page or one.path, place.segment if one.page else "")
        return f'<a href="{h(href)}">{text}</a>'

    def whole(self, place: Place) -> str:
        """A link to a segment, with its article, and the command that opens it."""
        one = self._report.articles[place.article]
        command = review(self._report.desk, one.path, place.segment)
        return (
            f"{said(one.path.removesuffix('.po'))} {self.segment(place)}"
            f'<span class="how">{code(command)}</span>'
        )


def more(left: int, noun: str, desk: str, plural: str = "") -> str:
    """What is said of the rest of a list that was cut."""
    if left <= 0:
        return ""
    from padanan.translate.report.links import command

    nouns = noun if left == 1 else plural or f"{noun}s"
    how = code(command("report", desk, "--json"))
    return f'<p class="more">and {number(left)} more {h(nouns)}; {how or "--json"} lists all.</p>'
