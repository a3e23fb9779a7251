"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

# What a spreadsheet may take for a formula, its full-width twins included.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def is_formula(text: str) -> bool:
    return text.startswith(FORMULA)


def safe_cell(cell: str | int) -> str | int:
    """A text that would be worked out as a formula is marked as text."""
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell
