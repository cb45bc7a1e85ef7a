"""padanan: an offline translation desk for Indonesian news."""

__version__ = "0.1.0"
