"""Whatever somebody types into a form, it is taken or refused in words; nothing breaks."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fixtures import build
from planner.forms import CertificateForm, ProficiencyForm, ProfileForm, SkillSearchForm
from planner.models import Profile
from planner.models.profiles import MAX_HOURS_PER_WEEK, MAX_PAY, MAX_YEARS

TODAY = date(2026, 11, 24)
CATALOGUE = build.catalogue()
TYPED = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.sampled_from(
        ["1e999", "-0", "0.005", "$1,000", "４", "1_000", " 7 ", "0x10", "٣", "9" * 5000]
    ),
)


def data_of(*names):
    return st.fixed_dictionaries(dict.fromkeys(names, TYPED))


@given(
    data_of("years", "started_on", "place", "industry", "target", "hours_per_week", "current_pay")
)
def test_a_profile_is_within_its_bounds_or_refused(data):
    form = ProfileForm(data, profile=Profile(), catalogue=CATALOGUE, today=TODAY)
    if form.is_valid():
        cleaned = form.cleaned_data
        assert 0 <= (cleaned["years"] or 0) <= MAX_YEARS
        assert 1 <= cleaned["hours_per_week"] <= MAX_HOURS_PER_WEEK
        assert 1 <= (cleaned["current_pay"] or 1) <= MAX_PAY
    else:
        assert all(form.errors.values())


@given(TYPED, TYPED)
def test_a_certificate_ends_after_it_begins_or_is_refused(earned_on, expires_on):
    data = {"certification": "ckad", "earned_on": earned_on, "expires_on": expires_on}
    form = CertificateForm(data, catalogue=CATALOGUE, today=TODAY)
    if form.is_valid():
        assert form.cleaned_data["earned_on"] <= form.cleaned_data["expires_on"]
        assert form.cleaned_data["earned_on"] <= TODAY


@given(data_of("proficiency", "was"))
def test_a_proficiency_is_one_of_six_or_refused(data):
    form = ProficiencyForm(data)
    if form.is_valid():
        assert form.cleaned_data["proficiency"] in {None, 0, 1, 2, 3, 4}


@given(data_of("q", "area"))
def test_a_search_text_can_be_stored_and_shown(data):
    form = SkillSearchForm(data)
    if form.is_valid():
        form.cleaned_data["q"].encode()
        assert "\0" not in form.cleaned_data["q"]
