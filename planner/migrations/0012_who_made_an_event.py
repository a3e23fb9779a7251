"""Who made an event is kept as well: it can only be forgotten, as when their account goes."""

from django.db import migrations

NAME = "planner_event_keeps_who"
SQLITE = f"""CREATE TRIGGER {NAME} BEFORE UPDATE OF id, by_id ON planner_event
    WHEN NEW.by_id IS NOT NULL OR NEW.id <> OLD.id
    BEGIN SELECT RAISE(ABORT, 'events are never changed'); END"""
POSTGRESQL = f"""CREATE TRIGGER {NAME} BEFORE UPDATE OF id, by_id ON planner_event
    FOR EACH ROW WHEN (NEW.by_id IS NOT NULL OR NEW.id <> OLD.id)
    EXECUTE FUNCTION planner_event_is_kept()"""


def protect(apps, schema_editor):
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def unprotect(apps, schema_editor):
    where = "" if schema_editor.connection.vendor == "sqlite" else " ON planner_event"
    schema_editor.execute(f"DROP TRIGGER {NAME}{where}")


class Migration(migrations.Migration):
    dependencies = [
        ("planner", "0011_certificate_reminders"),
    ]

    operations = [
        migrations.RunPython(protect, unprotect),
    ]
