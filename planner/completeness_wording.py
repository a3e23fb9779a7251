"""What would change if a profile said more: one sentence for each thing that it does not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from planner.domain.catalogue import Catalogue
from planner.domain.completeness import Code, Completeness, Missing
from planner.figures import money_range
from planner.names import level_name, listed, name_of

TITLES = {
    "years": gettext_lazy("Years of experience"),
    "skills": gettext_lazy("Skills that are not assessed"),
    "place": gettext_lazy("Place of work"),
    "industry": gettext_lazy("Industry"),
    "certifications": gettext_lazy("Certificates"),
    "pay": gettext_lazy("What you are paid"),
}
PAGES: dict[Code, tuple[str, str]] = {
    "years": ("planner:profile", "#id_years"),
    "skills": ("planner:skills", ""),
    "place": ("planner:profile", "#id_place"),
    "industry": ("planner:profile", "#id_industry"),
    "certifications": ("planner:certifications", ""),
    "pay": ("planner:profile", "#id_current_pay"),
}
ASKED_ON_DASHBOARD: frozenset[Code] = frozenset({"years", "skills", "place", "industry"})
NAMED = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to fill in: what it is, what would change, and the page and field for it."""

    title: str
    effect: str
    page: str
    field: str


def gaps_of(catalogue: Catalogue, found: Completeness) -> list[Gap]:
    """The largest effect first."""
    return [_gap(catalogue, found, missing) for missing in found.missing]


def first_gap(catalogue: Catalogue, found: Completeness) -> Gap | None:
    """What is worth a line elsewhere. Pay is private and a certificate one may not have."""
    asked = (missing for missing in found.missing if missing.code in ASKED_ON_DASHBOARD)
    first = next(asked, None)
    return _gap(catalogue, found, first) if first else None


def _gap(catalogue: Catalogue, found: Completeness, missing: Missing) -> Gap:
    page, field = PAGES[missing.code]
    return Gap(str(TITLES[missing.code]), effect(catalogue, found, missing), page, field)


def effect(catalogue: Catalogue, found: Completeness, missing: Missing) -> str:
    """What would be known then. Before entry level no pay is claimed, so there is none to move."""
    if missing.code == "skills":
        return _of_skills(catalogue, found.target, missing)
    if missing.code == "certifications":
        names = _named(catalogue, missing.items, last="or")
        return _("If you hold %(names)s: it goes with higher pay.") % {"names": names}
    if missing.levels[0] not in catalogue.levels_by_code:
        return {
            "years": _("Your level by years and every figure rest on them."),
            "place": _("Pay follows the place, from entry level on."),
            "industry": _("Pay follows the industry, from entry level on."),
            "pay": _("Private. The gain of each step then starts from it."),
        }[missing.code]
    return _of_pay(catalogue, missing) % {"pay": money_range(missing.pay)}


def _of_pay(catalogue: Catalogue, missing: Missing) -> str:
    low, high = (level_name(catalogue, level) for level in missing.levels)
    if missing.code == "years" and low != high:
        levels = {"low": low, "high": high}
        return _("Anything from %(low)s to %(high)s, and ") % levels + _("pay within %(pay)s.")
    return {
        "years": _("Every figure rests on them: pay lies anywhere within %(pay)s."),
        "place": _("Pay goes with it: %(pay)s, from one end of the country to the other."),
        "industry": _("Pay goes with it: %(pay)s, from one industry to another."),
        "pay": _("Private. It says where within %(pay)s you are, and each gain starts from it."),
    }[missing.code]


def _of_skills(catalogue: Catalogue, target: str, missing: Missing) -> str:
    before, after = missing.readiness
    words = {
        "names": _named(catalogue, missing.items),
        "target": level_name(catalogue, target),
        "before": f"{before:.0%}",
        "after": f"{after:.0%}",
    }
    return (
        _("%(names)s. With them %(after)s of %(target)s is met, without them %(before)s.") % words
    )


def _named(catalogue: Catalogue, ids: Iterable[str], last: str = "and") -> str:
    """The first few, and how many more there are."""
    names = [name_of(catalogue, id_) for id_ in ids]
    more = [_("%(count)d more") % {"count": len(names) - NAMED}] if len(names) > NAMED + 1 else []
    return listed([*names[:NAMED], *more] if more else names, last=last)
