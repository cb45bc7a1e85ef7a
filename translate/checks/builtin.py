"""The names every desk knows, whatever its glossary: countries, languages, months."""

from functools import cache, lru_cache

from padanan.glossary import Glossary
from padanan.translate.adherence import Use, uses


@lru_cache(maxsize=256)
def builtin_uses(source: str, target: str) -> tuple[Use, ...]:
    """What became of the built-in names of a source in its target.

    A run without a glossary knows nothing else of them; loading the names takes a moment, so that
    only checks ask that are about to tell something.
    """
    return uses(_names(), source, target)


@cache
def _names() -> Glossary:
    return Glossary((), cldr=True)
