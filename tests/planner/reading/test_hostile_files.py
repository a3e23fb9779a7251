"""Files that attack, by accident or not: plain words, within the limits, and nothing is left."""

import html
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from planner.importing import FileProblemError, import_file
from planner.importing.problems import PROBLEMS
from planner.models import SkillClaim
from tests.planner.reading.files import (
    PARAGRAPH,
    archive,
    docx,
    docx_bomb,
    pdf,
    pdf_bomb,
    pdf_of_pages,
    pdf_with_loop,
    raw_pdf,
    scan,
    with_false_sizes,
)

DTD = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
FILE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
LONG = " ".join(map(str, range(25_000)))
NESTED = "<w:x>" * 9000 + "</w:x>" * 9000
FILES = {
    "empty": (lambda: b"", "empty"),
    "blank": (lambda: b" \n\t ", "empty"),
    "5 MB and more": (lambda: b"a" * 5_000_001, "too-large"),
    "user password": (lambda: pdf("Go", owner_password="a", user_password="b"), "password"),
    "scan": (scan, "scan"),
    "page without anything": (lambda: pdf_of_pages(1), "no-text"),
    "2,000 pages": (lambda: pdf_of_pages(2000), "too-many-pages"),
    "page tree in a circle": (pdf_with_loop, {"broken", "no-text"}),
    "PDF without objects": (lambda: b"%PDF-1.7\n", "broken"),
    "PDF cut off": (lambda: pdf("Python")[:300], {"broken", "no-text"}),
    "PDF of noise": (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 400, "broken"),
    "PDF without pages": (lambda: raw_pdf(b"<< /Type /Catalog >>"), {"broken", "no-text"}),
    "PDF that inflates to 80 MB": (lambda: pdf_bomb(80), {"bomb", "no-text"}),
    "DOCX that inflates to 60 MB": (lambda: docx_bomb(60), "bomb"),
    "DOCX with false sizes": (lambda: with_false_sizes(docx_bomb(30)), {"bomb", "broken"}),
    "DOCX with a DTD": (lambda: docx(PARAGRAPH.format("&b;"), prolog=DTD), "dtd"),
    "DOCX with an external entity": (lambda: docx(PARAGRAPH.format("&a;"), prolog=FILE), "dtd"),
    "DOCX of broken XML": (lambda: docx("<w:p>"), "broken"),
    "DOCX nested 9,000 deep": (lambda: docx(NESTED), {"no-text", "broken", "too-slow"}),
    "DOCX without words": (lambda: docx(""), "no-text"),
    "DOCX of 140 KB of text": (lambda: docx(PARAGRAPH.format(LONG)), "too-much-text"),
    "DOCX cut off": (lambda: docx(PARAGRAPH.format("Go"))[:-60], "broken"),
    "300 members": (lambda: archive({f"{n}.csv": "a" for n in range(300)}), "bomb"),
    "archive of other things": (lambda: archive({"messages.csv": "private"}), "no-linkedin"),
    "LinkedIn export that inflates": (lambda: archive({"Skills.csv": "a" * 30_000_000}), "bomb"),
    "manifest that inflates": (lambda: archive({"package.json": "a" * 30_000_000}), "bomb"),
    "manifests of 120 KB": (
        lambda: archive({f"{n}/go.mod": LONG[:40_000] for n in "abc"}),
        "too-much-text",
    ),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0" + bytes(500), "old-word"),
    "RTF": (lambda: b"{\\rtf1 Python}", "rtf"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
    "program": (lambda: b"\x7fELF" + bytes(500), "binary"),
    "noise": (lambda: bytes(range(32)) * 40, "binary"),
}


@pytest.mark.parametrize(("make", "codes"), FILES.values(), ids=FILES)
def test_a_hostile_file_gets_plain_words(make, codes):
    content, since = make(), time.monotonic()
    with pytest.raises(FileProblemError) as caught:
        import_file(content)
    assert caught.value.code in codes
    assert str(caught.value) == PROBLEMS[caught.value.code]
    assert time.monotonic() - since < 12


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make for make, _ in FILES.values()], ids=FILES)
def test_a_hostile_file_gets_plain_words_on_the_page(as_alice, make, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    file = SimpleUploadedFile("cv.pdf", make(), "application/pdf")
    answer = as_alice.post("/read/", {"text": "", "file": file})
    assert answer.status_code == (413 if file.size > 5_000_000 else 422)
    words = [html.escape(problem) for problem in PROBLEMS.values()]
    assert any(problem in answer.text for problem in words)
    assert list(tmp_path.iterdir()) == []
    assert not SkillClaim.objects.exists()


@pytest.mark.django_db
def test_of_too_much_pasted_text_is_said_how_to_go_on(as_alice):
    as_alice.raise_request_exception = False
    answer = as_alice.post("/read/", {"text": "Python, " * 150_000})
    assert answer.status_code == 413
    assert "more than a form may send" in answer.text
    assert "Go back: what you pasted is still there" in answer.text


def test_the_child_knows_no_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    from planner.importing import files

    seen = {}
    run = files.subprocess.run

    def spy(*args, **kwargs):
        seen.update(kwargs["env"])
        return run(*args, **kwargs)

    monkeypatch.setattr(files.subprocess, "run", spy)
    import_file(pdf("Python"))
    assert seen.keys() == {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LANG"}


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    import_file(pdf("Python"))
    assert list(tmp_path.iterdir()) == []
