"""Developers whom the domain tests know by name, and the ten worked profiles of the pay model."""

import json
from pathlib import Path

from planner.domain.developer import Developer

VECTORS = json.loads((Path(__file__).parent / "pay_model_vectors.json").read_text())

# What each level asks for, at the proficiency that it asks, from somebody who works with Python.
ENTRY = {
    "python": 2,
    "database-fundamentals": 2,
    "rest": 2,
    "git": 2,
    "clean-code": 2,
    "deployment": 2,
    "communication": 2,
    "learning": 2,
    "agile": 2,
}
MID = ENTRY | {
    "django": 3,
    "query-optimization": 2,
    "indexing": 2,
    "data-modeling": 2,
    "docker": 2,
    "service-design": 2,
    "module-ownership": 2,
    "large-codebases": 2,
    "debugging": 3,
    "system-design": 1,
    "mentoring": 2,
}
SENIOR = MID | {
    "system-design": 3,
    "scalability": 3,
    "architecture-tradeoffs": 2,
    "strategic-planning": 2,
    "technical-leadership": 2,
    "code-review": 3,
    "engineering-standards": 2,
    "mentoring": 3,
    "stakeholder-communication": 2,
    "business-acumen": 2,
    "negotiation": 2,
}


def developer_of(profile: dict) -> Developer:
    """The developer of a worked profile."""
    return Developer(
        years=profile["years"],
        skills=profile["skills"],
        certifications=frozenset(profile["certifications"]),
        location_ratio=profile["location_ratio"],
        is_remote=profile["remote"],
        industry_ratio=profile["industry_ratio"],
        current_pay=profile["current_pay"],
    )


def worked(id_: str) -> dict:
    """A worked profile by its id, P1 to P10."""
    return next(vector for vector in VECTORS if vector["id"] == id_)
