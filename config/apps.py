from importlib import import_module

from django.contrib.admin.apps import SimpleAdminConfig


class CatalogueAdminConfig(SimpleAdminConfig):
    """Load the admin of the catalogue only: packages would add tables about people."""

    default_site = "config.admin.SecureAdminSite"

    def ready(self) -> None:
        super().ready()
        import_module("planner.admin")
