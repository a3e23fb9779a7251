"""Taking in somebody's own data again: all of it or nothing.

What the file says takes the place of what is there; rows that are the same stay as they are. Events
are only added, and history ends where the profile stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import MailChoice, User
from planner.actions.history import write_events
from planner.actions.personal_plans import Plans, number_events, write_plans
from planner.actions.personal_rows import Count, write_rows
from planner.documents import canonical
from planner.documents.personal.document import PersonalFileError, Rows
from planner.documents.personal.own import ACCOUNT, EVENTS, KEPT_PLANS, PLAN_SETTINGS, PROFILE, ROWS
from planner.documents.personal.reading import Personal
from planner.domain.history import Change, State, apply, find_changes, replay
from planner.models import Event, PlanSettings, Profile
from planner.queries.history import read_state

OF_ACCOUNT = ("name", "time_zone", "theme")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a file changes. `plans_left_out`: why, for each kept plan that stays out."""

    changes: tuple[Change, ...]
    counts: tuple[Count, ...]
    account: tuple[str, ...]
    plans_left_out: tuple[str, ...]

    @property
    def is_nothing(self) -> bool:
        moved = any(count.added or count.removed for count in self.counts)
        return not (self.changes or self.account or moved)


def preview_personal(*, profile: Profile, personal: Personal) -> TakenIn:
    """What taking it in would change. Raises PersonalFileError if it cannot be taken in."""
    with transaction.atomic():
        found = take_in(profile=profile, personal=personal)
        transaction.set_rollback(True)
    return found


def take_in(*, profile: Profile, personal: Personal) -> TakenIn:
    """Raises PersonalFileError, and nothing is changed then."""
    try:
        with transaction.atomic():
            return _take_in(profile, personal)
    except IntegrityError as error:
        raise PersonalFileError("The file holds something that cannot be so.") from error


def _take_in(profile: Profile, personal: Personal) -> TakenIn:
    locked = Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    rows, before = personal.rows, read_state(profile.pk)
    account = _write_account(locked.user, rows)
    if rows.get("profile"):
        _set(locked, rows["profile"][0], PROFILE.fields)
    _write_settings(locked, rows)
    tables = [table for table in ROWS if table is not KEPT_PLANS and table.name in rows]
    counts = [write_rows(table, locked, rows[table.name]) for table in tables]
    plans = write_plans(locked, rows.get("kept_plans"), personal.numbers)
    counts += plans.counts
    new = _write_events(locked, rows["events"], plans)
    counts.append(Count(EVENTS.title, len(new), 0, len(rows["events"]) - len(new)))
    after = read_state(locked.pk)
    _settle(locked, apply(before, [event.to_value().change for event in new]), after)
    return TakenIn(find_changes(before, after), tuple(counts), account, plans.left_out)


def _write_account(user: User, rows: Mapping[str, Rows]) -> tuple[str, ...]:
    """What of the account changes, by name."""
    given = rows.get("account", [])[:1]
    changed = [name for row in given for name in OF_ACCOUNT if row[name] != getattr(user, name)]
    for row in given:
        _set(user, row, {name: ACCOUNT.fields[name] for name in changed})
    if "mail_choices" in rows:
        was = dict(MailChoice.objects.filter(user=user).values_list("kind", "is_on"))
        wanted = {row["kind"]: row["is_on"] for row in rows["mail_choices"]}
        if was != wanted:
            MailChoice.objects.filter(user=user).delete()
            MailChoice.objects.bulk_create(
                MailChoice(user=user, kind=kind, is_on=is_on) for kind, is_on in wanted.items()
            )
            changed.append("choices of mails")
    return tuple(name.replace("_", " ") for name in changed)


def _set(instance: Any, row: Mapping[str, Any], fields: Mapping[str, str]) -> None:
    for name, path in fields.items():
        setattr(instance, path, row[name])
    instance.save(update_fields=[path.removesuffix("_id") for path in fields.values()])


def _write_settings(profile: Profile, rows: Mapping[str, Rows]) -> None:
    """No row in the file: everything as by default."""
    if "plan_settings" in rows:
        PlanSettings.objects.filter(profile=profile).delete()
        for row in rows["plan_settings"]:
            fields = {path: row[name] for name, path in PLAN_SETTINGS.fields.items()}
            PlanSettings.objects.create(profile=profile, **fields)


def _write_events(profile: Profile, rows: Rows, plans: Plans) -> list[Event]:
    """Those that are not there yet, with their moments."""
    there = Counter(
        _mark(*event) for event in profile.events.values_list("at", "kind", "key", "was", "now")
    )
    new = []
    for row in number_events(rows, plans):
        mark = _mark(row["at"], row["kind"], row["key"], row["was"], row["now"])
        if there[mark]:
            there[mark] -= 1
        else:
            new.append(row)
    origin, by = Event.Origin.FILE, profile.user_id
    return Event.objects.bulk_create(
        Event(profile=profile, by_id=by, origin=origin, **row) for row in new
    )


def _mark(at: datetime, kind: str, key: str, was: Any, now: Any) -> str:
    return canonical([at.isoformat(), kind, key, was, now])


def _settle(profile: Profile, told: State, after: State) -> None:
    """Replayed up to now, history is what the profile states, whatever was in the file.

    `told`: what the new events make of what was before.
    """
    history = [event.to_value() for event in profile.events.in_order()]
    states = (told, replay(history, timezone.now()))  # where both have something, the latter counts
    untold = {(c.kind, c.key): c for state in states for c in find_changes(state, after)}
    changes = tuple(change for change in untold.values() if not _is_default(change))
    write_events(profile, changes, Event.Origin.FILE, profile.user_id)


def _is_default(change: Change) -> bool:
    """As every profile begins, which is no event."""
    model = {"profile": Profile, "plan": PlanSettings}.get(change.kind)
    if model is None or change.was is not None or change.key == "kept":
        return False
    column: Any = model._meta.get_field(change.key)
    return bool(change.now == column.get_default())
