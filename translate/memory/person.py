"""Who is at work."""

import getpass
import os


def person() -> str:
    """The name that approvals are stored with: what PADANAN_WHO says, else that of the account;
    empty if neither is known."""
    named = os.environ.get("PADANAN_WHO", "").strip()
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, or Windows without one
        return ""
