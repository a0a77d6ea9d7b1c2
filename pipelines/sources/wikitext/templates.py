"""A template taken apart by the field's parser: its name and its arguments, with where they stand."""

import re
from typing import NamedTuple

import wikitextparser

from pipelines.sources.wikitext.scan import Node

MAX_CHARACTERS = 128 * 1024
MAX_HEIGHT = 12
"""A template longer or deeper than this is shown as nothing: the parser's time grows with the product of both."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLANKS = " \t\r\n"


class Argument(NamedTuple):
    """One argument: its name in lower case with blanks (its place from 1 where it has none), and its value's stretch.

    ``named_at`` is where the name stands, null where it has none.
    """

    name: str
    named_at: tuple[int, int] | None
    start: int
    end: int
    ends_at: int


class Template(NamedTuple):
    """A template: its name in lower case with single blanks, and its arguments in order."""

    name: str
    arguments: tuple[Argument, ...]

    def get(self, *names: str) -> Argument | None:
        """The last argument with one of these names that has a value, as the wiki takes it; null where none has."""
        found = [each for each in self.arguments if each.name in names and each.end > each.start]
        return found[-1] if found else None

    def places(self) -> list[Argument]:
        """The arguments without name, in order, empty ones too."""
        return [each for each in self.arguments if each.named_at is None]


def take_apart(text: str, node: Node) -> Template | None:
    """The template that stands at a node; null where it is too large or deep, or where the parser sees none."""
    if node.end - node.start > MAX_CHARACTERS or node.height > MAX_HEIGHT:
        return None
    found = wikitextparser.parse(text[node.start : node.end]).templates
    if not found or found[0].span != (0, node.end - node.start):
        return None
    arguments: list[Argument] = []
    for argument in found[0].arguments:
        first, last = argument.span
        value = argument.value
        start, end = _trim(text, node.start + last - len(value), node.start + last)
        if argument.positional:
            arguments.append(Argument(argument.name.strip(), None, start, end, node.start + last))
            continue
        name_start = node.start + first + 1
        written = argument.name
        name = _COMMENT.sub("", written)
        named_at = _trim(text, name_start, name_start + len(written)) if name == written else _bare(text, name_start)
        arguments.append(Argument(_normal(name), named_at, start, end, node.start + last))
    return Template(_normal(_COMMENT.sub("", found[0].name)).removeprefix("template:").strip(), tuple(arguments))


def _bare(text: str, start: int) -> tuple[int, int]:
    """The name's words where a comment stands beside them: up to the comment."""
    while text[start] in _BLANKS:
        start += 1
    end = start
    while text[end] not in "<=":
        end += 1
    return _trim(text, start, end)


def _normal(name: str) -> str:
    return " ".join(name.replace("_", " ").lower().split())


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    return start, end
