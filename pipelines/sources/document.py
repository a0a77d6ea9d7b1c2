"""The values that pass from the archive to the reading: bytes as received, and the text with its layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.sources.rendering import Rendering


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
class Snippet:
    """Where the words of one reference stand in the text, debris left out.

    ``title`` is null where there is none; ``words`` are the stretches of the snippet, in order, more than one where
    debris stands inside it. ``published`` is where the date stands that the search put before the snippet, or that
    the reference names as its own; ``site`` where it names where it was published. Spans are half-open.
    """

    number: int
    start: int
    end: int
    title: tuple[int, int] | None
    words: tuple[tuple[int, int], ...]
    published: tuple[int, int] | None
    site: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What a layout makes of a text: its blocks, tiling it without gap or overlap, and what the page says of itself.

    ``references`` are its numbered references where the layout knows their parts by name, null where they are to be
    told from the blocks; ``shown`` is the text without its marks, null where it carries none.
    """

    blocks: tuple[Block, ...]
    title: str | None
    notice: str | None = None
    authorship: str = "unstated"
    references: tuple[Snippet, ...] | None = None
    shown: Rendering | None = None


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

    def as_shown(self) -> Document:
        """The document as its page shows it, marks left out: itself where the layout has none."""
        shown = self.page.shown
        if shown is None:
            return self
        page = replace(self.page, blocks=shown.blocks, references=shown.quotations, shown=None)
        return replace(self, text=shown.text, page=page)
