"""The same desk in a browser: a web server on this machine, for one person.

Each browser tab gets a desk process of its own, whose screen textual-serve carries to the tab.
"""

from collections.abc import Callable
from pathlib import Path

from padanan.errors import UsageError, how_to_add


def serve(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str | None = None,
    say: Callable[[str], None],
) -> None:
    """Serve the desk to browsers until Ctrl+C, SIGTERM or SIGHUP; all desks end with it, saved.

    Args:
        path: The folder of bilingual files, or the one, that each tab opens.
        host: The address to listen on. By default only this machine can reach it.
        port: The port; 0 for any that is free.
        token: What the address must hold to be let in; None makes one. It is shown, as part of
            the address to open, through `say` alone.
        say: Tells the person something.

    Raises:
        UsageError: textual-serve is not installed, the token is none, or nobody can listen on that
            address.
    """
    try:
        from padanan.tui.web.server import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"aiohttp", "textual_serve"}:
            raise
        raise UsageError(
            "the desk in a browser needs textual-serve, which is not installed. Leave --web away "
            f"to have the desk in this terminal, or install it: {how_to_add('web')}."
        ) from error
    run(path, host=host, port=port, token=token, say=say)
