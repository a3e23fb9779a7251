"""load_catalogue and check_catalogue."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from fixtures import build
from planner.actions.catalogue import note_catalogue
from planner.models import (
    AssumptionEntry,
    CatalogueInForce,
    CatalogueVersion,
    CertificationEntry,
    ExpectationMember,
    SkillEntry,
    SourceEntry,
)
from planner.queries.catalogue import read_catalogue
from planner.queries.plans import archived_catalogue
from tests.factories import SkillClaimFactory

pytestmark = pytest.mark.django_db
NAME = build.catalogue().version.removesuffix(".0")


def run(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def make_older():
    CatalogueVersion.objects.update(name="2020-01-01.older")


def test_loading_what_is_loaded_takes_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        assert run("load_catalogue") == f"Catalogue {NAME}.0 is loaded already.\n"


def test_another_version_is_loaded():
    make_older()
    SkillEntry.objects.filter(id="go").update(name="Old Go")
    assert run("load_catalogue") == f"Loaded catalogue {NAME}.0.\n"
    assert read_catalogue() == build.catalogue()


def test_an_edited_catalogue_stays_as_long_as_the_shipped_one_is_the_same():
    SkillEntry.objects.filter(id="go").update(name="Golang")
    run("load_catalogue")
    assert SkillEntry.objects.get(id="go").name == "Golang"


def test_what_is_loaded_is_in_force_from_then_on():
    make_older()
    note_catalogue(timezone.now())
    before = timezone.now()
    run("load_catalogue")
    latest = CatalogueInForce.objects.latest("since", "pk")
    assert latest.catalogue_id == f"{NAME}.0"
    assert before <= latest.since <= timezone.now()
    assert archived_catalogue(latest.catalogue_id) == build.catalogue()


def test_a_database_from_before_catalogues_were_kept_begins_to_keep_them():
    CatalogueInForce.objects.all().delete()
    run("load_catalogue")
    run("load_catalogue")
    assert CatalogueInForce.objects.get().catalogue_id == f"{NAME}.0"


def test_force_undoes_edits_under_a_new_version():
    SkillEntry.objects.filter(id="go").update(name="Golang")
    key = CatalogueVersion.objects.keys().get()
    run("load_catalogue", "--force")
    assert SkillEntry.objects.get(id="go").name == "Go"
    assert CatalogueVersion.objects.keys().get() != key


def test_what_is_not_shipped_is_kept_and_named():
    make_older()
    SkillEntry.objects.create(
        id="cobol", name="COBOL", category="language", scope="adjacent", first_expected_at="mid",
        hours_low=1, hours_central=2, hours_high=3,
    )  # fmt: skip
    claim = SkillClaimFactory(skill_id="cobol")
    assert "Kept, though not shipped: skill cobol.\n" in run("load_catalogue")
    claim.refresh_from_db()


def test_members_that_are_no_longer_shipped_go():
    make_older()
    ExpectationMember.objects.create(expectation_id="mid/cloud", skill_id="helm", target=2)
    run("load_catalogue")
    assert not ExpectationMember.objects.filter(skill="helm").exists()


def test_a_load_that_fails_changes_nothing():
    make_older()
    SkillEntry.objects.filter(id="go").update(name="Old Go")
    SkillEntry.objects.create(
        id="go2", name="Go", category="language", scope="core", first_expected_at="mid",
        hours_low=1, hours_central=2, hours_high=3,
    )  # fmt: skip
    with pytest.raises(CommandError, match="could not be loaded"), transaction.atomic():
        run("load_catalogue")
    assert SkillEntry.objects.get(id="go").name == "Old Go"


def test_plain_loaddata_works():
    files = [build.HERE / f"{name}.json" for name in (*build.FILES, build.VERSION_FILE)]
    ExpectationMember.objects.all().delete()
    call_command("loaddata", *files, verbosity=0)
    assert read_catalogue() == build.catalogue()


def test_a_sound_catalogue_is_one_line():
    line = run("check_catalogue")
    assert line.startswith(f"Catalogue {NAME}.0 is sound: 174 skills, 31 certifications, ")
    assert line.count("\n") == 1


def test_faults_are_a_line_each_and_exit_status_1():
    AssumptionEntry.objects.filter(key="concavity").update(value="two")
    CertificationEntry.objects.filter(id="ckad").update(sources=["nowhere"])
    SourceEntry.objects.filter(id="L51.3").delete()
    out = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("check_catalogue", stdout=out)
    assert end.value.code == 1
    assert out.getvalue().splitlines() == [
        "certification ckad: refers to the source 'nowhere', which does not exist",
        "pay group framework: refers to the source 'L51.3', which does not exist",
        "assumptions: are not all numbers: could not convert string to float: 'two'",
        "assumption concavity: two is not 1.0 to 3.0",
    ]


def test_a_circle_of_prerequisites_is_a_fault(capsys):
    SkillEntry.objects.get(id="programming-fundamentals").prerequisites.add("python")
    with pytest.raises(SystemExit):
        call_command("check_catalogue")
    assert "prerequisites: go in a circle" in capsys.readouterr().out


def test_checking_nothing_is_an_error():
    CatalogueVersion.objects.all().delete()
    with pytest.raises(CommandError, match="No catalogue is loaded") as error:
        call_command("check_catalogue")
    assert error.value.returncode == 2
