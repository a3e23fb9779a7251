"""A list of people out of bytes: whoever made the file, and whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.rosters import MAX_ROWS, RosterError, read_roster

TWO = "email,name\nalice@example.com,Alice Ångström\nbob@example.com,Bob\n"


def people(text, encoding="utf-8"):
    return [(e.email, e.name) for e in read_roster(text.encode(encoding)).entries]


def faults(text):
    return [(fault.line, fault.why) for fault in read_roster(text.encode()).faults]


def error(content):
    with pytest.raises(RosterError) as found:
        read_roster(content)
    return str(found.value)


@pytest.mark.parametrize(
    ("encoding", "called"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_every_usual_encoding_is_read(encoding, called):
    roster = read_roster(TWO.encode(encoding))
    assert [entry.name for entry in roster.entries] == ["Alice Ångström", "Bob"]
    assert roster.encoding == called


def test_big_endian_too():
    assert len(read_roster(b"\xfe\xff" + TWO.encode("utf-16-be")).entries) == 2


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(separator, end):
    text = TWO.replace(",", separator).replace("\n", end)
    assert people(text) == [
        ("alice@example.com", "Alice Ångström"), ("bob@example.com", "Bob"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "E-Mail,Name", "EMAIL ADDRESS,full name", "e_mail;Participant", "E-Mail-Adresse;Name",
        "mail\tstudent name", "Adresse,Nom",
    ],
)  # fmt: skip
def test_the_head_is_known_in_several_spellings(head):
    separator = next(s for s in ";\t," if s in head)
    row = separator.join(["alice@example.com", "Alice"])
    assert people(f"{head}\n{row}") == [("alice@example.com", "Alice")]


def test_names_may_stand_in_two_columns_in_any_place():
    text = "Last name,x,Email,Vorname,First name\nMoreau,1,Alice@Example.com,?,Alice\n"
    assert people(text) == [("alice@example.com", "? Moreau")]


def test_where_somebody_lives_is_not_their_address():
    assert people("Address,Email\nOxford,alice@example.com") == [("alice@example.com", "")]


def test_without_a_head_the_addresses_are_found():
    assert people("Alice,alice@example.com\nBob,bob@example.com") == [
        ("alice@example.com", "Alice"), ("bob@example.com", "Bob"),
    ]  # fmt: skip


def test_quoted_cells_empty_lines_and_short_rows():
    text = '\nemail,name\n\nalice@example.com,"Moreau,\n Alice"\n,,\nbob@example.com\n'
    assert people(text) == [("alice@example.com", "Moreau, Alice"), ("bob@example.com", "")]


def test_faults_name_their_lines():
    text = (
        "email,name\nalice@example.com,Alice\nnobody,Bob\n,Cleo\nALICE@example.com,Again\n"
        'dan@example.com,=HYPERLINK("x")\n+1@example.com,Eve\nfay@example.com,' + "x" * 151
    )
    assert faults(text) == [
        (3, "That is no e-mail address."),
        (4, "There is no address."),
        (5, "The same address stands in line 2."),
        (6, "It starts like a formula of a spreadsheet."),
        (7, "It starts like a formula of a spreadsheet."),
        (8, "The name has more than 150 characters."),
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝"])
def test_a_name_that_is_a_formula_is_left_out(sign):
    assert faults(f"email,name\nalice@example.com,{sign}1+1")


@pytest.mark.parametrize("name", ["A\u202egnp", "A\x07", "A\x00"])
def test_a_name_that_reads_as_something_else_is_left_out(name):
    text = f"email,name\nalice@example.com,{name}".encode("utf-16")
    assert [fault.why for fault in read_roster(text).faults] == [
        "Use letters, digits and ordinary punctuation only."
    ]


@pytest.mark.parametrize("name", ["Win at https://x.example", "www.x.example"])
def test_a_name_is_no_place_for_a_link(name):
    assert faults(f"email,name\nalice@example.com,{name}") == [(2, "This is no place for a link.")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"name,group\nAlice,1", 'No column is called "email"'),
        (b"PK\x03\x04rest", "This is a spreadsheet"),
        (b"\x89PNG\r\n\x1a\n\0\0", "This is not a text file"),
        (b"\xff\xfea", "cannot be read"),
        (b"email\n\x81\x8d", "cannot be read"),
        (b'email\n"alice@example.com', "Line 2 cannot be read"),
        (b"email\n" + b"x" * 1_000_000, "larger than 1 MB"),
    ],
)
def test_what_cannot_be_read_says_why(content, said):
    assert said in error(content)


@pytest.mark.parametrize(("number", "fits"), [(MAX_ROWS, True), (MAX_ROWS + 1, False)])
def test_a_thousand_people_fit(number, fits):
    text = "email\n" + "".join(f"p{n}@example.com\n" for n in range(number))
    if fits:
        assert len(people(text)) == number
    else:
        assert "1,001 people" in error(text.encode())


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode(errors="replace")))
def test_any_bytes_are_a_roster_or_an_error_in_words(content):
    for beginning in (b"", b"email,name\n"):
        try:
            roster = read_roster(beginning + content)
        except RosterError:
            continue
        emails = [entry.email for entry in roster.entries]
        assert len(emails) == len(set(emails))
