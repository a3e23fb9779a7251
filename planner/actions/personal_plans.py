"""Kept plans of a file. A plan is its inputs and its result, so it is made again and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.actions.personal_rows import Count, mark_of_row, marked_rows
from planner.documents import ProfileError, fingerprint, read_catalogue, recreate
from planner.documents.personal.document import Rows
from planner.documents.personal.own import KEPT_PLANS
from planner.documents.plan import Document
from planner.domain.catalogue import Catalogue
from planner.models import CatalogueArchive, KeptPlan, Profile
from planner.time_wording import day

UNKNOWN = "it was made with a catalogue that this site never had"
OTHERWISE = "what it says does not follow from what it was made of"
OLDER = "only the latest 60 are made again, as each takes a moment"
MOST_MADE = 60
REFUSED = (ProfileError, KeyError, TypeError, ValueError, OverflowError, AttributeError)


@dataclass(frozen=True, slots=True)
class Plans:
    """`keys`: by number in the file, the key of each plan that was taken in."""

    keys: Mapping[Any, int]
    counts: tuple[Count, ...] = ()
    left_out: tuple[str, ...] = ()


def write_plans(profile: Profile, rows: Rows | None, numbers: Sequence[Any]) -> Plans:
    """Those there are not yet; those that the file does not have go. None: leave all as it is."""
    if rows is None:
        return Plans({})
    there, keys, left_out = marked_rows(KEPT_PLANS, profile), {}, []
    new: list[tuple[Any, Mapping[str, Any], Document]] = []
    catalogues = _read_catalogues(rows)
    latest_first = sorted(zip(numbers, rows, strict=True), key=_adopted_at, reverse=True)
    for number, row in latest_first:
        if there[mark_of_row(row)]:
            keys[number] = there[mark_of_row(row)].pop()
            continue
        is_room = len(new) < MOST_MADE
        result = _made_again(catalogues.get(row["catalogue"]), row) if is_room else OLDER
        if isinstance(result, str):
            left_out.append(f"The plan of {day(row['adopted_at'])} stays out: {result}.")
        else:
            new.append((number, row, result))
    gone = [pk for pks in there.values() for pk in pks]
    KeptPlan.objects.filter(pk__in=gone).delete()
    for number, row, result in reversed(new):
        keys[number] = _create(profile, row, result).pk
    count = Count(KEPT_PLANS.title, len(new), len(gone), len(rows) - len(new) - len(left_out))
    return Plans(keys, (count,), tuple(left_out))


def _adopted_at(numbered: tuple[Any, Mapping[str, Any]]) -> Any:
    return numbered[1]["adopted_at"]


def number_events(rows: Rows, plans: Plans) -> Iterator[dict[str, Any]]:
    """Events with keys of plans for numbers; 0: a plan that is gone."""
    for row in rows:
        if (row["kind"], row["key"]) == ("plan", "kept"):
            yield row | {n: row[n] and plans.keys.get(row[n], 0) for n in ("was", "now")}
        else:
            yield row


def _read_catalogues(rows: Rows) -> dict[Any, Catalogue]:
    found = CatalogueArchive.objects.filter(pk__in={row["catalogue"] for row in rows})
    return {archive.pk: read_catalogue(archive.document) for archive in found}


def _made_again(catalogue: Catalogue | None, row: Mapping[str, Any]) -> Document | str:
    """The plan, or why there is none."""
    if catalogue is None:
        return UNKNOWN
    try:
        result = recreate(catalogue, row["inputs"])
    except REFUSED:
        return OTHERWISE
    return result if fingerprint(result) == row["fingerprint"] else OTHERWISE


def _create(profile: Profile, row: Mapping[str, Any], result: Document) -> KeptPlan:
    return KeptPlan.objects.create(
        profile=profile, adopted_at=row["adopted_at"], replaced_at=row["replaced_at"],
        catalogue_id=row["catalogue"], inputs=row["inputs"], result=result,
        fingerprint=row["fingerprint"],
    )  # fmt: skip
