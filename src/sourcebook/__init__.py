"""Sourcebook: reads news reports of armed conflict into incidents in which every fact keeps who said it."""

__version__ = "0.1.0"
