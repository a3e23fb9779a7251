from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_mail_kinds")]

    operations = [
        migrations.AddField(
            model_name="erasure",
            name="is_for_inactivity",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="user",
            name="warned_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
    ]
