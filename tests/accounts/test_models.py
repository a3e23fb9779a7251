import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from accounts.models import User
from accounts.validators import validate_plain_text
from tests.factories import UserFactory


def test_a_user_is_created_with_an_address_in_lower_case(db):
    alice = User.objects.create_user("Alice@Example.COM", "secret")
    assert alice.email == "alice@example.com"
    assert not alice.is_staff
    assert User.objects.get_by_natural_key("ALICE@example.com") == alice


def test_a_superuser_is_staff(db):
    assert User.objects.create_superuser("root@example.com", "secret").is_staff


@pytest.mark.parametrize(
    "fields", [{"email": "Upper@example.com"}, {"email": "alice@example.com"}, {"theme": "pink"}]
)
def test_the_database_refuses_what_the_model_does_not_allow(db, fields):
    UserFactory(email="alice@example.com")
    with pytest.raises(IntegrityError):
        UserFactory(**fields)


def test_cleaning_brings_address_and_name_into_one_form(db):
    user = UserFactory.build(email="Alice@Example.com", name=" Zoe\u0308 ")
    user.clean()
    assert (user.email, user.name) == ("alice@example.com", "Zoë")


@pytest.mark.parametrize(("name", "shown"), [("Alice", "Alice"), ("", "a@example.com")])
def test_a_user_is_shown_by_name_or_address(name, shown):
    assert str(User(email="a@example.com", name=name)) == shown


@pytest.mark.parametrize("text", ["Zoë O’Neill-Łukasz", "李小龍", "محمد", "👩‍💻", ""])
def test_names_of_all_scripts_are_plain_text(text):
    assert validate_plain_text(text) is None


@pytest.mark.parametrize("text", ["\0", "a\nb", "\x7f", "\ud800", "\u202e", "\u2066"])
def test_what_is_not_plain_text_is_refused(text):
    with pytest.raises(ValidationError):
        validate_plain_text(text)
