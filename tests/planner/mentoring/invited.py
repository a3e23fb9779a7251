"""The link of an invitation, and what can be done with it."""

from accounts.models import Membership

TOKEN = "inv_a-token-that-is-known-here"
LINK, PAGE, DECLINE = f"/invitation/{TOKEN}/", "/invitation/", "/invitation/decline/"


def accept(browser, mentor, *scopes, **more):
    return browser.post(PAGE, {"scopes": scopes, "mentors": [mentor.pk], **more})


def refused(response, status, words):
    """It says why not, and nobody has joined."""
    assert response.status_code == status
    assert words in response.text
    assert not Membership.objects.exists()
