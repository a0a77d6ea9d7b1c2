"""Fingerprints: whether code that decides a result has changed since it was made."""

import hashlib
import sys
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

_COUNTED = (".py", ".sql", ".toml", ".yml")


def _files_of(folder: Traversable, name: str) -> list[tuple[str, Traversable]]:
    found = []
    for item in sorted(folder.iterdir(), key=lambda child: child.name):
        path = f"{name}/{item.name}"
        if item.is_dir():
            found += _files_of(item, path)
        elif item.name.endswith(_COUNTED):
            found.append((path, item))
    return found


def fingerprint_of(packages: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """16 hex digits over the code and data files of packages, the Python version and the libraries' versions."""
    digest = hashlib.sha256(f"python {sys.version_info.major}.{sys.version_info.minor}\n".encode())
    for library in libraries:
        digest.update(f"{library} {metadata.version(library)}\n".encode())
    for package in packages:
        for path, file in _files_of(resources.files(package), package):
            content = file.read_bytes()
            digest.update(f"{path} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


@cache
def projection_fingerprint() -> str:
    """The fingerprint of everything that decides what an edition holds, checks included; not of what shows it."""
    return fingerprint_of(("pipelines", "warehouse", "expectations"), ("duckdb", "pyarrow"))
