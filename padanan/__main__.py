"""The way in: `padanan ...` and `python -m padanan ...`."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from padanan.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
