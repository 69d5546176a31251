"""What parts the cells of a table that was copied as text."""

from __future__ import annotations

import re

COLUMNS = re.compile(r" *[|\t][|\t ]*| {2,}")
"""Tabs, bars or several blanks between two cells of a line."""
