"""Manifests: what the files of a project are evidence of."""

import pytest

from planner.domain.reading import is_manifest, read_manifest
from tests.domain.reading.examples import LEXICON

MANIFESTS = [
    (
        "requirements.txt",
        "-r base.txt\nDjango[argon2]>=5 # web\n\nredis==5 ; a>'3'",
        "django redis",
    ),
    ("pyproject.toml", '[project]\ndependencies = ["fastapi"]', "fastapi"),
    ("pyproject.toml", '[dependency-groups]\ndev = ["pytest>=8"]', "pytest"),
    ("pyproject.toml", '[tool.poetry.dependencies]\nflask = "3"', "flask"),
    ("pyproject.toml", '[tool.poetry.group.x.dependencies]\ncelery = "5"', "celery"),
    ("package.json", '{"dependencies": {"express": "4", "@nestjs/core": "10"}}', "express nestjs"),
    ("pom.xml", "<groupId>org.postgresql</groupId><artifactId>x</artifactId>", "postgresql"),
    ("pom.xml", "<!-- <groupId>mysql</groupId><artifactId>x</artifactId> -->", ""),
    ("go.mod", "require (\n\tgithub.com/gin-gonic/gin v1\n)", "go go-web"),
    ("go.mod", "require github.com/jackc/pgx/v5 v5.1 // indirect", "go"),
    ("api/Dockerfile", "FROM golang:1.22 AS a\nFROM docker.io/library/redis", "docker go redis"),
    ("compose.yaml", "  image: 'postgres:16'\n  image: localhost:50/nats:2", "docker postgresql"),
    (".github/workflows/ci.yml", "- uses: actions/setup-go@v5", "github-actions go"),
    ("Jenkinsfile", "pipeline {}", "jenkins"),
    ("Dockerfile", "ARG BASE=python:3\nFROM ${BASE} AS a\nFROM $NONE", "docker python"),
    ("compose.yml", "image: ${DB:-postgres:16}", "docker postgresql"),
    ("go.mod", "require github.com/dgrijalva/jwt-go v3.2.0+incompatible", "go auth"),
    ("package.json", '{"dependencies": {"@nestjs/swagger": "7"}}', "nestjs openapi"),
    ("package.json", '{"dependencies": {"rxjs": "7", "cors": "2", "axios": "1"}}', ""),
    (
        "pom.xml",
        "<groupId>io.quarkus</groupId><artifactId>quarkus-jdbc-mysql</artifactId>",
        "quarkus mysql",
    ),
    (
        "build.gradle",
        "plugins { id 'java'\n id 'org.springframework.boot' version '3' }\ndependencies {\n"
        "  runtimeOnly 'org.postgresql:postgresql'\n  // nothing\n"
        "  implementation group: 'redis.clients', name: 'jedis', version: '5'\n}",
        "build-tools java spring-boot postgresql redis",
    ),
    (
        "app/build.gradle.kts",
        'plugins { kotlin("jvm") }\ndependencies { implementation("io.ktor:ktor-server:2") }',
        "build-tools kotlin ktor",
    ),
    ("gradle/libs.versions.toml", 'kafka = { module = "org.apache.kafka:x" }', "build-tools kafka"),
    ("Gemfile", "gem 'rails', '~> 7'\n  gem \"sidekiq\"\n# gem 'pg'", "ruby rails celery"),
    ("composer.json", '{"require": {"php": "8", "laravel/framework": "11"}}', "php laravel"),
    ("Cargo.toml", '[dependencies]\nserde_json = "1"\ntonic = "0.1"', "rust json grpc"),
    ("a/b.csproj", '<PackageReference Include="Npgsql" Version="8" />', "csharp postgresql"),
    ("Pipfile", '[packages]\nflask = "*"\n[dev-packages]\npytest = "*"', "python flask pytest"),
    (
        "setup.py",
        "setup(install_requires=['Django>=4', \"redis\"], x=['flask'])",
        "python django redis",
    ),
    ("setup.cfg", "[options]\ninstall_requires =\n    celery[redis]>=5\n", "python celery"),
]
OWN = {"requirements.txt": "python", "pyproject.toml": "python", "pom.xml": "java"}


@pytest.mark.parametrize(("path", "text", "skills"), MANIFESTS)
def test_a_manifest_is_evidence(path, text, skills):
    reading = read_manifest(path, text, LEXICON)
    assert {f.skill_id for f in reading.findings if f.confidence == "sure"} == {
        *skills.split(),
        *OWN.get(path, "").split(),
    }
    assert all(f.proposed is f.years_min is None for f in reading.findings)
    assert all(text[m.start : m.end] == m.text for f in reading.findings for m in f.mentions)


@pytest.mark.parametrize("path", ["poetry.lock", "package-lock.json", "go.sum", "notes.txt"])
def test_lock_files_are_no_evidence(path):
    assert not is_manifest(path)
    with pytest.raises(ValueError, match="no manifest"):
        read_manifest(path, "django", LEXICON)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pyproject.toml", "["),
        ("package.json", "{"),
        ("composer.json", "{"),
        ("Cargo.toml", "["),
        ("Pipfile", "["),
        ("package.json", "[" * 100_000),
        ("pom.xml", "<!DOCTYPE a>"),
    ],
)
def test_a_broken_manifest_is_refused(path, text):
    with pytest.raises(ValueError, match=r"\w"):
        read_manifest(path, text, LEXICON)


def test_a_manifest_is_read_in_linear_time():
    for path in ("pom.xml", "requirements.txt", "go.mod", "Dockerfile", "compose.yml"):
        read_manifest(path, "<!-- " * 20_000 + "FROM a\n" * 5000, LEXICON)
    read_manifest("setup.py", "install_requires='a'\n" * 5000, LEXICON)
    read_manifest("build.gradle", "'a:b' group: 'a', name: 'b'\n" * 4000, LEXICON)


@pytest.mark.parametrize("path", ["pyproject.toml", "Cargo.toml", "Pipfile"])
@pytest.mark.parametrize("name", ["a." * 2000 + "b = 1", "[" + "'a' . " * 2000 + "b]\na.b = 1"])
def test_a_name_of_very_many_parts_is_refused(path, name):
    """The library takes memory by the square of them: gigabytes for a file of 100 KB."""
    with pytest.raises(ValueError, match="nested too deeply"):
        read_manifest(path, name, LEXICON)
