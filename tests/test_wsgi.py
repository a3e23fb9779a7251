from wsgiref.util import setup_testing_defaults

import pytest

from config.wsgi import application


def status_of(content_type, query="a=1"):
    environ = {
        "PATH_INFO": "/healthz",
        "QUERY_STRING": query,
        "CONTENT_TYPE": content_type,
        "HTTP_HOST": "localhost",
    }
    setup_testing_defaults(environ)
    statuses = []
    response = application(environ, lambda status, headers: statuses.append(status))
    response.close()
    return int(statuses[0][:3])


@pytest.mark.parametrize("charset", ["hex", "rot13", "utf-16", "HEX", "no-such"])
def test_a_query_in_another_charset_is_refused_or_read_as_utf8(charset):
    assert status_of(f"text/plain; charset={charset}") == (200 if charset == "no-such" else 400)


@pytest.mark.parametrize("content_type", ["", "text/plain", "text/plain; charset=utf-8"])
def test_usual_queries_pass(content_type):
    assert status_of(content_type) == 200
