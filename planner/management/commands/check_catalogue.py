import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from planner.domain.checks import find_faults
from planner.queries.catalogue import CatalogueMissingError, read_catalogue


class Command(BaseCommand):
    help = "Check that the loaded catalogue is sound: one line for each fault, and exit status 1."

    def handle(self, **options: Any) -> None:
        try:
            catalogue = read_catalogue()
        except CatalogueMissingError as error:
            raise CommandError(str(error), returncode=2) from error
        faults = find_faults(catalogue)
        for fault in faults:
            self.stdout.write(str(fault))
        if faults:
            sys.exit(1)
        self.stdout.write(
            f"Catalogue {catalogue.version} is sound: {len(catalogue.skills)} skills, "
            f"{len(catalogue.certifications)} certifications, "
            f"{len(catalogue.expectations)} expectations, {len(catalogue.pay_groups)} pay groups, "
            f"{len(catalogue.assumptions)} assumptions, {len(catalogue.places)} places, "
            f"{len(catalogue.industries)} industries, {len(catalogue.sources)} sources."
        )
