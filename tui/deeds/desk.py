"""Deeds of the desk as a whole: colours, commands, help, leaving."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from padanan.tui.review import Review


def theme(review: "Review") -> None:
    """Choose the colours."""
    review.desk.action_theme()


def palette(review: "Review") -> None:
    """Show all that one can do."""
    review.desk.action_palette()


def show_help(review: "Review") -> None:
    """Show all keys."""
    review.desk.action_help()


async def leave(review: "Review") -> None:
    """Quit as soon as everything is saved."""
    await review.desk.action_quit()
