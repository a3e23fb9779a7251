"""Whether a word that has several meanings is the skill, told from what stands around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.domain.reading.context import Context
from planner.domain.reading.matching import Candidate
from planner.domain.reading.values import Rule, Sureness
from planner.domain.reading.words import words
from planner.domain.reading.words.context import (
    FOLLOWERS,
    SIBLING_NEEDED,
    STRONG_TRIGGERS,
    TRIGGERS,
    WEAK,
)

_SKILLS_OF_TECHNICAL_TEXT = 3
_NAMES_IN_A_ROW = 3
_NAMED = words("language runtime framework database")
_TECHNICAL = words(
    "language runtime framework database api messaging devops cloud data_ai frontend testing "
    "tooling observability"
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A candidate that counts, and why."""

    candidate: Candidate
    rule: Rule
    sureness: Sureness


def judge(context: Context, candidates: Sequence[Candidate]) -> list[Accepted]:
    """The candidates that count, in the order of the text."""
    _prepare(context, candidates)
    accepted: dict[int, Accepted] = {}
    # A list may confirm itself from either end: "C, Go, Python" and "Python, Go, C".
    forward = list(enumerate(candidates))
    for sweep in (forward, forward[::-1]):
        for number, candidate in sweep:
            if number in accepted:
                continue
            if verdict := _judged(context, candidate):
                accepted[number] = verdict
                if verdict.rule != "ambiguous:case" and _is_thing(context, candidate):
                    context.certain.add(context.item(candidate))
    return [accepted[number] for number in sorted(accepted)]


def _prepare(context: Context, candidates: Iterable[Candidate]) -> None:
    skills = set()
    for candidate in candidates:
        if context.lexicon.is_technology(candidate.form):
            skills.add(candidate.form.skill)
            context.certain.add(context.item(candidate))
        elif _is_thing(context, candidate) and _is_written_as_name(context, candidate):
            context.possible.add(context.item(candidate))
    context.is_technical = len(skills) >= _SKILLS_OF_TECHNICAL_TEXT
    context.side_by_side = _side_by_side(context, candidates)


def _is_plain_name(context: Context, candidate: Candidate) -> bool:
    """Whether it is a name that means the same in every trade: PostgreSQL, but not "full-stack"."""
    form = candidate.form
    is_name = context.lexicon.categories[form.skill] in _NAMED and form.skill not in _CONCEPTS
    return is_name and form.kind == "synonym" and not form.doubt


def _is_thing(context: Context, candidate: Candidate) -> bool:
    """Whether the skill is a technology rather than a practice."""
    return context.lexicon.categories[candidate.form.skill] in _TECHNICAL


def _judged(context: Context, candidate: Candidate) -> Accepted | None:
    form = candidate.form
    if context.is_foreign and not _is_plain_name(context, candidate):
        return None
    if form.kind == "ambiguous":
        return _judged_ambiguous(context, candidate)
    rule: Rule = "implied" if form.kind == "implied" else candidate.ending
    sureness: Sureness = "likely" if form.kind == "implied" else "sure"
    if not form.doubt:
        return Accepted(candidate, rule, sureness)
    if form.doubt == "general":
        is_meant = context.is_technical or _has_reason(context, candidate)
        return Accepted(candidate, rule, "likely") if is_meant else None
    if not (reason := _reason(context, candidate)):
        return None
    is_plain = reason == "ambiguous:list" and _is_written_as_name(context, candidate)
    return Accepted(candidate, rule, sureness if is_plain else "likely")


def _judged_ambiguous(context: Context, candidate: Candidate) -> Accepted | None:
    surface = context.surface(candidate)
    written = surface if candidate.ending == "exact" else surface.rstrip("s0123456789.")
    # In a line of capitals "LAMBDA" may be "Lambda".
    calm = surface.title() if len(surface) > 1 and surface.isupper() else surface
    if not {surface, written, calm} & candidate.form.cases:
        return None
    if candidate.ending == "plural" and candidate.form.keys[0] in SIBLING_NEEDED:
        return None if surface.istitle() else _accepted_beside(context, candidate)
    if not _is_thing(context, candidate) or candidate.form.skill in _CONCEPTS:
        return _judged_concept(context, candidate)
    if not (reason := _reason(context, candidate)):
        return None
    return Accepted(candidate, reason, "guess" if reason == "ambiguous:case" else "likely")


_CONCEPTS = words(
    "rest database-fundamentals testing ml cloud-fundamentals indexing data-modeling "
    "db-migrations replication-sharding"
)


def _judged_concept(context: Context, candidate: Candidate) -> Accepted | None:
    """A practice or a field, such as "security": its spelling tells nothing."""
    key = candidate.form.keys[0]
    if key in SIBLING_NEEDED:
        return _accepted_beside(context, candidate)
    if _has_reason(context, candidate):
        return Accepted(candidate, "ambiguous:trigger", "likely")
    if context.is_beside(candidate, context.certain, 1) and context.is_at_edge(candidate):
        return Accepted(candidate, "ambiguous:list", "likely")
    is_meant = context.is_technical and key not in WEAK
    return Accepted(candidate, "ambiguous:case", "guess") if is_meant else None


