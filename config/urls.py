from django.contrib import admin
from django.urls import include, path

from accounts import views as account_views

urlpatterns = [
    path("", include("planner.urls")),
    path("accounts/", include("allauth.urls")),
    path("theme/", account_views.set_theme, name="theme"),
    path("healthz", account_views.healthz, name="healthz"),
    path("admin/", admin.site.urls),
]

handler400 = "config.errors.bad_request"
