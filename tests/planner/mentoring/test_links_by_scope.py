"""Whatever a mentee shows: every link on a mentor's pages leads to a page that is shown."""

import re
from itertools import combinations

import pytest

from accounts.models import Scope
from planner.models import GoalSuggestion
from tests.factories import EvidenceFactory
from tests.planner.mentoring.people import asked, learner, step, wants_more

pytestmark = pytest.mark.django_db
SHOWN = [shown for size in range(len(Scope) + 1) for shown in combinations(Scope, size)]


def links_of(response):
    """The links to pages for mentors."""
    found = re.findall(r'href="(/(?:cohorts|mentees|reviews|notes)/[^"#]*)', response.text)
    return {link.replace("&amp;", "&") for link in found}


@pytest.fixture
def alices(cohort, mira, request):
    """Alice shows the scopes of the case, and there is something of each."""
    alices = learner(cohort, "Alice", silent=30, scopes=request.param)
    asked(alices, 5)
    EvidenceFactory(profile=alices, skills=["python"])
    if request.param:
        step(alices, due=20)
        wants_more(alices, mira, 8, "git")
        GoalSuggestion.objects.create(profile=alices, mentor=mira, level_id="senior")
    return alices


@pytest.mark.parametrize("alices", SHOWN, ids=lambda shown: "+".join(shown) or "-", indirect=True)
def test_every_link_leads_somewhere(alices, cohort, as_mira):
    seen, to_see = set(), {"/cohorts/", "/reviews/", f"/cohorts/{cohort.pk}/"}
    while to_see:
        address = to_see.pop()
        seen.add(address)
        response = as_mira.get(address)
        assert response.status_code == 200, address
        if not response.headers["Content-Type"].startswith("text/html"):
            continue
        new = {link for link in links_of(response) if "?" not in link}
        to_see |= new - seen
    assert len(seen) > 5
