"""The lexicon of claims, loaded once: the data of ``pipelines/lexicon/claims`` as plain values. No rules here."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The file ``<name>.toml`` of the lexicon of claims. Callers must not change what they get."""
    found = files("pipelines.lexicon.claims").joinpath(f"{name}.toml")
    return tomllib.loads(found.read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The words listed under ``key`` of that file, as a set."""
    return frozenset(load(name)[key])
