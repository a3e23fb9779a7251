"""Ads and CVs that were written for these tests, with what a reader would say they name.

An example ends in a line of = and its labels: `required`, `optional` and `named` (anywhere else)
are skills to find, `not` are traps, `alternatives` those of them of which one is enough (of
ads), `years` and `levels` are of CVs.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from fixtures import build
from planner.domain.reading import Reading, compile_lexicon, read_ad, read_cv
from planner.domain.reading.jobs import wishes_of
from planner.domain.reading.words import words

HERE = Path(__file__).parent
TODAY = date(2026, 11, 24)
SHIPPED = build.catalogue()
LEXICON = compile_lexicon(SHIPPED.skills.values(), SHIPPED.certifications.values())
# Names of products and languages; everything else is a concept.
TECHNOLOGY = words(
    "language runtime framework database api messaging devops tooling cloud frontend observability "
    "data_ai"
)
CONCEPTS = words(
    """
    rest third-party-integration database-fundamentals nosql data-modeling query-optimization
    indexing db-migrations replication-sharding dba cicd devops deployment cloud-fundamentals
    serverless observability logging incident-response ml mlops data-engineering bi iot frontend
    mobile-backend blockchain
    """
)


@dataclass(frozen=True)
class Example:
    name: str
    text: str
    labels: dict[str, frozenset[str]]

    @property
    def skills(self) -> frozenset[str]:
        return frozenset().union(
            *(self.labels.get(k, ()) for k in ("required", "optional", "named"))
        )

    @property
    def alternatives(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(one.split("|")) for one in self.labels.get("alternatives", ()))

    @cached_property
    def reading(self) -> Reading:
        if self.name.startswith("cv-"):
            return read_cv(self.text, LEXICON, TODAY)
        return read_ad(self.text, LEXICON)


@cache
def examples(kind: str) -> tuple[Example, ...]:
    """All ads, or all cvs."""
    return tuple(_example(path, kind) for path in sorted((HERE / kind).glob("*.txt")))


def _example(path: Path, kind: str) -> Example:
    text, _, labels = path.read_text(encoding="utf-8").partition("=====\n")
    rows = (line.partition(":") for line in labels.splitlines())
    prefix = "cv-" if kind == "cvs" else ""
    return Example(prefix + path.stem, text, {k: frozenset(v.split()) for k, _, v in rows})


def is_technology(skill: str) -> bool:
    return LEXICON.categories[skill] in TECHNOLOGY and skill not in CONCEPTS


@dataclass(frozen=True)
class Score:
    """How well findings and labels agree."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def score(of: tuple[Example, ...], *, technologies: bool) -> Score:
    count: Counter[str] = Counter()
    for example in of:
        found = {s for s in example.reading.skills if is_technology(s) == technologies}
        wanted = {s for s in example.skills if is_technology(s) == technologies}
        count.update(
            right=len(found & wanted), wrong=len(found - wanted), missed=len(wanted - found)
        )
    return Score(count["right"], count["wrong"], count["missed"])


def score_of_alternatives() -> Score:
    """How many groups of alternatives are found as they are labelled, none of them by half."""
    count: Counter[str] = Counter()
    for example in examples("ads"):
        wishes = (frozenset(wish.skills) for wish in wishes_of(example.reading))
        found = {skills for skills in wishes if len(skills) > 1}
        wanted = example.alternatives
        count.update(
            right=len(found & wanted), wrong=len(found - wanted), missed=len(wanted - found)
        )
    return Score(count["right"], count["wrong"], count["missed"])


def share_of_status(label: str, status: str) -> float:
    """The share of what is labelled so that was found with the status."""
    found = [
        finding.status == status
        for example in examples("ads")
        for finding in example.reading.findings
        if finding.skill_id in example.labels.get(label, ())
    ]
    return sum(found) / len(found)
