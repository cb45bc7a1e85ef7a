"""The way in: `padanan ...` and `python -m padanan ...`."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    try:
        from padanan.cli import run

        code = run()
    except KeyboardInterrupt:
        # Ctrl+C while the modules were being imported, or while the end was being told. The
        # number is ExitCode.INTERRUPTED, whose module may be just what could not be imported.
        if sys.stderr is not None:
            sys.stderr.write("Interrupted.\n")
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
