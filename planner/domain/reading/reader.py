"""Reads a job ad or a CV: the one place where all parts of reading come together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.reading.contacts import find_contacts, find_name, is_within
from planner.domain.reading.context import Context
from planner.domain.reading.groups import Placed, group_alternatives
from planner.domain.reading.judging import Accepted, judge
from planner.domain.reading.layout import lay_out
from planner.domain.reading.lexicon import Lexicon
from planner.domain.reading.matching import find_candidates
from planner.domain.reading.normalise import MAX_CHARACTERS, normalise
from planner.domain.reading.outline import lines_about_oneself, parts_of, parts_of_work
from planner.domain.reading.positions import Positions, find_positions, years_in
from planner.domain.reading.proficiency import LevelWords, level_by_years, proposed_level
from planner.domain.reading.sections import Sections, find_sections
from planner.domain.reading.seniority import find_seniority
from planner.domain.reading.statuses import find_statuses
from planner.domain.reading.tokens import Token, tokenise
from planner.domain.reading.trade import is_foreign
from planner.domain.reading.unknown import find_unknown
from planner.domain.reading.values import (
    ASIDE,
    STATUSES,
    SURENESSES,
    Caution,
    Finding,
    Mention,
    Reading,
    Status,
    UnknownTerm,
)
from planner.domain.reading.words import words
from planner.domain.reading.words.context import FUNCTION_WORDS
from planner.domain.reading.words.headings import AD_HEADINGS, CV_HEADINGS, SectionKind
from planner.domain.reading.years import MOST_YEARS, attach_years, find_years, total_years

_WORDS_OF_A_LANGUAGE = 40  # words from which on the language can be told
_SHARE_OF_ENGLISH = 0.1
_DENIALS = ("no", "without")  # what a CV says of what somebody cannot do
_FIELDS = words("architecture domain fundamentals leadership security soft testing")
_SUBJECTS = frozenset({"database-fundamentals"})
_ROUNDED = 1  # decimals of years that were worked out from dates


@dataclass(frozen=True, slots=True)
class _Names:
    """What names a skill in a text, before anybody asks what that means."""

    text: str
    tokens: Sequence[Token]
    context: Context
    accepted: Sequence[Accepted]
    sections: Sections
    levels: LevelWords
    unknown: tuple[UnknownTerm, ...]


def read_ad(text: str, lexicon: Lexicon) -> Reading:
    """What a job ad asks for. Never raises, whatever the text; linear in its length."""
    names = _find_names(normalise(text), lexicon, AD_HEADINGS, is_ad=True)
    statuses = find_statuses(names.text)
    years = find_years(names.text)
    placed = [
        _placed(names, accepted, lambda at: statuses.of(at, names.sections.at(at)))
        for accepted in names.accepted
    ]
    mentions = group_alternatives(placed, names.text, names.tokens, names.context.layout, lexicon)
    findings = findings_of(attach_years(mentions, years))
    return Reading(
        names.text,
        findings,
        names.unknown,
        find_seniority(names.text),
        total_years(years),
        _warnings(text, names, findings),
    )


def read_cv(text: str, lexicon: Lexicon, today: date) -> Reading:
    """What a CV says that somebody can do. Never raises, whatever the text."""
    names = _find_names(normalise(text), lexicon, CV_HEADINGS)
    statuses = find_statuses(names.text)
    years = find_years(names.text)
    parts = parts_of(names.text, names.sections)
    positions = find_positions(names.text, today, parts_of_work(parts))
    private = [(part.start, part.end) for part in parts if part.kind == "private"]

    aside = (
        private,
        lines_about_oneself(names.text, names.sections),
        find_contacts(names.text),
    )

    def status_of(place: int) -> tuple[Status, str]:
        if any(is_within(spans, place) for spans in aside):
            return "context", ""
        status, cue = statuses.of(place, None)
        # Who moved something from Jenkins to GitHub Actions knows both.
        is_denied = status == "negated" and cue.lower().startswith(_DENIALS)
        return ("negated", cue) if is_denied else ("mentioned", "")

    placed = [_placed(names, accepted, status_of) for accepted in _without_name(names)]
    claimed = [_as_taught(one.mention, names.sections, lexicon) for one in placed]
    mentions = attach_years(claimed, years)
    findings = tuple(_with_positions(f, positions) for f in findings_of(mentions))
    career = round(years_in(positions.career), _ROUNDED)
    return Reading(
        names.text,
        findings,
        names.unknown,
        find_seniority(names.text),
        total_years(years) or career or None,
        _warnings(text, names, findings),
    )


def _find_names(
    text: str, lexicon: Lexicon, headings: Mapping[str, SectionKind], *, is_ad: bool = False
) -> _Names:
    tokens = tokenise(text)
    candidates = find_candidates(tokens, text, lexicon)
    places = [(tokens[c.first].start, tokens[c.last - 1].end) for c in candidates]
    sections = find_sections(text, headings, places)

    def is_claim(place: int) -> bool:
        section = sections.at(place)
        return section is not None and section.kind == "skills"

    def is_wish(place: int) -> bool:
        section = sections.at(place)
        return is_ad and section is not None and section.kind in ("required", "optional", "stack")

    context = Context(text, tokens, lay_out(tokens), lexicon, is_claim, is_wish)
    context.is_foreign = is_ad and is_foreign(tokens, candidates, lexicon)
    accepted = judge(context, candidates)
    taken = {n for c in candidates for n in range(c.first, c.last)}
    unknown = find_unknown(context, taken)
    return _Names(text, tokens, context, accepted, sections, LevelWords(text), unknown)


def _as_taught(mention: Mention, sections: Sections, lexicon: Lexicon) -> Mention:
    """A field among somebody's courses, such as operating systems, is no claim to master it."""
    section = sections.at(mention.start)
    is_course = section is not None and section.kind == "education"
    is_field = lexicon.categories[mention.skill_id] in _FIELDS or mention.skill_id in _SUBJECTS
    return replace(mention, status="context") if is_course and is_field else mention


