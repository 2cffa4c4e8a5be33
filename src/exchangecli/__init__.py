"""Turns scattered reports of cultural-exchange programmes into one clean, cited dataset."""

__version__ = "0.1.0"
