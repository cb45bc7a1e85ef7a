"""The colours of the desk: light and dark, each also in high contrast."""

from textual.theme import Theme

_PLAIN = {"text-muted": "auto 87%", "text-disabled": "auto 75%"}
"""What stands back in high contrast does so only a little."""

THEMES = {
    "dark": Theme(
        name="padanan-dark",
        primary="#6aa9ff",
        secondary="#b18cff",
        accent="#4fc3c7",
        foreground="#dfe3e8",
        background="#16191d",
        surface="#1e2227",
        panel="#272c33",
        success="#7ec77b",
        warning="#e3b35a",
        error="#f0787a",
        dark=True,
    ),
    "light": Theme(
        name="padanan-light",
        primary="#1f5fbf",
        secondary="#6a3fb5",
        accent="#0b6f75",
        foreground="#1d2126",
        background="#fbfbf9",
        surface="#f1f1ee",
        panel="#e4e4e0",
        success="#1f6b2a",
        warning="#8a5300",
        error="#b3261e",
        dark=False,
    ),
    "dark-contrast": Theme(
        name="padanan-dark-contrast",
        primary="#8fd0ff",
        secondary="#e0b0ff",
        accent="#00ffff",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        success="#00ff66",
        warning="#ffd500",
        error="#ff7070",
        dark=True,
        variables=_PLAIN,
    ),
    "light-contrast": Theme(
        name="padanan-light-contrast",
        primary="#00308f",
        secondary="#4b0082",
        accent="#00464d",
        foreground="#000000",
        background="#ffffff",
        surface="#ffffff",
        panel="#e8e8e8",
        success="#004d00",
        warning="#5c3700",
        error="#8b0000",
        dark=False,
        variables=_PLAIN,
    ),
}
"""Themes by the names the settings know (`theme` in padanan.toml)."""
