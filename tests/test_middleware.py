"""What surrounds every view."""

import pytest

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
)
PRIVATE = "/accounts/2fa/"
PUBLIC = "/accounts/login/"


def test_the_content_security_policy_allows_nothing_but_our_own_files(client, db):
    assert client.get(PUBLIC).headers["Content-Security-Policy"] == CSP


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ],
)
@pytest.mark.parametrize("url", [PUBLIC, "/healthz", "/no-such-page/"])
def test_every_answer_carries_the_browser_headers(client, db, url, header, value):
    assert client.get(url).headers[header] == value


def test_cameras_and_the_like_are_switched_off(client):
    assert "camera=()" in client.get("/healthz").headers["Permissions-Policy"]


def test_pages_are_kept_out_of_caches(client, db):
    response = client.get(PUBLIC)
    assert "no-store" in response.headers["Cache-Control"]
    assert "HX-Request" in response.headers["Vary"]


def test_a_stranger_is_sent_to_sign_in_and_back(client, db):
    assert client.get(PRIVATE).url == f"/accounts/login/?next={PRIVATE}"


def test_htmx_leaves_the_page_when_the_session_is_over(client, db):
    response = client.get(PRIVATE, headers={"HX-Request": "true"})
    assert response.status_code == 401
    assert response.headers["HX-Redirect"] == "/accounts/login/?next=%2Faccounts%2F2fa%2F"


def test_htmx_does_not_come_back_to_the_address_of_a_write(client, db):
    response = client.post(PRIVATE, headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"] == "/accounts/login/"


@pytest.mark.parametrize(
    "url", ["/healthz?q=%00", "/skills/%00/", "/healthz?%00", "/healthz?q=a\0"]
)
def test_a_nul_character_in_the_address_is_a_bad_request(client, url):
    assert client.get(url).status_code == 400


def test_a_nul_character_in_a_cookie_is_a_bad_request(client):
    client.cookies["sessionid"] = "a" * 32 + "\0"
    assert client.get(PRIVATE).status_code == 400


@pytest.mark.parametrize("query", ["q=%2500", "q=100%25", "q=%ED%A0%80", "q=%FF"])
def test_other_odd_characters_go_through(client, query):
    assert client.get(f"/healthz?{query}").status_code == 200


def test_the_health_check_asks_no_database(client):
    assert client.get("/healthz").content == b"ok"


def test_a_forged_host_is_a_bad_request(client):
    assert client.get("/healthz", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("url", ["/healthz?q=%00", "/no-such-page/"])
def test_an_error_is_kept_out_of_caches_too(client, url):
    response = client.get(url)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("charset", ["hex", "unicode_escape", "utf-16", "latin-1"])
def test_text_in_another_charset_is_a_bad_request(client, method, charset):
    kind = f"multipart/form-data; boundary=x; charset={charset}"
    response = client.generic(method, "/healthz", b"--x--", kind)
    assert response.status_code == 400


def test_to_say_utf_8_is_fine(client):
    kind = "application/x-www-form-urlencoded; charset=UTF-8"
    assert client.post("/theme/", "theme=dark", content_type=kind).status_code == 302
