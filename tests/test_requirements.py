"""The locked packages are those that pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def pins(name):
    text = (ROOT / name).read_text()
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def asked_for(requirements):
    return {re.match(r"[a-z0-9-]+", requirement)[0] for requirement in requirements}


def test_what_the_project_needs_is_pinned():
    assert asked_for(PROJECT["project"]["dependencies"]) <= pins("requirements.txt").keys()


def test_what_developers_need_is_pinned():
    assert asked_for(PROJECT["dependency-groups"]["dev"]) <= pins("requirements-dev.txt").keys()


def test_developers_have_the_same_versions_as_production():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_has_its_hashes_and_no_address(name):
    text = (ROOT / name).read_text()
    packages = re.split(r"\n(?=[a-z0-9])", text.split("\n", 2)[2])
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text
