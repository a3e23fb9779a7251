"""What it takes to learn something: hours, what comes first, and which alternative fits best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from planner.domain.catalogue import Catalogue
from planner.domain.developer import Developer, Proficiency
from planner.domain.ranges import ZERO, Range

WEEKS_PER_MONTH = 365.25 / 12 / 7
FURTHEST_MONTHS = 80 * 12.0
LANGUAGE_CATEGORIES = frozenset({"language", "runtime"})


@dataclass(frozen=True, slots=True)
class Step:
    """Raise one skill from `start` to `end` (0–4), or take one certification (0 to 1).

    A certificate that is renewed goes from 1 to 1.

    `hours`: of study. `practice_months`: of doing it at work, beside study. `start` equals `end`
    for a skill that is taken as known: all that is left is to state it.
    """

    kind: Literal["skill", "certification"]
    id: str
    start: int
    end: int
    hours: Range
    practice_months: int = 0

    @property
    def is_practice_only(self) -> bool:
        return self.hours.central == 0 and self.start < self.end

    @property
    def is_only_to_state(self) -> bool:
        """Whether the skill is taken as known, so that it costs no time to have it counted."""
        return self.kind == "skill" and self.start == self.end

    @property
    def is_renewal(self) -> bool:
        """Whether a certificate that is held is to be renewed before it ends."""
        return self.kind == "certification" and self.start == self.end


def hours_between(catalogue: Catalogue, skill: str, start: int, end: int) -> Range:
    """Hours of study from one proficiency to a higher one."""
    share = catalogue.parameters.hours_share
    return catalogue.skills[skill].hours * (share[end] - share[start])


def taken_as_known(catalogue: Catalogue, skills: Mapping[str, int]) -> frozenset[str]:
    """Skills not assessed that come before one that is held: nobody is sent back to learn them."""
    held = [skill for skill, level in skills.items() if level >= Proficiency.LEARNING]
    return frozenset().union(*(catalogue.ancestors[skill] for skill in held)) - skills.keys()


def presumed(catalogue: Catalogue, skills: Mapping[str, int]) -> Mapping[str, int]:
    """The skills together with those taken as known, at *learning*: what planning starts from.

    It decides order and hours only. Readiness and pay rest on what is stated.
    """
    return {**dict.fromkeys(taken_as_known(catalogue, skills), int(Proficiency.LEARNING)), **skills}


def skill_step(catalogue: Catalogue, skills: Mapping[str, int], skill: str, end: int) -> Step:
    """The step that raises a skill to `end`. Practice belongs to reaching *working*."""
    start = skills.get(skill, 0)
    reaches_working = start < Proficiency.WORKING <= end
    return Step(
        kind="skill",
        id=skill,
        start=start,
        end=int(end),
        hours=hours_between(catalogue, skill, start, end),
        practice_months=catalogue.skills[skill].practice_months if reaches_working else 0,
    )


def steps_to_skill(
    catalogue: Catalogue, skills: Mapping[str, int], skill: str, end: int
) -> tuple[Step, ...]:
    """Everything it takes to bring one skill to `end`, missing prerequisites to *learning* first.

    `skills` as of `presumed`.
    """
    missing = (
        id_ for id_ in catalogue.ancestors[skill] if skills.get(id_, 0) < Proficiency.LEARNING
    )
    return (
        *(
            skill_step(catalogue, skills, id_, Proficiency.LEARNING)
            for id_ in sorted(missing, key=catalogue.learning_positions.__getitem__)
        ),
        skill_step(catalogue, skills, skill, end),
    )


def steps_to_certification(
    catalogue: Catalogue, skills: Mapping[str, int], id_: str
) -> tuple[Step, ...]:
    """Everything it takes to earn a certificate: its primary skill to *working*, then the exam."""
    certification = catalogue.certifications[id_]
    exam = Step("certification", id_, 0, 1, certification.hours)
    if skills.get(certification.primary_skill, 0) >= Proficiency.WORKING:
        return (exam,)
    return (
        *steps_to_skill(catalogue, skills, certification.primary_skill, Proficiency.WORKING),
        exam,
    )


def renewal_step(catalogue: Catalogue, id_: str) -> Step:
    """The step that renews a certificate."""
    hours = catalogue.certifications[id_].hours * catalogue.parameters.hours_share_renewal
    return Step("certification", id_, 1, 1, hours)


def left_to_study(
    catalogue: Catalogue, developer: Developer, steps: tuple[Step, ...]
) -> tuple[Step, ...]:
    """The steps with the hours that are left of them, after what was studied of each already.

    Logged hours count as many estimated ones as the pace says. They go to the steps of their skill
    in order, from the proficiency that is held; of each step a share stays until it is finished.
    """
    logged = {id_: hours / developer.pace for id_, hours in developer.studied}
    if logged.keys().isdisjoint(step.id for step in steps):
        return steps
    held, share = presumed(catalogue, developer.skills), catalogue.study.least_share_left

    def left(hours: Range, done: float) -> Range:
        return Range(*(max(share * h, h - done) for h in (hours.low, hours.central, hours.high)))

    def step_left(step: Step) -> Step:
        before, done = ZERO, logged.get(step.id, 0.0)
        if step.kind == "skill":
            before = hours_between(catalogue, step.id, held.get(step.id, 0), step.start)
        return replace(step, hours=left(before + step.hours, done) - left(before, done))

    return tuple(step_left(step) if step.id in logged else step for step in steps)


def total_hours(steps: Sequence[Step]) -> Range:
    """Hours of study of all steps together."""
    return sum((step.hours for step in steps), start=ZERO)


def is_allowed(catalogue: Catalogue, excluded: frozenset[str], skill: str) -> bool:
    """Whether a skill may be offered: neither it nor what must come before it is excluded."""
    return skill not in excluded and not catalogue.ancestors[skill] & excluded


def best_fit(
    catalogue: Catalogue, skills: Mapping[str, int], options: Sequence[tuple[str, int, bool]]
) -> str:
    """Which of several skills suits somebody best, given (skill, target, is_extension) for each.

    In this order: what they began and is nearest to its target; what builds on a language they
    work with; what the article names; what takes the fewest hours; the catalogue's order.
    """

    def preference(option: tuple[str, int, bool]) -> tuple[float, int, bool, float, int]:
        skill, target, is_extension = option
        credit, have = catalogue.parameters.credit, skills.get(skill, 0)
        hours = total_hours(steps_to_skill(catalogue, skills, skill, max(have, target)))
        return (
            -credit[have] / credit[target],
            -_language_held(catalogue, skills, skill),
            is_extension,
            hours.central,
            catalogue.positions[skill],
        )

    return min(options, key=preference)[0]


def _language_held(catalogue: Catalogue, skills: Mapping[str, int], skill: str) -> int:
    """Highest proficiency (from *working* on, else 0) in a language that the skill builds on."""
    languages = (
        a for a in catalogue.ancestors[skill] if catalogue.skills[a].category in LANGUAGE_CATEGORIES
    )
    held = max((skills.get(language, 0) for language in languages), default=0)
    return held if held >= Proficiency.WORKING else 0


def months_of_study(hours: float, hours_per_week: float) -> float:
    """Calendar months that these hours take, at most a life's: 80 years.

    Raises ZeroDivisionError for no hours a week.
    """
    return min(FURTHEST_MONTHS, hours / hours_per_week / WEEKS_PER_MONTH)


def months_to_finish(steps: Sequence[Step], hours_per_week: float) -> float:
    """Calendar months until all steps are done: of study, or of the longest practice beside it.

    That is as soon as it can be, with long practice begun first; the roadmap has the exact day.
    """
    practice = max((step.practice_months for step in steps), default=0)
    return max(months_of_study(total_hours(steps).central, hours_per_week), practice)
