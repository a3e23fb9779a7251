"""Words that a mentor writes again and again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.http import SignedInRequest
from planner import access, actions
from planner.access import mentor_required
from planner.forms.reviews import SnippetForm
from planner.models import Snippet
from planner.queries.catalogue import current_catalogue
from planner.queries.reviews import load_snippets

FORM = require_http_methods(["GET", "HEAD", "POST"])
FULL = f"You keep {actions.MAX_SNIPPETS} snippets, which is as many as fit. Remove one first."


@require_safe
@mentor_required
def snippets(request: SignedInRequest) -> HttpResponse:
    context = {"snippets": load_snippets(request.user)}
    return render(request, "planner/mentoring/snippets.html", context)


@FORM
@mentor_required
def snippet_new(request: SignedInRequest) -> HttpResponse:
    return _edit(request, Snippet(mentor=request.user, skill_id=request.GET.get("skill")))


@FORM
@mentor_required
def snippet_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    return _edit(request, access.snippet_for_editing(request.user, pk))


@require_POST
@mentor_required
def snippet_remove(request: SignedInRequest, pk: int) -> HttpResponse:
    snippet = access.snippet_for_editing(request.user, pk)
    snippet.delete()
    messages.success(request, f"“{snippet.title}” is removed.")
    return redirect("planner:snippets")


def _edit(request: SignedInRequest, snippet: Snippet) -> HttpResponse:
    initial = {"title": snippet.title, "skill": snippet.skill_id, "text": snippet.text}
    sent = request.POST if request.method == "POST" else None
    form = SnippetForm(sent, catalogue=current_catalogue(), initial=initial)
    if form.is_valid():
        try:
            actions.save_snippet(snippet=snippet, fields=form.to_fields())
        except actions.TooManySnippetsError:
            form.add_error(None, FULL)
        else:
            messages.success(request, f"“{snippet.title}” is kept.")
            return redirect("planner:snippets")
    context = {"form": form, "pk": snippet.pk}
    status = 422 if form.is_bound else 200
    return render(request, "planner/mentoring/snippet.html", context, status=status)
