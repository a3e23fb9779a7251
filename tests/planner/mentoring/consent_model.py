"""What must be true of consent, told in as few lines as possible and without a database."""

from accounts.models import Scope

EVERYTHING = frozenset(Scope)


class Model:
    """Cohorts by name, and what mentees show mentors in each of them."""

    def __init__(self):
        self.lead, self.mentors, self.members = {}, {}, {}
        self.closed, self.inactive, self.shown = set(), set(), {}

    def sees(self, viewer, mentee):
        """The scopes of a mentee that a mentor may see."""
        if {viewer, mentee} & self.inactive:
            return frozenset()
        given = (scopes for (_, *pair), scopes in self.shown.items() if pair == [mentee, viewer])
        return frozenset().union(*given)

    def show(self, cohort, mentee, mentor, scopes):
        self.shown[cohort, mentee, mentor] = frozenset(scopes)

    def forget(self, cohort, *, mentee=None, mentor=None):
        """Whatever these two show or are shown in a cohort is over; None stands for everybody."""
        for place, one, other in self.shown:
            if place == cohort and mentee in (None, one) and mentor in (None, other):
                self.show(place, one, other, ())

    def found(self, cohort, lead):
        self.lead[cohort], self.mentors[cohort], self.members[cohort] = lead, {lead}, set()

    def is_open(self, cohort):
        return cohort not in self.closed

    def may_join(self, cohort, person):
        return self.is_open(cohort) and person not in self.mentors[cohort]

    def join(self, cohort, mentee, mentors, scopes):
        self.members[cohort].add(mentee)
        self.forget(cohort, mentee=mentee)
        for mentor in self.mentors[cohort] & set(mentors):
            self.show(cohort, mentee, mentor, scopes)

    def change(self, cohort, mentee, mentor, scopes):
        is_between = mentee in self.members[cohort] and mentor in self.mentors[cohort]
        self.show(cohort, mentee, mentor, scopes if is_between and self.is_open(cohort) else ())

    def leave(self, cohort, mentee):
        self.members[cohort].discard(mentee)
        self.forget(cohort, mentee=mentee)

    def may_leave_as_mentor(self, cohort, mentor):
        return self.lead[cohort] != mentor or not self.is_open(cohort)

    def leave_as_mentor(self, cohort, mentor):
        self.mentors[cohort].discard(mentor)
        self.forget(cohort, mentor=mentor)

    def close(self, cohort):
        self.closed.add(cohort)
        self.members[cohort].clear()
        self.forget(cohort)

    def is_mentor(self, person):
        return any(person in mentors for mentors in self.mentors.values())

    def is_mentee(self, person):
        return any(person in members for members in self.members.values())