def _without_name(names: _Names) -> Sequence[Accepted]:
    """Without what a person's name on top of a CV looks like: Anna Go, Ruby Chef, Sam Jenkins."""
    own = find_name(names.text)
    inside = [a for a in names.accepted if is_within(own, names.tokens[a.candidate.first].start)]
    is_name = len(inside) == 1
    return [
        accepted
        for accepted in names.accepted
        if accepted not in inside
        or not (is_name or accepted.candidate.form.doubt or accepted.rule.startswith("ambiguous"))
    ]


def _placed(
    names: _Names, accepted: Accepted, status_of: Callable[[int], tuple[Status, str]]
) -> Placed:
    candidate = accepted.candidate
    start = names.tokens[candidate.first].start
    end = names.tokens[candidate.last - 1].end
    status, cue = status_of(start)
    section = names.sections.at(start)
    mention = Mention(
        candidate.form.skill,
        start,
        end,
        names.text[start:end],
        accepted.rule,
        accepted.sureness,
        status,
        section.heading if section else "",
        cue,
        proficiency=names.levels.at(start, end),
    )
    return Placed(mention, candidate.first, candidate.last)


def findings_of(mentions: Iterable[Mention]) -> tuple[Finding, ...]:
    """One finding for each skill, in the order in which the text names them first."""
    by_skill: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_skill[mention.skill_id].append(mention)
    return tuple(finding_of(skill, tuple(own)) for skill, own in by_skill.items())


def finding_of(skill: str, mentions: tuple[Mention, ...]) -> Finding:
    """All mentions of a skill together: the strongest status, the greatest sureness, most years."""
    status = min((m.status for m in mentions), key=STATUSES.index)
    counting = [m for m in mentions if m.status == status]
    dated = [m for m in mentions if m.years_min is not None and m.status not in ASIDE]
    longest = max(dated, key=lambda m: m.years_min or 0, default=None)
    by_words = any(m.proficiency for m in counting)
    years = longest.years_min if longest else None
    proposed = proposed_level(counting, years)
    return Finding(
        skill,
        status,
        min((m.sureness for m in mentions), key=SURENESSES.index),
        mentions,
        years,
        longest.years_max if longest else None,
        "stated" if longest else None,
        proposed,
        None if proposed is None else "word" if by_words else "years",
    )


def _with_positions(finding: Finding, positions: Positions) -> Finding:
    """Years from the positions that mention the skill, where the text states none."""
    if finding.years_min is not None or finding.status != "mentioned":
        return finding
    worked = years_in(interval for m in finding.mentions for interval in positions.at(m.start))
    years = min(MOST_YEARS, round(worked, _ROUNDED))
    if years <= 0:
        return finding
    found = replace(finding, years_min=years, years_basis="positions")
    if found.proposed is None:
        found = replace(found, proposed=level_by_years(years), proposed_basis="years")
    return found


def _warnings(raw: str, names: _Names, findings: Sequence[Finding]) -> tuple[Caution, ...]:
    if not names.tokens:
        return ("empty",)
    found: list[Caution] = []
    if len(raw) > MAX_CHARACTERS:
        found.append("cut")
    english = sum(token.key in FUNCTION_WORDS for token in names.tokens)
    is_long = len(names.tokens) >= _WORDS_OF_A_LANGUAGE
    if is_long and english < _SHARE_OF_ENGLISH * len(names.tokens) and _has_prose(names):
        found.append("other-language")
    if not findings:
        found.append("nothing-found")
    return tuple(found)


def _has_prose(names: _Names) -> bool:
    """Whether there are sentences at all: a list of skills is of no language."""
    items = names.context.layout.items
    return len(names.tokens) / max(1, len(items)) > 3.5  # words an item
