"""What would become visible: a person's own data, read as their mentors would read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accounts.models import Scope, User
from planner.domain.gaps import Gap
from planner.models import Assignment, Blocker, Evidence, Pause, Profile, ReviewRequest
from planner.queries.mentee_details import MenteePlan, load_mentee_plan
from planner.queries.mentees import MenteeView, load_mentee


@dataclass(frozen=True)
class Preview:
    """The three scopes, filled with what is there now. Nothing of it is pay or follows from it."""

    view: MenteeView
    plan: MenteePlan | None
    reviews: int
    assignments: int
    pauses: int
    blockers: int
    evidence: tuple[Evidence, ...]

    @property
    def level(self) -> str | None:
        """The code of the level that is reached, for `level_name`."""
        return self.view.outlook.estimate.level.shown

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """What the target asks for and is not there yet."""
        return tuple(gap for gap in self.view.expected[0].gaps if gap.is_open)


def load_preview(viewer: User, profile: Profile, today: date) -> Preview:
    """Ten queries, however much there is. `profile`: the viewer's own."""
    view = load_mentee(viewer, profile, frozenset(Scope), today)
    mine = {"profile": profile}
    return Preview(
        view=view,
        plan=load_mentee_plan(profile, view),
        reviews=ReviewRequest.objects.filter(**mine).count(),
        assignments=Assignment.objects.filter(**mine, withdrawn_at=None).count(),
        pauses=Pause.objects.filter(**mine).count(),
        blockers=Blocker.objects.filter(**mine).count(),
        evidence=tuple(Evidence.objects.filter(**mine).latest_first()),
    )
