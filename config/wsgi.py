import os
import re
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

django = get_wsgi_application()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django's application, but for queries in another charset than UTF-8.

    Reading one in a charset that is not for text fails before any middleware is asked. They
    are refused in any case (`config.middleware.OddTextMiddleware`): the query is not needed.
    """
    content_type = environ.get("CONTENT_TYPE", "")
    if "charset" in content_type.lower() and not re.search(
        r"charset=\"?utf-?8", content_type, re.IGNORECASE
    ):
        environ = {**environ, "QUERY_STRING": ""}
    return django(environ, start_response)
