"""The step that somebody is at, where only its skill or certification is known."""

from __future__ import annotations

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer, Proficiency
from planner.domain.learning import Step, presumed, renewal_step, skill_step


def step_at_hand(
    catalogue: Catalogue, developer: Developer, id_: str, goal: int | None = None
) -> Step | None:
    """The step to `goal` (a proficiency), or to what comes next; its hours are the whole estimate.

    Next is *working*, then one level at a time; a certificate in hand is renewed. None where
    nothing is left: for an expert, and for what the catalogue does not have.
    """
    if id_ in catalogue.certifications:
        if id_ in developer.certifications:
            return renewal_step(catalogue, id_)
        return Step("certification", id_, 0, 1, catalogue.certifications[id_].hours)
    skills = presumed(catalogue, developer.skills)
    have = skills.get(id_, 0)
    if id_ not in catalogue.skills or have >= Proficiency.EXPERT:
        return None
    is_ahead = goal is not None and have < goal <= Proficiency.EXPERT
    end = goal if is_ahead and goal else max(int(Proficiency.WORKING), have + 1)
    return skill_step(catalogue, skills, id_, end)
