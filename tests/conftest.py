"""What every test may use, and what the run says about itself."""

import os
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult
from hypothesis import Phase, settings

# The same cases in every run, so that a failure belongs to the change at hand, and no long search
# for the smallest one. `--hypothesis-profile=explore` looks for new ones.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, phases=[Phase.explicit, Phase.generate]
)
settings.register_profile("explore", deadline=None)
settings.load_profile("repeatable")

# Playwright keeps an event loop in the thread, which Django takes for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = (
    os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
)
BROWSER_TESTS = Path(__file__).parent / "browser"
database_key = pytest.StashKey[str]()
cells_key = pytest.StashKey[int]()


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker(pytest.mark.browser)


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and not CHROMIUM:
        verdict = pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip
        verdict("no Chromium: install one or set CHROMIUM to its path")


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        call_command("load_catalogue")
        version = ".".join(map(str, connection.get_database_version()))
    request.config.stash[database_key] = f"{connection.display_name} {version}"


def pytest_terminal_summary(terminalreporter, config):
    """Count the cells of `tests/permissions`, and name the databases.

    `./dev test` tells about the run before this one.
    """
    if cells := config.stash.get(cells_key, 0):
        terminalreporter.write_line(f"Permissions: {cells} cells")
    tested = [os.environ.get("DATABASES_TESTED"), config.stash.get(database_key, None)]
    terminalreporter.write_line("Databases tested: " + (", ".join(filter(None, tested)) or "none"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    # Chromium does not start its sandbox as root, which is what CI machines run as.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": arguments}


@pytest.fixture
def context(context):
    """Wait for a page no longer than a person would."""
    context.set_default_timeout(10_000)
    return context


@pytest.fixture
def run_tasks(db):
    """Do what waits in the queue, as the worker does; an error in a task fails the test."""

    def run():
        while waiting := DBTaskResult.objects.ready().first():
            waiting.claim("test")
            waiting.task.func(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])
            waiting.set_successful(None)

    return run
