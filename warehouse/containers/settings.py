"""What a person may say of a container: which of its members are sources, and which fields of a line hold what."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from warehouse.containers.member import Member
from warehouse.errors import UnusableSeeds

KEYS = ("fields", "titles", "categories", "templates")
"""The keys of a container's entry in ``sources.yml`` that say how it is read."""

_FIELDS = ("id", "title", "text")
_LINK_TO_CATEGORY = r"\[\[\s*(?:Category|Категория|Kategorie|Catégorie|Categoría)\s*:\s*(?:{})\s*(?:\||\]\])"
_TEMPLATE = r"\{{\{{\s*(?:Template:)?(?:{})\s*(?:\||\}}\}}|<!--)"


@dataclass(frozen=True)
class ContainerSettings:
    """Which members are sources: those whose name fits one of the patterns ``titles``, and whose text has one of the
    ``categories`` and one of the ``templates`` of a wiki; an empty list lets all pass. ``fields`` names the fields of a
    line of JSON that hold its id, title and text.
    """

    titles: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """The settings as one permanent string."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)

    def field(self, name: str) -> str:
        """The field of a line that holds its id, title or text."""
        return dict(self.fields).get(name, name)

    def takes(self, member: Member) -> bool:
        """Whether a member is a source; one set aside is judged by its name alone."""
        if self.titles and not any(fnmatchcase(member.name, pattern) for pattern in self.titles):
            return False
        if member.content is None or not self._marks:
            return True
        text = member.content.decode("utf-8", "replace")
        return all(mark.search(text) for mark in self._marks)

    @cached_property
    def _marks(self) -> tuple[re.Pattern[str], ...]:
        kinds = ((_LINK_TO_CATEGORY, self.categories), (_TEMPLATE, self.templates))
        return tuple(
            re.compile(pattern.format("|".join(map(_to_pattern, names))), re.IGNORECASE)
            for pattern, names in kinds
            if names
        )


def _to_pattern(name: str) -> str:
    """A name as a wiki takes it: blanks and underscores alike."""
    return r"[\s_]+".join(map(re.escape, name.replace("_", " ").split()))


def to_settings(told: Mapping[str, Any], place: str) -> ContainerSettings:
    """The settings an entry of ``sources.yml`` gives; ``place`` names it in errors.

    Raises UnusableSeeds where a list is no list of words, or a field is not one of id, title and text.
    """
    lists: dict[str, tuple[str, ...]] = {}
    for key in ("titles", "categories", "templates"):
        given = told.get(key) or []
        words = [given] if isinstance(given, str) else given
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise UnusableSeeds(f"{place}: {key} must be a list of words, but is {given!r:.200}. Correct it.")
        lists[key] = tuple(words)
    fields = told.get("fields") or {}
    if not isinstance(fields, dict) or not set(fields) <= set(_FIELDS) or not all(map(_is_word, fields.values())):
        raise UnusableSeeds(f"{place}: fields may name {', '.join(_FIELDS)}, but is {fields!r:.200}. Correct it.")
    return ContainerSettings(fields=tuple(sorted(fields.items())), **lists)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value)
