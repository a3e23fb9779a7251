"""What is read out of files of every kind."""

import pytest

from planner.importing import import_file
from planner.importing.decoding import decode
from tests.planner.reading.files import PARAGRAPH, archive, docx, pdf, pdf_of_columns


def test_the_lines_of_a_pdf_stay_lines():
    text = import_file(pdf("Skills", "Python and Go", "PostgreSQL")).text
    assert text.split("\n")[:3] == ["Skills", "Python and Go", "PostgreSQL"]


def test_columns_of_a_pdf_are_not_mixed_up():
    text = import_file(pdf_of_columns(["Python", "Django"], ["Redis", "Kafka"])).text
    assert {"Python", "Django", "Redis", "Kafka"} <= set(text.split())


def test_a_pdf_that_only_restricts_printing_is_read():
    assert "Kotlin" in import_file(pdf("Kotlin", owner_password="secret")).text


BOX = (
    '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:txbxContent>{0}</w:txbxContent>'
    "</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
)


def test_all_of_a_word_document_is_read():
    cells = "".join(f"<w:tc>{PARAGRAPH.format(word)}</w:tc>" for word in ("Java", "Go"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    content = docx(
        PARAGRAPH.format("Python") + table + BOX.format(PARAGRAPH.format("Rust")),
        header1=PARAGRAPH.format("Kotlin"),
        footer1=PARAGRAPH.format("Scala"),
        footnotes=PARAGRAPH.format("Perl"),
    )
    words = ["Kotlin", "Python", "Java", "Go", "Rust", "Perl", "Scala"]
    assert import_file(content).text.split() == words


def test_short_cells_of_a_table_stay_on_one_line():
    dates, long = PARAGRAPH.format("2019 - 2021"), PARAGRAPH.format("Java") * 2
    rows = "".join(
        f"<w:tr><w:tc>{left}</w:tc><w:tc>{right}</w:tc></w:tr>"
        for left, right in ((dates, PARAGRAPH.format("Go")), (dates, long))
    )
    lines = import_file(docx(f"<w:tbl>{rows}</w:tbl>")).text.split("\n")
    assert [line for line in lines if line] == ["2019 - 2021\tGo\t", "2019 - 2021\tJava", "Java"]


def test_a_word_document_keeps_its_lines():
    text = import_file(docx(PARAGRAPH.format("Spring") + PARAGRAPH.format("Boot"))).text
    assert text.split("\n") == ["Spring", "Boot", ""]


def test_of_an_archive_only_three_files_are_opened():
    files = {"Skills.csv": "Name\nGo\n", "a/Positions.csv": "x", "messages.csv": "private"}
    assert import_file(archive(files)).files == {"Skills.csv": "Name\nGo\n", "Positions.csv": "x"}


def test_json_comes_as_data_and_a_bracket_makes_no_json():
    assert import_file(b'\xef\xbb\xbf{"skills": []}').data == {"skills": []}
    assert import_file(b"[Go] developer").format == "text"
    assert import_file(b"[" * 100_000).format == "text"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_read_in_every_encoding(encoding):
    assert (
        decode("Café – Zürich, Python".encode(encoding)).strip("\ufeff") == "Café – Zürich, Python"
    )


def test_every_byte_gives_some_text():
    assert len(decode(bytes(range(9, 14)) + bytes(range(32, 256)))) == 229
