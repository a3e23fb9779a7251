"""The catalogue for administrators: entries only, nothing about people.

An edit gives the catalogue a new version. One that would make it unsound is refused as a whole,
since every page stands on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from planner.actions.catalogue import note_catalogue
from planner.domain.checks import find_faults
from planner.models import (
    AssumptionEntry,
    CatalogueVersion,
    CertificationEntry,
    ExpectationEntry,
    ExpectationMember,
    IndustryEntry,
    LevelEntry,
    PayGroupEntry,
    PlaceEntry,
    SkillEntry,
    SourceEntry,
)
from planner.queries.catalogue import CatalogueMissingError, read_catalogue

SHOWN_FAULTS = 5


class UnsoundEditError(Exception):
    """The catalogue would have faults that it did not have before."""


def edit_catalogue(view: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a view that may change rows: a new version if it does, no change if that is unsound."""
    with transaction.atomic():
        CatalogueVersion.objects.select_for_update().first()  # one editor at a time
        before = read_catalogue()
        response = view()
        after = read_catalogue()
        if after != before:
            CatalogueVersion.objects.bump(timezone.localdate())
            known = set(find_faults(before))
            if new := [str(fault) for fault in find_faults(after) if fault not in known]:
                raise UnsoundEditError("; ".join(new[:SHOWN_FAULTS]))
            note_catalogue(timezone.now())
    return response


class WordsField(forms.CharField):
    """A list of words, one on a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [word for line in (value or "").splitlines() if (word := line.strip())]


# Django's classes take no type parameters at run time, which mypy asks for.
class CatalogueAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_per_page = 200

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._guarded(request, super().changeform_view, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._guarded(request, super().delete_view, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._guarded(request, super().changelist_view, *args, **kwargs)

    def _guarded(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        try:
            return edit_catalogue(lambda: view(request, *args, **kwargs))
        except (UnsoundEditError, CatalogueMissingError) as error:
            list(messages.get_messages(request))  # reading drops "was changed successfully"
            messages.error(request, f"Nothing was saved: {error}")
            return redirect(request.path)

    def formfield_for_dbfield(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, models.JSONField) and db_field.default is list:
            return WordsField(required=False, help_text=f"{db_field.help_text} One on a line.")
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        """An id is for ever: profiles, addresses and other entries know the entry by it."""
        return () if obj is None else (self.opts.pk.name,)


@admin.register(SkillEntry)
class SkillAdmin(CatalogueAdmin):
    list_display = ("name", "id", "category", "scope", "first_expected_at", "hours_central")
    list_filter = ("category", "scope", "first_expected_at", "is_named_in_article")
    search_fields = ("id", "name", "aliases", "implied_aliases")
    filter_horizontal = ("prerequisites",)
    ordering = ("position", "id")


@admin.register(CertificationEntry)
class CertificationAdmin(CatalogueAdmin):
    list_display = ("name", "id", "vendor", "status", "primary_skill", "exam_cost_usd")
    list_filter = ("status", "vendor", "is_named_in_article")
    list_select_related = ("primary_skill",)
    search_fields = ("id", "name", "code", "vendor")
    filter_horizontal = ("evidences",)
    ordering = ("position", "id")


@admin.register(LevelEntry)
class LevelAdmin(CatalogueAdmin):
    list_display = ("name", "code", "years_from", "years_to", "pay_low", "pay_high")
    search_fields = ("code", "name")
    ordering = ("order",)


class MemberInline(admin.TabularInline):  # type: ignore[type-arg]  # see above
    model = ExpectationMember
    extra = 1
    ordering = ("position", "id")


@admin.register(ExpectationEntry)
class ExpectationAdmin(CatalogueAdmin):
    list_display = ("id", "label", "rule", "weight")
    list_filter = ("level", "rule")
    search_fields = ("id", "label", "members__skill__name")
    inlines = (MemberInline,)
    ordering = ("position", "id")


@admin.register(PayGroupEntry)
class PayGroupAdmin(CatalogueAdmin):
    list_display = ("label", "id", "rule", "points_low", "points_central", "points_high")
    list_filter = ("rule",)
    search_fields = ("id", "label")
    ordering = ("position", "id")


@admin.register(AssumptionEntry)
class AssumptionAdmin(CatalogueAdmin):
    list_display = ("key", "value", "low", "high", "meaning")
    search_fields = ("key", "meaning", "why")
    ordering = ("position", "key")


@admin.register(PlaceEntry)
class PlaceAdmin(CatalogueAdmin):
    list_display = ("name", "id", "kind", "ratio", "median")
    list_filter = ("kind",)
    search_fields = ("id", "name")
    ordering = ("position", "id")


@admin.register(IndustryEntry)
class IndustryAdmin(CatalogueAdmin):
    list_display = ("name", "id", "ratio", "median")
    search_fields = ("id", "name")
    ordering = ("position", "id")


@admin.register(SourceEntry)
class SourceAdmin(CatalogueAdmin):
    list_display = ("id", "kind", "title", "year", "licence")
    list_filter = ("kind", "year")
    search_fields = ("id", "title", "detail")
    ordering = ("position", "id")


@admin.register(CatalogueVersion)
class CatalogueVersionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # see above
    """To read only: loading and editing set it."""

    list_display = ("name", "revision", "updated_on")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