def _accepted_beside(context: Context, candidate: Candidate) -> Accepted | None:
    if context.is_beside(candidate, context.certain) and context.is_at_edge(candidate):
        return Accepted(candidate, "ambiguous:list", "likely")
    return None


def _has_reason(context: Context, candidate: Candidate) -> bool:
    """Whether a trigger stands before it, or a technology beside it in a list."""
    if _is_claimed(context, candidate) or _has_strong_trigger(context, candidate):
        return True
    return context.is_whole_item(candidate) and context.is_beside(candidate, context.certain)


def _reason(context: Context, candidate: Candidate) -> Rule | None:
    """Why a word of several meanings is the technology here, None if nothing speaks for it."""
    if _is_claimed(context, candidate):
        return "ambiguous:list"
    is_name = _is_written_as_name(context, candidate)
    if _is_in_list(context, candidate, is_name=is_name):
        return "ambiguous:list"
    if candidate.form.keys[0] in SIBLING_NEEDED:
        return None
    if _has_strong_trigger(context, candidate):
        return "ambiguous:trigger"
    return _reason_of_name(context, candidate) if is_name else None


def _is_claimed(context: Context, candidate: Candidate) -> bool:
    start = context.tokens[candidate.first].start
    is_claim = context.is_claim(start) or (
        context.is_wish(start) and _is_written_as_name(context, candidate)
    )
    return is_claim and context.is_whole_item(candidate)


def _side_by_side(context: Context, candidates: Iterable[Candidate]) -> set[int]:
    """The first words of names in a list without commas, "Python Ruby Bash Java", as PDFs have."""
    return {
        candidate.first
        for run in _runs_of_names(context, candidates)
        if len(run) >= _NAMES_IN_A_ROW
        and any(context.lexicon.is_technology(one.form) for one in run)
        for candidate in run
    }


def _runs_of_names(context: Context, candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Names of technologies with nothing but a space between them."""
    run: list[Candidate] = []
    for candidate in candidates:
        token = context.tokens[candidate.first]
        is_next = bool(run) and candidate.first == run[-1].last and token.gap == "join"
        if not (is_next and context.text[token.start - 1] == " "):
            yield run
            run = []
        if _is_thing(context, candidate) and _is_written_as_name(context, candidate):
            run.append(candidate)
        else:
            yield run
            run = []
    yield run


def _is_in_list(context: Context, candidate: Candidate, *, is_name: bool) -> bool:
    if candidate.first in context.side_by_side:
        return True
    if not is_name:
        return context.is_whole_item(candidate) and context.is_beside(candidate, context.certain, 1)
    if not context.is_at_edge(candidate):
        return False
    return context.is_beside(candidate, context.certain) or context.is_beside(
        candidate, context.possible, 1
    )


def _reason_of_name(context: Context, candidate: Candidate) -> Rule | None:
    surface, letter = context.surface(candidate), 1
    before = _word(context, candidate.first - 1, context.tokens[candidate.first].gap)
    if _has_follower(context, candidate):
        return "ambiguous:trigger"
    if not context.is_technical and not context.is_wish(context.tokens[candidate.first].start):
        return None
    if before.lower() in (("in", "with", "using") if len(surface) == letter else TRIGGERS):
        return "ambiguous:trigger"
    if len(surface) == letter or not context.is_technical:
        return None
    if context.is_whole_item(candidate) and not _opens_block(context, candidate):
        return "ambiguous:list"
    if before.islower() or (surface.isupper() and before):
        return "ambiguous:case"
    return None


def _opens_block(context: Context, candidate: Candidate) -> bool:
    own = context.item(candidate)
    return own == 0 or context.layout.items[own].block != context.layout.items[own - 1].block


def _is_written_as_name(context: Context, candidate: Candidate) -> bool:
    """Whether it has a capital although its line is not all capitals."""
    surface = context.surface(candidate)
    if surface.islower():
        return False
    if not surface.isupper() or len(surface) == 1:
        return True
    near = context.tokens[max(0, candidate.first - 2) : candidate.last + 2]
    around = context.text[near[0].start : near[-1].end].replace(surface, "")
    return not around.isupper()


def _has_strong_trigger(context: Context, candidate: Candidate) -> bool:
    """Whether two words such as "experience with" stand right before it, or an adjective after."""
    first = candidate.first
    if first < 2 or context.tokens[first].gap != "join":  # two words
        return False
    two = (context.tokens[first - 2].key, context.tokens[first - 1].key)
    return two in STRONG_TRIGGERS and context.tokens[first - 1].gap == "join"


def _has_follower(context: Context, candidate: Candidate) -> bool:
    if candidate.last >= len(context.tokens) or candidate.form.keys[0] == "oracle":
        return False
    following = context.tokens[candidate.last]
    return following.gap == "join" and following.key in FOLLOWERS


def _word(context: Context, position: int, gap: str) -> str:
    """The word at a position as it is written, empty if it is not of the same item."""
    if position < 0 or gap != "join":
        return ""
    token = context.tokens[position]
    return context.text[token.start : token.end]
