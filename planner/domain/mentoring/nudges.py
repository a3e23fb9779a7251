"""When somebody is reminded of what waits for them: after 7, 14 and 21 days, closed after 28.

The days are those of a mentoring site, which times requests out so that queues stay honest. Nobody
gets more than one mail a week, so a mail holds everything that is due to its reader.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

Stage = Literal[7, 14, 21]
Day = Literal[7, 14, 21, 28]

STAGES: tuple[Stage, ...] = (7, 14, 21)
CLOSES: Literal[28] = 28
BETWEEN_MAILS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Pause:
    """A time that does not count; `until` is None if its end is not known: then it is a hold."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """Something open since a moment, with the person (key of a user) whose turn it is.

    `sent`, `skipped`: the stages whose nudge went out, or is not to go out.
    """

    key: str
    person: int
    since: datetime
    sent: frozenset[Stage] = frozenset()
    skipped: frozenset[Stage] = frozenset()
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Nudge:
    """One line of a mail: a matter and how many days it has been open by its clock."""

    matter: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class Mail:
    """Everything that one person is reminded of now, the longest open first."""

    person: int
    nudges: tuple[Nudge, ...]


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A matter's nudge of a day, or its closing on day 28: not before `at`, and if nobody acts."""

    matter: str
    person: int
    day: Day
    at: datetime

    @property
    def is_closing(self) -> bool:
        return self.day == CLOSES


@dataclass(frozen=True, slots=True)
class NudgePlan:
    """What to do now, and what comes when if nobody acts.

    `mails`: to send, one a person. `closing`: keys of the matters to close. `upcoming`: the soonest
    first; what is held has no date and is not in it.
    """

    mails: tuple[Mail, ...]
    closing: tuple[str, ...]
    upcoming: tuple[Upcoming, ...]


def open_for(since: datetime, now: datetime, pauses: Iterable[Pause] = ()) -> timedelta:
    """How long something has been open, less the pauses. Pauses may overlap."""
    spent, start = timedelta(0), since
    for pause in sorted(pauses, key=lambda p: p.since):
        spent += max(timedelta(0), min(pause.since, now) - start)
        start = max(start, now if pause.until is None else pause.until)
    return spent + max(timedelta(0), now - start)


def moment_of(since: datetime, age: timedelta, pauses: Iterable[Pause] = ()) -> datetime | None:
    """When something will have been open for `age`; None if a hold keeps it from getting there."""
    at = since
    for pause in sorted(pauses, key=lambda p: p.since):
        if at + age <= pause.since:
            break
        if pause.until is None:
            return None
        age -= max(timedelta(0), pause.since - at)
        at = max(at, pause.until)
    return at + age


def due_nudge(
    since: datetime, sent: Collection[Stage], now: datetime, pauses: Iterable[Pause] = ()
) -> Stage | None:
    """The nudge that is due: of the last stage reached, unless it went out. None after closing.

    `sent`: the stages that are settled, by mail or by being skipped. A stage that was missed is not
    caught up on.
    """
    age = open_for(since, now, pauses)
    reached = [stage for stage in STAGES if age >= timedelta(days=stage)]
    if not reached or age >= timedelta(days=CLOSES) or reached[-1] in sent:
        return None
    return reached[-1]


def is_to_close(since: datetime, now: datetime, pauses: Iterable[Pause] = ()) -> bool:
    """Whether it has been open for 28 days."""
    return open_for(since, now, pauses) >= timedelta(days=CLOSES)


def may_mail(last_sent: datetime | None, now: datetime) -> bool:
    """Whether a week has passed since somebody's last mail."""
    return last_sent is None or now - last_sent >= BETWEEN_MAILS


def runs_from(matter: Matter, now: datetime) -> datetime | None:
    """When its clock runs, from `now` on: `now`, the end of the present pause, or None if held."""
    instant = timedelta.resolution
    at = moment_of(
        matter.since, open_for(matter.since, now, matter.pauses) + instant, matter.pauses
    )
    return at and at - instant


def plan_nudges(
    matters: Sequence[Matter], last_mails: Mapping[int, datetime], now: datetime
) -> NudgePlan:
    """What is to be sent and closed now, and what comes when if nobody acts.

    `last_mails`: when each person last got such a mail. Nothing is sent or closed during a pause.
    Once the result is noted (`note_sent`, the mail as the last), planning again at the same moment
    sends nothing.
    """
    running = [matter for matter in matters if runs_from(matter, now) == now]
    closing = tuple(m.key for m in running if is_to_close(m.since, now, m.pauses))
    mails = _mails(running, last_mails, now)
    last = {**last_mails, **{mail.person: now for mail in mails}}
    left = note_sent([matter for matter in matters if matter.key not in closing], mails)
    upcoming = [later for matter in left for later in _upcoming(matter, last, now)]
    upcoming.sort(key=lambda later: (later.at, later.matter))
    return NudgePlan(mails, closing, tuple(upcoming))


def note_sent(matters: Iterable[Matter], mails: Iterable[Mail]) -> tuple[Matter, ...]:
    """The matters once these mails went out."""
    sent = {nudge.matter: nudge.stage for mail in mails for nudge in mail.nudges}
    return tuple(replace(m, sent=m.sent | {sent[m.key]}) if m.key in sent else m for m in matters)


def _mails(
    matters: Iterable[Matter], last_mails: Mapping[int, datetime], now: datetime
) -> tuple[Mail, ...]:
    due: dict[int, list[Nudge]] = {}
    for matter in sorted(matters, key=lambda m: (m.since, m.key)):
        stage = due_nudge(matter.since, matter.sent | matter.skipped, now, matter.pauses)
        if stage and may_mail(last_mails.get(matter.person), now):
            due.setdefault(matter.person, []).append(Nudge(matter.key, stage))
    return tuple(Mail(person, tuple(nudges)) for person, nudges in sorted(due.items()))


def _upcoming(
    matter: Matter, last_mails: Mapping[int, datetime], now: datetime
) -> Iterator[Upcoming]:
    """What is left of its days; a nudge that could only go out once the next is due is none."""
    resumes = runs_from(matter, now)
    if resumes is None:
        return
    last = last_mails.get(matter.person)
    mail_from = max(resumes, last + BETWEEN_MAILS) if last else resumes
    settled = matter.sent | matter.skipped
    for day in (*STAGES, CLOSES):
        reached, following = (
            moment_of(matter.since, timedelta(days=days), matter.pauses) for days in (day, day + 7)
        )
        if reached is None:
            return
        at = max(reached, resumes if day == CLOSES else mail_from)
        is_passed = day != CLOSES and following is not None and at >= following
        if day not in settled and not is_passed:
            yield Upcoming(matter.key, matter.person, day, at)
