import pytest

pytestmark = pytest.mark.django_db


def choose(client, theme="dark", back="/skills/"):
    return client.post("/theme/", {"theme": theme, "next": back})


def test_a_stranger_keeps_the_theme_in_a_cookie(client):
    response = choose(client)
    assert (response.status_code, response.url) == (302, "/skills/")
    assert client.cookies["theme"].value == "dark"


def test_somebody_signed_in_keeps_it_in_the_account(client, alice):
    client.force_login(alice)
    choose(client)
    alice.refresh_from_db()
    assert alice.theme == "dark"


def test_a_theme_that_does_not_exist_is_refused(client, alice):
    client.force_login(alice)
    assert choose(client, theme="pink").status_code == 400
    alice.refresh_from_db()
    assert alice.theme == "system"


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example",
        "javascript:alert(1)",
        "",
        "/\0",
        "[]",
        "é",
        "\\\\evil",
    ],
)
def test_the_way_back_stays_on_this_site(client, back):
    response = choose(client, back=back)
    assert response.headers.get("Location", "/") == "/"


def test_looking_does_not_change_the_theme(client):
    assert client.get("/theme/?theme=dark").status_code == 405
