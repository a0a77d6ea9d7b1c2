"""The layouts a page can have: one file each, found by its being here.

A layout's file has ``NAME`` (a permanent word, stored in ``sources.layout``), ``recognise(text)`` (from 0, surely not,
to 1, surely) and ``split(text)`` (a ``Page`` whose blocks tile the text). To add one is to add a file: see
docs/howto/add-a-layout.md.
"""

import importlib
import pkgutil
from functools import cache
from typing import Protocol

from pipelines.sources.document import Page

MIN_SURENESS = 0.3
"""Below this a page is of no known layout: better set aside than misread."""


class Layout(Protocol):
    """What a layout's file offers."""

    NAME: str

    def recognise(self, text: str) -> float:
        """How surely the text has this layout, from 0 to 1."""

    def split(self, text: str) -> Page:
        """The text's blocks and what the page says of itself."""


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Every layout of this folder, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


def find_layout(text: str) -> Layout | None:
    """The layout that recognises the text most surely (the first by name where two do), or None."""
    sureness = [(layout.recognise(text), layout) for layout in all_layouts()]
    best, layout = max(sureness, key=lambda found: found[0])
    return layout if best >= MIN_SURENESS else None
