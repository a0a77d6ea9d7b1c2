"""The values that pass from the archive to the reading: bytes as received, and the text with its layout."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """One version of one source as the log keeps it: which it is, and its bytes."""

    source_id: str
    path: str
    member: str | None
    version: int
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text as its layout sees it, before it becomes a passage.

    ``kind`` is a passage kind of the contract; ``start`` and ``end`` are half-open offsets in code points;
    ``section`` holds the headings above, outermost first; ``level`` is a heading's depth, from 1, else 0;
    ``number`` is the [n] of a reference and of the debris in it, else null.
    """

    kind: str
    start: int
    end: int
    section: tuple[str, ...] = ()
    level: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a layout makes of a text: its blocks, tiling it without gap or overlap, and what the page says of itself."""

    blocks: tuple[Block, ...]
    title: str | None
    notice: str | None = None
    authorship: str = "unstated"


@dataclass(frozen=True, slots=True)
class Document:
    """One source, decoded and laid out: everything the reading needs, and nothing of the disk."""

    source_id: str
    path: str
    member: str | None
    version: int
    sha256: str
    text: str
    encoding: str
    layout: str
    language: str | None
    page: Page
