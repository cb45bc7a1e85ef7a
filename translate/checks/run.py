"""Running the checks: over one pair, over several beside each other."""

from collections.abc import Sequence

from padanan.translate.checks.check import Rule, Seen
from padanan.translate.checks.pair import Finding, Pair, Severity
from padanan.translate.checks.registry import CHECKS, WIDE
from padanan.translate.checks.settings import CheckSettings

AS_THEY_COME = CheckSettings()
"""The settings of a desk that says nothing about checks."""


def check_pair(pair: Pair, settings: CheckSettings = AS_THEY_COME) -> tuple[Finding, ...]:
    """What is the matter with one pair by itself.

    Of a pair without a target only that is told, and of a skipped line not even that.
    """
    empty = not pair.target.strip()
    return tuple(
        _finding(check, pair, seen, settings)
        for check in CHECKS
        if (check.of_empty or not empty) and _wanted(check, pair, settings)
        for seen in check.look(pair, settings.limits_of(check))
    )


def check_article(
    pairs: Sequence[Pair], settings: CheckSettings = AS_THEY_COME
) -> tuple[Finding, ...]:
    """What is the matter between pairs: an article's, or those of several articles.

    What `check_pair` finds in each of them is not told again.
    """
    return tuple(
        _finding(check, pair, seen, settings)
        for check in WIDE
        if settings.runs(check)
        for pair, seen in check.look(pairs, settings.limits_of(check))
        if check.id not in pair.ignored
    )


def check_all(pairs: Sequence[Pair], settings: CheckSettings = AS_THEY_COME) -> tuple[Finding, ...]:
    """Everything that is the matter with pairs, pair by pair; the gravest of each first."""
    by_pair: dict[tuple[str, str], list[Finding]] = {(one.article, one.id): [] for one in pairs}
    for pair in pairs:
        by_pair[pair.article, pair.id] += check_pair(pair, settings)
    for finding in check_article(pairs, settings):
        by_pair[finding.article, finding.segment].append(finding)
    return tuple(
        finding
        for findings in by_pair.values()
        for finding in sorted(findings, key=lambda each: each.severity.rank)
    )


def _wanted(check: Rule, pair: Pair, settings: CheckSettings) -> bool:
    return settings.runs(check) and check.id not in pair.ignored


def _finding(check: Rule, pair: Pair, seen: Seen, settings: CheckSettings) -> Finding:
    return Finding(
        check=check.id,
        severity=Severity.NOTE if seen.minor else settings.severity(check),
        message=seen.message,
        segment=pair.id,
        article=pair.article,
        source_spans=seen.source_spans,
        target_spans=seen.target_spans,
        fix=seen.fix,
    )
