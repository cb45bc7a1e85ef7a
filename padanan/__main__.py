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
        _say("Interrupted.")
        code = 130
    except ModuleNotFoundError as error:
        # Here what is said cannot hang on anything else; the number is ExitCode.BAD_INPUT.
        _say(f"padanan: the installation is not whole ({error}). Install padanan again.")
        code = 4
    sys.exit(code)


def _say(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
