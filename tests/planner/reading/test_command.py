"""`manage.py read_skills`, as design/contract fixes it."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.planner.reading.files import PARAGRAPH, archive, docx, pdf

pytestmark = pytest.mark.django_db
AD = "Requirements:\n- 3 years of PostgreSQL\nNice to have:\n- Go, Haskell"


@pytest.fixture
def read(tmp_path, capsys):
    def run(content, name="ad.txt", *options):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("read_skills", str(path), *options)
        return capsys.readouterr().out

    return run


def test_the_document_has_what_the_contract_names(read):
    document = json.loads(read(AD, "ad.txt", "--json"))
    postgresql, go = document["findings"]
    assert {
        "skill": "postgresql",
        "status": "required",
        "years": 3,
        "confidence": "sure",
    }.items() <= (postgresql.items())
    assert go["status"] == "optional"
    mention = postgresql["mentions"][0]
    assert document["text"][mention["start"] : mention["end"]] == mention["text"] == "PostgreSQL"
    assert document["unknown_terms"] == ["Haskell"]
    assert document["warnings"] == []


def test_the_text_quotes_its_reasons(read):
    text = read(AD)
    assert "PostgreSQL: required, 3 years (sure)" in text
    assert "• 3 years of PostgreSQL  [a name of it]" in text
    assert "Not in the catalogue: Haskell" in text


def test_what_speaks_for_a_skill_may_be_the_file_itself(read):
    text = read("flask==3\n", "requirements.txt")
    assert "Flask: mentioned (sure)\n    flask==3  [part of the project]" in text
    assert "Python: mentioned (sure)\n    the file itself" in text


@pytest.mark.parametrize(
    ("content", "name", "skill"),
    [
        (pdf("Work experience", "Kotlin services"), "cv.pdf", "kotlin"),
        (docx(PARAGRAPH.format("Work experience: Kotlin")), "cv", "kotlin"),
        (archive({"Skills.csv": "Name\nGo\n"}), "export.zip", "go"),
        ("Name\nGo\n", "Skills.csv", "go"),
        ('{"skills": [{"name": "Go"}]}', "resume.json", "go"),
        ("flask==3", "requirements.txt", "flask"),
        ("", "Dockerfile.txt", None),
    ],
)
def test_the_kind_is_guessed(read, content, name, skill):
    if skill is None:
        with pytest.raises(CommandError, match="file: The file is empty"):
            read(content, name)
    else:
        document = json.loads(read(content, name, "--json"))
        assert skill in {finding["skill"] for finding in document["findings"]}


@pytest.mark.parametrize("kind", [(), ("--kind=manifest",)])
def test_manifests_are_read_together(read, kind):
    files = {
        "api/requirements.txt": "flask==3\nredis==5\n",
        "Dockerfile": "FROM redis:7\n",
        "b.md": "",
    }
    pasted = "".join(f"==> {name} <==\n{text}" for name, text in files.items())
    for content, name in ((archive(files), "project.zip"), (pasted, "all.txt")):
        document = json.loads(read(content, name, "--json", *kind))
        found = {f["skill"]: [m["text"] for m in f["mentions"]] for f in document["findings"]}
        assert found["redis"] == ["redis", "redis:7"]
        assert {"flask", "python", "docker"} <= set(found)
        for finding in document["findings"]:
            assert (finding["status"], finding["years"]) == ("mentioned", None)
            for mention in finding["mentions"]:
                place = document["text"][mention["start"] : mention["end"]]
                assert place == mention["text"]


def test_of_manifests_that_cannot_be_read_is_said_why(read):
    with pytest.raises(CommandError, match=r"package\.json cannot be read"):
        read(archive({"package.json": "{"}), "a.zip")
    both = archive({"package.json": "{", "go.mod": "go 1.22"})
    document = json.loads(read(both, "a.zip", "--json"))
    assert [finding["skill"] for finding in document["findings"]] == ["go"]


def test_certificates_are_named(read):
    cv = "Certificates\nAWS Certified Developer – Associate\nCKA"
    document = json.loads(read(cv, "cv.txt", "--kind=cv", "--json"))
    assert document["certificates"] == ["aws-dva", "cka"]


def test_of_a_long_text_the_first_100_kb_are_read(read):
    document = json.loads(read("Python, " * 20_000, "ad.txt", "--json"))
    assert document["warnings"] == ["Only the first 100 KB were read."]
    assert [finding["skill"] for finding in document["findings"]] == ["python"]


def test_the_kind_that_is_given_counts(read):
    assert '"context"' in read("Interests\nPython", "ad.txt", "--kind=cv", "--json")
    with pytest.raises(CommandError, match="JSON Resume"):
        read("[1]", "x.json", "--kind=json-resume")
    with pytest.raises(CommandError, match="no manifest"):
        read("Python", "notes.txt", "--kind=manifest")
    for kind in ("ad", "cv", "json-resume", "manifest"):
        with pytest.raises(CommandError, match="LinkedIn export or as manifests only"):
            read(archive({"Skills.csv": "Name"}), "a.zip", f"--kind={kind}")
    with pytest.raises(CommandError, match="none of Skills"):
        read(archive({"go.mod": "go 1.22"}), "a.zip", "--kind=linkedin")


def test_what_cannot_be_read_is_said_with_status_2(read, tmp_path):
    with pytest.raises(CommandError, match="file: cannot be read") as caught:
        call_command("read_skills", str(tmp_path / "none.txt"))
    assert caught.value.returncode == 2
    with pytest.raises(CommandError, match="This is RTF") as caught:
        read("{\\rtf1 Go}")
    assert caught.value.returncode == 2
