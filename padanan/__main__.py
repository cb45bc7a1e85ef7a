"""The way in: `padanan ...` and `python -m padanan ...`."""

import gc
import signal
import sys

_SELDOM = (50_000, 20, 20)
"""When the garbage collector looks for cycles. What a command loads (glossary, lexicon, modules)
stays to its end, so that looking through it again and again takes a tenth of a short run."""


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # Where Ctrl+C is ignored (nohup, a job in the background) it stays so.
    interruptible = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    _leave_interrupts_to_the_system(interruptible)
    gc.set_threshold(*_SELDOM)
    try:
        from padanan.cli import run

        if interruptible:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = run()
        _leave_interrupts_to_the_system(interruptible)
    except KeyboardInterrupt:
        # The number is ExitCode.INTERRUPTED, whose module may be just what could not be imported.
        _say("Interrupted.")
        code = 130
    except ModuleNotFoundError as error:
        # Here what is said cannot hang on anything else; the number is ExitCode.BAD_INPUT.
        _say(f"padanan: the installation is not whole ({error}). Install padanan again.")
        code = 4
    except MemoryError:
        _say(
            "padanan: there is too little memory for this. What was finished is kept; close other "
            "programs and run the command again."
        )
        code = 4
    gc.freeze()  # nor is it looked through once more before all of it goes
    sys.exit(code)


def _leave_interrupts_to_the_system(interruptible: bool) -> None:
    """Let Ctrl+C end the process there and then, without a word.

    While modules are imported nothing has begun, and at the end all is written: there is nothing to
    tidy up, and Python would show a traceback from somewhere inside of it.
    """
    if interruptible:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _say(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    main()
