"""The desk's side of the connection to a browser tab."""

import os
import signal
from typing import Any

from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's driver for browsers, for a desk that loses nothing whichever way it is ended.

    Textual's own lets the app go without a word when the tab is closed, and leaves it running for
    ever when the server is gone. Here the one is SIGTERM and the other SIGHUP, as from a terminal:
    the desk saves what is on it on either.
    """

    _gone = False
    """Whether the desk has been told that nobody is there any more."""

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        if packet_type == "quit":
            self._end("SIGTERM")
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._hang_up()  # its input has ended, so the server has

    def write(self, data: str) -> None:
        try:
            super().write(data)
        except OSError:
            self._hang_up()

    def write_meta(self, data: dict[str, Any]) -> None:
        try:
            super().write_meta(data)
        except OSError:
            self._hang_up()

    def _hang_up(self) -> None:
        if not self._gone:
            self._gone = True
            self._end("SIGHUP")

    def _end(self, name: str) -> None:
        number = getattr(signal, name, None)
        if number is None or os.name == "nt":
            # There are no signals on Windows that a program could answer.
            self._app.call_from_thread(self._app.exit)
        else:
            os.kill(os.getpid(), number)
