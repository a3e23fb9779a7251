"""What every page must hold to, light and dark, on a wide screen and on a phone."""

import gzip
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.contrib.staticfiles import finders

WEIGHT_BUDGET = 60_000  # bytes of a page with its style sheets and scripts, gzipped
SCREENS = {1280: 900, 390: 844}  # width: height
NARROWEST = 320  # a wide screen at four times its usual size
MODES = [(scheme, width) for width in SCREENS for scheme in ("light", "dark")]
AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
OPEN_DISCLOSURES = "document.querySelectorAll('details').forEach(d => { d.open = true })"
FILES = "performance.getEntriesByType('resource').map(entry => entry.name)"
RUN_AXE = """async (options) => {
  await new Promise(requestAnimationFrame);  // the colours just chosen are in place after a frame
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  return (await axe.run(options)).violations;
}"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Tally:
    """What was audited in this run, to be said at its end."""

    pages: int = 0
    runs: int = 0
    findings: int = 0
    heaviest: int = 0

    def __str__(self):
        return (
            f"axe: {self.findings} findings on {self.pages} pages in {len(MODES)} modes"
            f" ({self.runs} runs); the heaviest page has {self.heaviest:,} bytes gzipped"
        )


@dataclass
class Audit:
    """Looks at pages with the eyes of whoever has signed in on `page`."""

    page: object
    site: str
    complaints: list[str]
    tally: Tally
    problems: list[str] = field(default_factory=list)

    def visit(self, *paths, status=200):
        for path in paths:
            response = self.page.goto(self.site + path)
            landed = self.page.url.removeprefix(self.site)
            if (response.status, landed) == (status, path):
                self.look(path, status, response.body())
            else:
                self.problems.append(f"{path}: answered {response.status} at {landed}")
                self.complaints.clear()

    def look(self, name, status=200, html=b""):
        """The page as it is now; `html` is what the server sent, if that is known."""
        html = html or self.page.content().encode()
        self.tally.pages += 1
        self.page.evaluate(OPEN_DISCLOSURES)
        self.page.evaluate(AXE_SCRIPT)
        for scheme, width in MODES:
            self.page.emulate_media(color_scheme=scheme)
            self.page.set_viewport_size({"width": width, "height": SCREENS[width]})
            self._report(f"{name} ({scheme}, {width} px)", self._axe(), self._overflow())
        self.page.set_viewport_size({"width": NARROWEST, "height": SCREENS[390]})
        self._report(f"{name} ({NARROWEST} px)", self._overflow())
        self._report(name, self._weight(html), self._complaints(status))

    def report(self):
        """All that was found, a line each; empty if the pages are as they should be."""
        return "\n".join(self.problems)

    def _report(self, where, *problems):
        self.problems += [f"{where}: {problem}" for found in problems for problem in found]

    def _axe(self):
        violations = self.page.evaluate(RUN_AXE, AXE_OPTIONS)
        found = [f"{v['id']} {node['target']}" for v in violations for node in v["nodes"]]
        self.tally.runs += 1
        self.tally.findings += len(found)
        return found

    def _complaints(self, status):
        """What the console said; it notes a refusal even where one is asked for."""
        said, self.complaints[:] = list(self.complaints), []
        return [line for line in said if status < 400 or f"status of {status}" not in line]

    def _overflow(self):
        pixels = self.page.evaluate(OVERFLOW)
        return [f"{pixels} px wider than the screen"] if pixels > 0 else []

    def _weight(self, html):
        files = [urlsplit(url).path for url in self.page.evaluate(FILES)]
        weight = len(gzip.compress(html)) + sum(map(weight_of, files))
        self.tally.heaviest = max(self.tally.heaviest, weight)
        return [f"{weight} bytes"] if weight > WEIGHT_BUDGET else []


@cache
def weight_of(path):
    if not path.endswith((".css", ".js")):
        return 0
    file = finders.find(path.removeprefix(f"/{settings.STATIC_URL.lstrip('/')}"))
    return len(gzip.compress(Path(file).read_bytes()))
