"""Homes and seed folders for the integration tests."""

import shutil
from pathlib import Path

import pytest
from integration.driver import SEEDS, refresh


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """A home with the project's own seeds published once; for reading only."""
    home = tmp_path_factory.mktemp("published") / "home"
    refresh(SEEDS, home)
    return home


@pytest.fixture
def seeds(tmp_path):
    """A copy of the project's seeds to change at will."""
    return Path(shutil.copytree(SEEDS, tmp_path / "seeds"))


@pytest.fixture
def home(tmp_path):
    """Where a home may come to be."""
    return tmp_path / "home"
