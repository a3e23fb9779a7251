"""Each way in which something of a mentee could reach a mentor, and what it shows."""

import csv
import io

from django.core import mail
from django.urls import reverse

from accounts.models import MailKind, Scope, SentMail
from planner import tasks
from planner.exports.cohort_file import NOT_SHARED
from planner.models import ReviewDecision

PAGES = {
    "planner:mentee": Scope.SKILLS,
    "planner:mentee_plan": Scope.PLAN,
    "planner:mentee_evidence": Scope.EVIDENCE,
    "planner:check_ins": Scope.SKILLS,
    "planner:notes": Scope.SKILLS,
}


def is_open(client, name, *arguments):
    status = client.get(reverse(name, args=arguments)).status_code
    assert status in {200, 404}
    return status == 200


def pages_shown(client, profile):
    """The scopes' pages that open, and what the page of a review has."""
    found = {name for name in PAGES if is_open(client, name, profile.pk)}
    page = client.get(reverse("planner:review", args=[profile.review_requests.get(version=1).pk]))
    parts = {"review": page.status_code == 200, "review, evidence": "evidence of" in page.text}
    return found | {part for part, is_shown in parts.items() if is_shown}


def pages_wanted(scopes):
    found = {name for name, scope in PAGES.items() if scope in scopes}
    if Scope.SKILLS in scopes:
        found |= {"review"} | ({"review, evidence"} if Scope.EVIDENCE in scopes else set())
    return found


def matrix_shows(client, cohort):
    """Who stands in the matrix, and whether anything is shown of them; None without the page."""
    page = client.get(reverse("planner:cohort", args=[cohort.pk]))
    if page.status_code == 404:
        return None
    return {row.person.name: row.person.is_shared for row in page.context["page"].whole.rows}


def file_shows(client, cohort):
    """The same of the file."""
    answer = client.get(reverse("planner:cohort_export", args=[cohort.pk, "csv"]))
    if answer.status_code == 404:
        return None
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1:]
    return {row[0]: NOT_SHARED not in row for row in rows}


def queue_shows(client):
    """Whose claims wait in the queue."""
    return {row.one.name for row in client.get(reverse("planner:reviews")).context["rows"]}


def digest_shows(viewer, names):
    """Who is named in the morning's mail, which waited in the queue until now."""
    sent = SentMail.objects.create(user=viewer, kind=MailKind.DIGEST)
    mail.outbox.clear()
    tasks.send_digest.func(sent.pk)
    text = "".join(message.body for message in mail.outbox)
    return {name for name in names if f"- {name}: " in text}


def answers_sent(viewer):
    """To whom the answers of this mentor go that waited in the queue until now."""
    mail.outbox.clear()
    for decision in ReviewDecision.objects.filter(mentor=viewer):
        tasks.send_review_answer.func(decision.pk)
    return {address for message in mail.outbox for address in message.to}
