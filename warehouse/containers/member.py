"""What a container holds: members, some of them set aside; and what is wrong with a container as a whole."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from warehouse.errors import RegestaError

MAX_MEMBER_BYTES = 64 << 20
"""A member beyond this is set aside unread: no page is so long (`pipelines.sources.decode.MAX_BYTES`)."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_DRIVE = re.compile(r"[A-Za-z]:")


class BrokenContainer(RegestaError):
    """A container cannot be read on: one sentence that begins with what it is or does, its name left to the caller."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its name inside the container, its bytes, or why it has none, and what the container says of it.

    ``reference_code`` is how the container itself numbers it: a page and its revision, an id.
    """

    name: str
    content: bytes | None
    problem: str | None = None
    reference_code: str | None = None
    media_type: str | None = None
    origin: str | None = None


def to_name(words: str) -> str:
    """A member's name in one line of valid text."""
    return _CONTROLS.sub(" ", words.encode("utf-8", "backslashreplace").decode("utf-8")).strip() or "(no name)"


def too_large(name: str, size: int | None = None, reference_code: str | None = None) -> Member:
    """A member that is too long for a page."""
    has = f"It has {size:,} bytes" if size is not None else "It has"
    problem = f"{has} more than the {MAX_MEMBER_BYTES:,} a page may have: split it into its pages."
    if size is not None:
        problem = f"It has {size:,} bytes, more than the {MAX_MEMBER_BYTES:,} a page may have: split it into its pages."
    return Member(name, None, problem, reference_code)


def find_bad_name(name: str) -> str | None:
    """What is wrong with a member's path: one that leads out of its container; null where it stays inside."""
    path = name.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path) or ".." in PurePosixPath(path).parts:
        return "Its name leads out of the container: rename it."
    return None
