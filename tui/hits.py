"""Where the words one searches for stand in a text."""

import re

_TOKEN = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))')
_ANYWHERE = {None, "source", "target"}


def pattern(query: str) -> re.Pattern[str] | None:
    """What finds the words of a query (`padanan.tui.query`) in a text.

    None where it has none to be seen: only conditions, words that are not to be there, or a regular
    expression that is none.
    """
    before, regular, expression = query.partition("re:")
    if regular and before and not before[-1].isspace():
        before, expression = query, ""
    parts = [
        re.escape(quoted or bare)
        for against, key, quoted, bare in _TOKEN.findall(before)
        if not against and (key or None) in _ANYWHERE and (quoted or bare)
    ]
    if expression:
        parts.append(f"(?:{expression})")
    try:
        return re.compile("|".join(parts), re.IGNORECASE) if parts else None
    except re.error:
        return None


def places(pattern: re.Pattern[str] | None, text: str) -> list[tuple[int, int]]:
    """Where a pattern is found: characters from the first to before the second of each pair."""
    if pattern is None:
        return []
    return [match.span() for match in pattern.finditer(text) if match.end() > match.start()]
