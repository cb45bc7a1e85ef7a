"""The language of the interface: English, or what a catalogue translates it to."""


def gettext(message: str) -> str:
    """`message` in the language of the interface."""
    return message


def ngettext(one: str, several: str, n: int) -> str:
    """`one` or `several`, as `n` asks, in the language of the interface."""
    return one if n == 1 else several


def marked(message: str) -> str:
    """`message` itself, marked to be translated where it is shown."""
    return message


def number(n: int) -> str:
    """A whole number as the language of the interface writes it."""
    return f"{n:,}"
