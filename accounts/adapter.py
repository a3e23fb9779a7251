from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.models import Erasure, User


class AccountAdapter(DefaultAccountAdapter):
    def clean_email(self, email: str) -> str:
        """Allauth would cut an address that is too long and confirm somebody else's."""
        MaxLengthValidator(User._meta.get_field("email").max_length)(email)
        return super().clean_email(email)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **how: Any) -> HttpResponse:
        """Whoever is about to be erased is told first; who was only away is kept."""
        response = super().post_login(request, user, **how)
        erasure = Erasure.objects.filter(user=user.pk).first()
        if erasure is None:
            return response
        if not erasure.is_for_inactivity:
            return redirect("planner:my_data_leave")
        erasure.delete()
        messages.success(request, "Welcome back. Your account stays; nothing was erased.")
        return response
