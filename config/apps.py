from django.contrib.admin.apps import AdminConfig


class SecureAdminConfig(AdminConfig):
    """Django's admin with our site in place of the default one."""

    default_site = "config.admin.SecureAdminSite"
