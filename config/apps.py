from importlib import import_module
from importlib.util import find_spec

from django.contrib.admin.apps import SimpleAdminConfig


class CatalogueAdminConfig(SimpleAdminConfig):
    """Load the admin of the catalogue only: packages would add tables about people."""

    default_site = "config.admin.SecureAdminSite"

    def ready(self) -> None:
        super().ready()
        if find_spec("planner.admin"):
            import_module("planner.admin")
