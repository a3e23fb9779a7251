"""Job ads of Alice, for the tests of their pages."""

import re

from planner.models import JobAd

NEW = "/jobs/new/"
KAFKA = "Apache Kafka / event streaming"
AD = """Senior Backend Developer

Requirements:
- 3+ years of Python
- Kafka
- PostgreSQL or MySQL
- OpenSCAD

Nice to have:
- Terraform

Salary: $120,000 - $150,000 a year
"""


def keep(client, text=AD, **more):
    return client.post(NEW, {"text": text, "title": "Developer", "keep": "1", **more})


def an_ad(profile, text=AD, **more):
    return JobAd.objects.create(profile=profile, text=text, **{"title": "Developer", **more})


def title(response):
    return re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", response.text, re.S)[1]
