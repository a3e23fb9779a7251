"""The catalogue, for commands that can do nothing without it."""

from django.core.management.base import CommandError
from django.db import DatabaseError

from planner.domain.catalogue import Catalogue
from planner.queries.catalogue import CatalogueMissingError, current_catalogue


def loaded_catalogue() -> Catalogue:
    """The current one. Raises CommandError, with what to do about it, if there is none."""
    try:
        return current_catalogue()
    except CatalogueMissingError as error:
        raise CommandError(f"catalogue: {error}", returncode=2) from error
    except DatabaseError as error:
        message = "the database has none: run `manage.py migrate` and `manage.py load_catalogue`"
        raise CommandError(f"catalogue: {message}", returncode=2) from error
