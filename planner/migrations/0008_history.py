"""History begins: what profiles state becomes their first events, which nothing may change."""

from django.db import migrations

KEPT = "profile_id, at, kind, key, was, now, origin"
SQLITE = [
    f"""CREATE TRIGGER planner_event_is_kept BEFORE UPDATE OF {KEPT} ON planner_event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"""
]
POSTGRESQL = [
    """CREATE FUNCTION planner_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'events are never changed'; END $$""",
    f"""CREATE TRIGGER planner_event_is_kept BEFORE UPDATE OF {KEPT} ON planner_event
        FOR EACH ROW EXECUTE FUNCTION planner_event_is_kept()""",
]
PROFILE = (
    "experience_started_on", "years_stated", "years_stated_on", "place_id", "is_remote",
    "industry_id", "hours_per_week", "current_pay", "target_id",
)
PLAN = ("objective", "horizon_months", "first", "later", "excluded", "order")


def protect(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unprotect(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER planner_event_is_kept")
    else:
        schema_editor.execute("DROP TRIGGER planner_event_is_kept ON planner_event")
        schema_editor.execute("DROP FUNCTION planner_event_is_kept()")


def plain(value):
    if value is None or value is False or value == []:
        return None
    return value if isinstance(value, (bool, int, list)) else str(value)


def stated(profile):
    """Kind, key and value of everything that a profile states."""
    for name in PROFILE:
        yield "profile", name.removesuffix("_id"), plain(getattr(profile, name))
    settings = getattr(profile, "plan_settings", None)
    if settings:
        for name in PLAN:
            yield "plan", name, plain(getattr(settings, name))
    for kept in profile.kept_plans.all():
        if kept.replaced_at is None:
            yield "plan", "kept", kept.pk
    for claim in profile.skill_claims.all():
        yield "skill", claim.skill_id, claim.proficiency
    for claim in profile.certification_claims.all():
        expires = claim.expires_on.isoformat() if claim.expires_on else None
        dates = {"earned_on": claim.earned_on.isoformat(), "expires_on": expires}
        yield "certification", claim.certification_id, dates


def begin(apps, schema_editor):
    event = apps.get_model("planner", "Event")
    profile_model = apps.get_model("planner", "Profile")
    related = ("skill_claims", "certification_claims", "kept_plans")
    profiles = profile_model.objects.select_related("plan_settings").prefetch_related(*related)
    for profile in profiles.order_by("pk").iterator(chunk_size=500):
        event.objects.bulk_create(
            event(
                profile=profile, by_id=profile.user_id, at=profile.updated_at, kind=kind, key=key,
                was=None, now=value, origin="baseline",
            )
            for kind, key, value in stated(profile)
            if value is not None
        )


class Migration(migrations.Migration):
    dependencies = [
        ("planner", "0007_progress"),
    ]

    operations = [
        migrations.RunPython(begin, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(protect, unprotect),
    ]
