"""Which of the glossary's two languages a file means."""

_SUBTAGS = {"id": "id", "in": "id", "ind": "id", "en": "en", "eng": "en"}
"""Primary language subtags (BCP 47; `in` was Indonesian until ISO 639 changed it in 1989), and the
three-letter codes of ISO 639-2, which memoQ writes."""

_NAMES = {
    "indonesian": "id",
    "indonesia": "id",
    "bahasa indonesia": "id",
    "english": "en",
    "inggris": "en",
    "bahasa inggris": "en",
}


def language(code: str) -> str | None:
    """`id` or `en` for a code (`id`, `in_ID`, `eng`, `en-GB`) or name; None for any other."""
    tidy = code.strip().casefold()
    subtag = tidy.replace("_", "-").split("-")[0]
    # memoQ and MultiTerm say which: "English (United States)".
    name = tidy.split("(")[0].split("_")[0].strip()
    return _SUBTAGS.get(subtag) or _NAMES.get(name)
