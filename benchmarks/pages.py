"""What a page costs in CPU time beside the smallest page, through the whole middleware.

    .venv/bin/python -m benchmarks.pages [rounds]

One process, a throw-away SQLite database, 20 signed-in people with many and few skills, the pages
in turn within each round, the median of the rounds. Quote the ratios: the milliseconds are this
machine's.
"""

import gc
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

CALLS = 20
PAGES = {
    "hello": "/bench/hello/",
    "sign-in page": "/accounts/login/",
    "dashboard": "/dashboard/",
    "dashboard, next skills only": "/dashboard/?rank=earnings",
    "gaps": "/gaps/",
    "skill": "/skills/kubernetes/",
    "skills editor": "/skills/",
    "certifications": "/certifications/",
    "estimate": "/estimate/",
    "method": "/method/",
    "roadmap": "/roadmap/",
    "eight job ads": "/jobs/",
    "dashboard by eight job ads": "/dashboard/?rank=jobs",
}


@contextmanager
def project() -> Iterator[None]:
    """Django on a database of its own, with the catalogue and twenty people."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DEBUG": "0",
            "SECRET_KEY": "benchmark-only-" + "x" * 50,
            "ALLOWED_HOSTS": "localhost",
            "EMAIL_URL": "smtp+tls://nobody:nothing@localhost:587",
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'bench.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        }
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("load_catalogue", stdout=io.StringIO())
        yield


def people() -> list[str]:
    """The session cookies of twenty people: half with a dozen skills, half with a hundred."""
    from django.test import Client
    from django.utils import timezone

    from accounts.models import User
    from planner.access import profile_for_editing
    from planner.models import JobAd, SkillClaim, SkillEntry
    from tests.domain.reading.examples import examples

    skills, cookies = list(SkillEntry.objects.order_by("position")), []
    for n in range(CALLS):
        user = User.objects.create_user(f"person{n}@example.com", "benchmark-only")
        profile = profile_for_editing(user)
        profile.years_stated, profile.years_stated_on = n / 2, timezone.localdate()
        profile.finish_start()
        profile.save()
        held = skills[n::12] if n % 2 else skills[n % 3 :: 2]
        SkillClaim.objects.bulk_create(
            SkillClaim(profile=profile, skill=skill, proficiency=1 + (n + k) % 4)
            for k, skill in enumerate(held)
        )
        JobAd.objects.bulk_create(
            JobAd(profile=profile, title=ad.name, text=ad.reading.text)
            for ad in examples("ads")[:8]
        )
        client = Client()
        client.force_login(user)
        cookies.append(client.cookies["sessionid"].value)
    return cookies


def caller() -> Callable[[str, str], tuple[int, int]]:
    """A function that calls the WSGI application and returns the status and the bytes."""
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()

    def call(path: str, session: str) -> tuple[int, int]:
        path, _, query = path.partition("?")
        status: list[str] = []
        environ: dict[str, Any] = {
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": f"sessionid={session}",
        }
        setup_testing_defaults(environ)
        response: Any = application(environ, lambda line, headers: status.append(line))
        size = len(b"".join(response))
        response.close()
        return int(status[0].split()[0]), size

    return call


def measured(rounds: int, works: Mapping[str, Callable[[], object]]) -> dict[str, list[float]]:
    """The milliseconds of the processor that each takes, all of them in turn within each round."""
    costs: dict[str, list[float]] = {name: [] for name in works}
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for name, work in works.items():
            begun = time.process_time()
            work()
            costs[name].append(1000 * (time.process_time() - begun))
    return costs


def main(rounds: int) -> None:
    with project():
        cookies, call = people(), caller()

        def by_all(path: str) -> None:
            for session in cookies:
                call(path, session)

        pages = {name: path for name, path in PAGES.items() if call(path, cookies[0])[0] == 200}
        costs = measured(rounds, {name: partial(by_all, path) for name, path in pages.items()})
        hello = statistics.median(costs["hello"])
        print(f"load {os.getloadavg()[0]:.1f}; {rounds} rounds of {CALLS} calls a page")
        for name, values in costs.items():
            cost = statistics.median(values)
            print(f"{name:30} {cost / len(cookies):7.2f} ms {cost / hello:7.1f} x hello")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
