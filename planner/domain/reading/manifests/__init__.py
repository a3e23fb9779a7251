"""Reads skills out of the files of a project, one file at a time, by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from planner.domain.reading.lexicon import Lexicon
from planner.domain.reading.manifests import other_readers, readers
from planner.domain.reading.manifests.evidence import Evidence, evidence_of
from planner.domain.reading.normalise import MAX_CHARACTERS
from planner.domain.reading.reader import findings_of
from planner.domain.reading.values import Mention, Reading

type Reader = Callable[[str], Iterator[Evidence]]

# Patterns of names, with what the file itself is evidence of and who reads what it holds.
_FILES: tuple[tuple[str, tuple[str, ...], Reader | None], ...] = (
    ("*requirements*.txt", ("python",), readers.read_requirements),
    ("requirements/*.txt", ("python",), readers.read_requirements),
    ("*requirements*.in", ("python",), readers.read_requirements),
    ("pyproject.toml", ("python",), readers.read_pyproject),
    ("package.json", (), readers.read_package_json),
    ("pom.xml", ("java", "build-tools?"), readers.read_pom),
    ("go.mod", ("go",), readers.read_go_mod),
    ("*dockerfile*", ("docker",), readers.read_dockerfile),
    ("containerfile", ("docker",), readers.read_dockerfile),
    ("*compose*.y*ml", ("docker",), readers.read_compose),
    (".github/workflows/*.y*ml", ("github-actions", "cicd?"), readers.read_workflow),
    (".gitlab-ci.yml", ("github-actions", "cicd?"), readers.read_compose),
    ("jenkinsfile", ("jenkins", "cicd?"), None),
    ("*.tf", ("terraform",), None),
    ("chart.yaml", ("helm", "kubernetes?"), None),
    ("kustomization.yaml", ("kubernetes",), None),
    ("serverless.yml", ("serverless",), None),
    ("build.gradle", ("java?", "build-tools"), other_readers.read_gradle),
    ("build.gradle.kts", ("kotlin?", "build-tools"), other_readers.read_gradle),
    ("*.versions.toml", ("build-tools",), other_readers.read_gradle),
    ("cargo.toml", ("rust",), other_readers.read_cargo),
    ("gemfile", ("ruby",), other_readers.read_gemfile),
    ("composer.json", ("php",), other_readers.read_composer),
    ("*.csproj", ("csharp", "dotnet?"), other_readers.read_project),
    ("directory.packages.props", ("csharp?", "dotnet?"), other_readers.read_project),
    ("pipfile", ("python",), other_readers.read_pipfile),
    ("setup.py", ("python",), other_readers.read_setup),
    ("setup.cfg", ("python",), other_readers.read_setup),
    ("mix.exs", ("elixir",), None),
    ("ansible.cfg", ("ansible",), None),
    ("*.proto", ("grpc",), None),
    ("*.graphql", ("graphql",), None),
    ("openapi.y*ml", ("openapi",), None),
    ("makefile", ("build-tools",), None),
    ("procfile", ("paas-heroku",), None),
    ("nginx.conf", ("web-servers",), None),
    ("prometheus.yml", ("prometheus",), None),
    ("alembic.ini", ("db-migrations",), None),
    ("pytest.ini", ("pytest",), None),
    ("mypy.ini", ("type-safety",), None),
)
_LOCKS = ("*.lock", "*-lock.*", "go.sum", "*.lockb")


def is_manifest(path: str) -> bool:
    """Whether a file of this name is read as a manifest."""
    return _kind(path) is not None


def read_manifest(path: str, text: str, lexicon: Lexicon) -> Reading:
    """What one file is evidence of: `direct` is sure, `implied` likely; no level, no years.

    Raises ValueError, with a reason to show, if the name is none of a manifest or if the file is
    not what its name says.
    """
    kind = _kind(path)
    if kind is None:
        raise ValueError("is no manifest that is known here")
    own, reader = kind
    text = text[:MAX_CHARACTERS]
    found = list(evidence_of(own, 0, 0))
    if reader:
        found += reader(text)
    mentions = _mentions(found, text, lexicon)
    return Reading(text, findings_of(mentions), warnings=() if mentions else ("nothing-found",))


def _kind(path: str) -> tuple[tuple[str, ...], Reader | None] | None:
    name = PurePosixPath(path.lower().replace("\\", "/"))
    if any(name.match(pattern) for pattern in _LOCKS):
        return None
    return next(((own, read) for like, own, read in _FILES if name.match(like)), None)


def _mentions(found: list[Evidence], text: str, lexicon: Lexicon) -> list[Mention]:
    seen: dict[tuple[str, int], Mention] = {}
    for evidence in found:
        if evidence.skill_id in lexicon.categories:
            mention = Mention(
                evidence.skill_id,
                evidence.start,
                evidence.end,
                text[evidence.start : evidence.end],
                "manifest",
                "likely" if evidence.is_implied else "sure",
            )
            seen.setdefault((evidence.skill_id, evidence.start), mention)
    return sorted(seen.values(), key=lambda mention: (mention.start, mention.end))
