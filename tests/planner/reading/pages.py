"""Handling the pages that read a text, and finding things on them."""

import html
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import ProfileFactory

URL = "/read/"
CV = """Alice Marchetti
alice@example.com

Work experience

Senior Developer, Larfield
03/2019 - 02/2025
• Django and PostgreSQL
• Used Prometheus

Skills
Python (expert), Kafka, OpenSCAD, Redis

Certificates
AWS Certified Developer - Associate
"""


def somebody_who_knows_redis(alice):
    return ProfileFactory(user=alice, skills={"redis": 2})


def review(client, text=CV, **more):
    return client.post(URL, {"text": text, **more})


def token_of(response, name="text"):
    """The hidden field of the last form; a text that looks like an ad has another before it."""
    return html.unescape(re.findall(rf'name="{name}" value="([^"]+)"', response.text)[-1])


def add(client, response, **levels):
    fields = {f"level-{skill}": str(level) for skill, level in levels.items()}
    return client.post(reverse("planner:read_add"), {"text": token_of(response), **fields})


def held(profile):
    return dict(profile.skill_claims.values_list("skill_id", "proficiency"))


def row(response, skill):
    return re.search(rf'<li class="[^"]*" id="found-{skill}".*?</fieldset>', response.text, re.S)[0]


def chosen(response, skill):
    return re.findall(r'value="(\w+)" checked', row(response, skill))


def sent(name, content):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
