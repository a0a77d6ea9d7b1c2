"""The readings of contradictions: composed lives with marks, composed rows, and the seeds with their marks.

`[label|words]` in a text marks the telling of one happening; the marks are taken out before the text is read.
"""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
SETS = {
    "seeds": "seeds",
    "seeds_annotated": "seeds, all read",
    "lives_one": "lives_one",
    "lives_two": "lives_two",
    "lives_three": "lives_three",
    "lives_four": "lives_four",
    "rows": "rows",
}
_MARK = re.compile(r"\[([a-z_]+(?:\.\w+)?)\|([^\]|]+)\]")


@dataclass(frozen=True, slots=True)
class Difference:
    """One contradiction a careful historian finds; ``may`` where it is right to find it and no fault to miss it."""

    kind: str
    at: tuple[str, ...]
    why: tuple[str, ...]
    also: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    may: bool = False
    strength: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a page tells a happening."""

    label: str
    start: int
    end: int


@dataclass(slots=True)
class Page:
    """A text without its marks, and where they stood."""

    path: str
    text: str
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Case:
    """Pages that tell one life (or claims of it), and what is wrong between them."""

    title: str
    differ: tuple[Difference, ...]
    pages: list[Page] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)


@cache
def load_cases(name: str) -> tuple[Case, ...]:
    """The cases of one set; ValueError where a mark's words do not stand in a seed."""
    if name.startswith("seeds"):
        return (_load_seeds(),)
    raw = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    return tuple(_to_case(one, f"{name}_{number:02}") for number, one in enumerate(raw["case"]))


def _to_case(raw: dict[str, Any], stem: str) -> Case:
    pages = []
    for number, told in enumerate(raw.get("pages", ()), start=1):
        title = raw["title"]
        head = f"= {title} =\n\n{title}\n- Occupation: {raw['work']}\n\n"
        pages.append(_unmark(f"{stem}_{number}.txt", head + told.strip() + "\n"))
    return Case(raw["title"], _to_differences(raw["differ"]), pages, raw.get("claims", []))


def _to_differences(raw: list[dict[str, Any]]) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            one["kind"], tuple(one["at"]), tuple(one["why"]), tuple(one.get("also", ())), tuple(one.get("values", ())),
            one.get("may", False), one.get("strength"),
        )
        for one in raw
    )  # fmt: skip


def _unmark(path: str, marked: str) -> Page:
    page = Page(path, "")
    at = 0
    for match in _MARK.finditer(marked):
        page.text += marked[at : match.start()]
        page.marks.append(Mark(match[1], len(page.text), len(page.text) + len(match[2])))
        page.text += match[2]
        at = match.end()
    page.text += marked[at:]
    return page


def _load_seeds() -> Case:
    """The seeds with the marks of ``seeds.toml``: label, page (the start of its file's name), and words."""
    raw = tomllib.loads((HERE / "seeds.toml").read_text("utf-8"))
    pages = {
        path.name[:3]: Page(path.name, path.read_text("utf-8")) for path in sorted((PROJECT / "seeds").glob("*.txt"))
    }
    for label, places in raw["tellings"].items():
        for place in places:
            number, _, words = place.partition(" ")
            page = pages[number]
            start = page.text.find(words)
            if start < 0:
                raise ValueError(f"seeds.toml, {label}: the words {words!r} do not stand in {page.path}")
            while start >= 0:
                page.marks.append(Mark(label, start, start + len(words)))
                start = page.text.find(words, start + 1)
    return Case("seeds", _to_differences(raw["differ"]), list(pages.values()))
