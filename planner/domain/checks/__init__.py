"""Is a catalogue sound? What the engine and the pages take for granted, checked on the value."""

from __future__ import annotations

from planner.domain.catalogue import Catalogue
from planner.domain.checks import entries, figures
from planner.domain.checks.fault import Fault

__all__ = ["Fault", "find_faults"]


def find_faults(catalogue: Catalogue) -> list[Fault]:
    """Everything that is wrong with a catalogue, in a stable order; empty if it is sound.

    Never raises: a circle of prerequisites, or an assumption that is no number, is a fault too.
    """
    checks = (*entries.CHECKS, *figures.CHECKS)
    return [fault for check in checks for fault in check(catalogue)]
