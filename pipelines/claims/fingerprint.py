"""The fingerprint of the reading: whether anything between bytes and claims has changed since a source was read."""

import hashlib
import sys
from functools import cache
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable

_ROOMS = ("sources", "passages", "citations", "dates", "claims", "lexicon")
_COUNTED = (".py", ".toml", ".yml")


@cache
def reading_fingerprint() -> str:
    """16 hex digits over the code and lexicon from sources to claims, the contract's words, and Python's version.

    Beyond the standard library, for which Python's version (with it Unicode's) stands, the reading uses wikitextparser.
    """
    parser = version("wikitextparser")
    digest = hashlib.sha256(
        f"python {sys.version_info.major}.{sys.version_info.minor}\nwikitextparser {parser}\n".encode()
    )
    for package in (*(f"pipelines.{room}" for room in _ROOMS), "warehouse.contract"):
        top, _, room = package.partition(".")
        # from the top: to ask for a room's own files would import it, and what reads dates takes long to load
        for path, content in sorted(_contents(resources.files(top) / room, package)):
            digest.update(f"{path} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _contents(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        path = f"{name}/{item.name}"
        if item.is_dir():
            found += _contents(item, path)
        elif item.name.endswith(_COUNTED):
            found.append((path, item.read_bytes()))
    return found
