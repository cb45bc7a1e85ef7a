"""Checks: rules about a source and its translation that yield findings.

`check_pair` looks at one pair, `check_article` at what shows only between pairs, `check_all` at
both. docs/checks.md tells them to translators.
"""

from padanan.translate.checks.check import Check, Limit, WideCheck
from padanan.translate.checks.gather import pair_of, pairs_of
from padanan.translate.checks.pair import Finding, Pair, Severity, Span, ignored
from padanan.translate.checks.registry import ALL, CHECKS, WIDE
from padanan.translate.checks.run import check_all, check_article, check_pair
from padanan.translate.checks.settings import CheckSettings

__all__ = [
    "ALL",
    "CHECKS",
    "WIDE",
    "Check",
    "CheckSettings",
    "Finding",
    "Limit",
    "Pair",
    "Severity",
    "Span",
    "WideCheck",
    "check_all",
    "check_article",
    "check_pair",
    "ignored",
    "pair_of",
    "pairs_of",
]
