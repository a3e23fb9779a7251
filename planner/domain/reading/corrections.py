"""What an ad asks for where it was read wrongly, as its reader says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, cast

from planner.domain.reading.values import Finding, Reading, Status

Asked = Literal["required", "optional", "mentioned", "no"]
ASKED: tuple[Asked, ...] = ("required", "optional", "mentioned", "no")


def asked_as(finding: Finding) -> Asked:
    """What a finding asks for; `no` for what is denied or said of the employer."""
    return next((asked for asked in ASKED if asked == finding.status), "no")


def corrected(reading: Reading, corrections: Mapping[str, str]) -> Reading:
    """The reading with these skills asked for in another way, or not at all."""
    findings = (_correct(f, corrections.get(f.skill_id)) for f in reading.findings)
    return replace(reading, findings=tuple(f for f in findings if f is not None))


def are_corrections(value: object) -> bool:
    """Whether something from outside can be the corrections of an ad."""
    return isinstance(value, dict) and all(
        isinstance(skill, str) and said in ASKED for skill, said in value.items()
    )


def _correct(finding: Finding, asked: str | None) -> Finding | None:
    if asked == "no":
        return None
    if asked not in ASKED:
        return finding
    # The places that made the status go with it, so that alternatives stay alternatives.
    status = cast("Status", asked)
    mentions = (
        replace(m, status=status) if m.status == finding.status else m for m in finding.mentions
    )
    return replace(finding, status=status, mentions=tuple(mentions))
