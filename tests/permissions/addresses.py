"""The addresses of the site, walked out of the URLconf, with something to stand in each hole."""

import re
from functools import cache

from django.urls import get_resolver

from tests.permissions import world

# What `<pk>` is of, by how the route begins.
PK_AFTER = {
    "cohorts": world.COHORT,
    "mentees": world.MENTEE,
    "reviews": world.REVIEW,
    "my-reviews": world.REVIEW,
    "evidence": world.EVIDENCE,
    "notes": world.NOTE,
    "snippets": world.SNIPPET,
    "roadmap": world.KEPT_PLAN,
    "what-if": world.SCENARIO,
    "log": world.STUDY_SESSION,
    "share": world.SHARE_LINK,
    "jobs": world.JOB_AD,
    "read": world.TAKEN_IN,
}
ARGUMENTS = {
    "cohort": world.COHORT,
    "mentor": world.MIRA,
    "mentee": world.MENTEE,
    "membership": world.MEMBERSHIP,
    "invitation": world.INVITATION,
    "review": world.REVIEW,
    "assignment": world.ASSIGNMENT,
    "goal": world.GOAL,
    "check_in": world.CHECK_IN,
    "action": world.ACTION,
    "note": world.NOTE,
    "nudge": world.NUDGE,
    "pause": world.PAUSE,
    "blocker": world.BLOCKER,
    "evidence": world.EVIDENCE,
    "token": world.TOKEN,
    "certification": "ckad",
    "skill": "docker",
    "kind": "csv",
    "app_label": "planner",
}
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
MISSING = 987_654_321


def routes(resolver, namespace="", prefix="/"):
    """Every name with its route, nameless patterns too."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inside = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern, inside, route)
        else:
            yield f"{namespace}{pattern.name}", route


def walk():
    """The routes of the URLconf in use."""
    return list(routes(get_resolver()))


@cache
def route_of():
    return dict(walk())


def argument(name, route, parameter, given):
    """What stands in a hole of a route; fails if nobody said what."""
    if parameter in given:
        return given[parameter]
    if parameter == "slug":
        return "ckad" if "certification" in name else "docker"
    if not name.startswith("planner:"):
        return ARGUMENTS.get(parameter, "1")
    return PK_AFTER[route.split("/")[1]] if parameter == "pk" else ARGUMENTS[parameter]


def filled(name, route, given=(), query=""):
    """An address that the route answers at. `given`: what stands in its holes, by parameter."""
    for parameter in PARAMETER.findall(route):
        value = str(argument(name, route, parameter, given))
        route = re.sub(rf"<(\w+:)?{parameter}>|\(\?P<{parameter}>[^)]*\)", value, route)
    return re.sub(r"[\^$]", "", route) + (query and f"?{query}")


def missing(name, route, given=()):
    """The same address for things that do not exist, one missing at a time."""
    for parameter in re.findall(r"<int:(\w+)>", route):
        yield filled(name, route, {**dict(given), parameter: MISSING})
