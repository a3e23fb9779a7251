"""Every page: no finding of axe, a quiet console, no sideways scrolling, little weight."""

import pytest
from django.urls import reverse
from django.utils import timezone

from planner import urls
from tests.domain.people import ENTRY, MID, SENIOR
from tests.factories import ProfileFactory, UserFactory

# For the addresses that take one: plain and special cases of what they show.
EXAMPLES = {
    "skill": [{"slug": slug} for slug in ("python", "kubernetes", "mentoring")],
    "certification": [{"slug": slug} for slug in ("aws-dva", "ckad")],
    "certification_edit": [{"certification": "aws-dva"}],
}
# They lead on to another page, or give a file; those for mentors are seen in test_cohort.py.
ELSEWHERE = {"home", "start", "roadmap_export", "invitation"} | {
    "cohorts", "cohort_new", "reviews", "reviews_confirm", "snippets", "snippet_new",
}  # fmt: skip


def takes_get(client, path):
    """Whether the address is a page: what only takes a form says so without being run."""
    return "GET" in client.options(path).headers.get("Allow", "GET")


def pages_of_planner(client):
    """The addresses of all pages, later ones included, but not those of a row or a secret."""
    for pattern in urls.urlpatterns:
        unknown = dict.fromkeys(pattern.pattern.converters, 1)
        if pattern.name in ELSEWHERE or (unknown and pattern.name not in EXAMPLES):
            continue
        for words in EXAMPLES.get(pattern.name, [unknown]):
            path = reverse(f"planner:{pattern.name}", kwargs=words)
            if takes_get(client, path):
                yield path


# Who sees a page in another shape: the profile, and what its dashboard says first.
OTHERS = {
    "nothing assessed": ({"years_stated": 2}, "Say what you can do"),
    "not yet entry level": ({"skills": {"python": 1}, "years_stated": 0}, "Entry-level is"),
    "junior": ({"skills": ENTRY, "years_stated": 1}, "Mid-level is"),
    "waiting for years": ({"skills": SENIOR, "years_stated": 3}, "the years come in"),
    "above the band": ({"skills": MID, "years_stated": 4, "current_pay": 900_000}, "Senior is"),
    "at the top": ({"skills": SENIOR, "years_stated": 12}, "the highest level there is"),
}


def test_pages_for_strangers(audit):
    audit.visit("/", "/method/")
    audit.visit("/no-such-page/", status=404)
    audit.visit("/?next=%00", status=400)
    assert audit.report() == ""


def test_the_first_run(audit, page, site, sign_in):
    sign_in(UserFactory())
    audit.visit(
        *(reverse(f"planner:start_{step}") for step in ("about", "skills", "certifications"))
    )
    assert audit.report() == ""


def test_pages_of_somebody_on_their_way(audit, client, priya, sign_in):
    sign_in(priya)
    audit.visit(*pages_of_planner(client))
    assert audit.report() == ""


def test_lists_cut_to_what_was_asked_for(audit, priya, sign_in):
    sign_in(priya)
    audit.visit(
        "/skills/?q=k8s", "/skills/?q=postgers", "/skills/?q=qqqq", "/skills/?area=assessed"
    )
    audit.visit("/gaps/?level=senior&open=1", "/dashboard/?rank=earnings")
    assert audit.report() == ""


@pytest.mark.parametrize("other", OTHERS)
def test_pages_that_depend_on_where_one_stands(audit, page, sign_in, other):
    facts, verdict = OTHERS[other]
    now = timezone.now()
    profile = ProfileFactory(onboarded_at=now, years_stated_on=now.date(), **facts)
    sign_in(profile.user)
    audit.visit("/dashboard/")
    assert verdict in page.inner_text("h1")
    audit.visit("/roadmap/", "/gaps/", "/estimate/")
    assert audit.report() == ""


def test_the_account_menu(audit, page, site, priya, sign_in):
    sign_in(priya)
    page.goto(site + "/profile/")
    page.get_by_role("button", name="Account menu").click()
    audit.look("account menu")
    assert audit.report() == ""


def test_a_refused_form(audit, page, site, priya, sign_in):
    sign_in(priya)
    page.goto(site + "/profile/")
    page.fill("[name=years]", "300")
    page.get_by_role("button", name="Save profile").click()
    page.wait_for_selector(".error-summary")
    audit.look("refused profile", 422)
    assert audit.report() == ""
