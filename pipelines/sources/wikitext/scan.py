"""The constructs of a wikitext: where templates, links, references, tables and tags begin and end.

One pass, linear in the text whatever it holds: what is never closed is a stray mark and closes nothing. Only then is
the field's parser given single templates of bounded size and depth: on whole hostile pages it takes the square of
their length.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

TEMPLATE, LINK, EXTERNAL, REF, REFERENCES, TABLE = "template", "link", "external", "ref", "references", "table"
TAG, VERBATIM, DROPPED, STRAY = "tag", "verbatim", "dropped", "stray"

_TOKEN = re.compile(
    r"<!--|\{\{|\}\}|\[\[|\]\]|\[(?=(?:https?:|ftp:)?//|mailto:)|\]|^[ :]{0,8}\{\||^[ ]{0,8}\|\}(?!\})|\n"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]{0,15})(?P<attributes>(?:[\s/][^<>]{0,300})?)>",
    re.MULTILINE,
)
_VERBATIM_TAGS = frozenset(("nowiki", "pre"))
_DROPPED_TAGS = frozenset(
    ("math", "chem", "syntaxhighlight", "source", "gallery", "timeline", "score", "imagemap", "hiero", "graph", "ce")
)
_PAIRED = {"ref": REF, "references": REFERENCES}
_CLOSERS = {"}}": TEMPLATE, "]]": LINK}
_PART_OF_A_LINE = frozenset((LINK, EXTERNAL))


@dataclass(slots=True)
class Node:
    """One construct: its whole extent, the extent inside its marks, how deep others nest in it.

    ``name`` is a tag's name in lower case, ``attributes`` its words. ``after`` is the number of the first construct
    behind it.
    """

    kind: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    name: str = ""
    attributes: str = ""
    height: int = 0
    after: int = 0


@dataclass(slots=True)
class Scan:
    """All constructs of a text in the order of their beginnings."""

    text: str
    nodes: list[Node] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def within(self, start: int, end: int) -> Iterator[int]:
        """The numbers of the outermost constructs that begin in a stretch, in order."""
        at = bisect_left(self.starts, start)
        while at < len(self.nodes) and self.starts[at] < end:
            yield at
            at = self.nodes[at].after


def scan(text: str) -> Scan:
    """The constructs of a wikitext."""
    scanner = _Scanner(text)
    scanner.run()
    found = scanner.found
    found.starts = [node.start for node in found.nodes]
    return found


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Scan(text)
        self.open: list[int] = []
        self.counts: dict[str, int] = {}
        self.never_closed: set[str] = set()

    def run(self) -> None:
        text, at = self.text, 0
        while token := _TOKEN.search(text, at):
            words = token.group()
            at = token.end()
            if words == "\n":
                self._end_line(at)
            elif words == "<!--":
                end = text.find("-->", at)
                at = end + 3 if end != -1 else len(text)
                self._add(Node(DROPPED, token.start(), at, at, at))
            elif token["tag"] is not None:
                at = self._take_tag(token)
            elif words == "]]" and self.open and self._top().kind == EXTERNAL:
                at -= 1  # the first bracket closes the outer link, the second may be half of another pair
                self._close(EXTERNAL, token.start(), at)
            elif words in _CLOSERS:
                if not self._close(_CLOSERS[words], token.start(), at):
                    self._add(Node(STRAY, token.start(), at, at, at))
            elif words == "]":
                if self.open and self._top().kind == EXTERNAL:
                    self._close(EXTERNAL, token.start(), at)
            elif words.endswith("|}"):
                if not self._close(TABLE, token.start(), at):
                    self._add(Node(STRAY, token.start(), at, at, at))
            else:
                kind = {"{{": TEMPLATE, "[[": LINK, "[": EXTERNAL}.get(words, TABLE)
                self._push(Node(kind, token.start(), -1, at, -1))
        while self.open:
            self._give_up()

    def _top(self) -> Node:
        return self.found.nodes[self.open[-1]]

    def _add(self, node: Node) -> None:
        node.after = len(self.found.nodes) + 1
        self.found.nodes.append(node)

    def _push(self, node: Node) -> None:
        self.open.append(len(self.found.nodes))
        self.counts[node.kind] = self.counts.get(node.kind, 0) + 1
        self._add(node)

    def _pop(self) -> Node:
        node = self.found.nodes[self.open.pop()]
        self.counts[node.kind] -= 1
        if self.open:
            self._top().height = max(self._top().height, node.height + 1)
        return node

    def _give_up(self) -> None:
        """The last open construct is never closed: its opening mark is stray, what stands in it stands outside."""
        node = self._pop()
        node.kind, node.end, node.inner_end = STRAY, node.inner_start, node.inner_start

    def _close(self, kind: str, inner_end: int, end: int) -> bool:
        if not self.counts.get(kind):
            return False
        while self._top().kind != kind:
            self._give_up()
        node = self._pop()
        node.inner_end, node.end, node.after = inner_end, end, len(self.found.nodes)
        return True

    def _end_line(self, at: int) -> None:
        """A link label ends with its paragraph, an outer link with its line."""
        is_paragraph = self.text.startswith(("\n", "=="), at)
        while self.open and (
            self._top().kind == EXTERNAL or (is_paragraph and self._top().kind in _PART_OF_A_LINE)
        ):  # fmt: skip
            self._give_up()

    def _take_tag(self, token: re.Match[str]) -> int:
        start, end = token.span()
        name, attributes = token["tag"].lower(), token["attributes"]
        is_alone = attributes.endswith("/")
        kind = _PAIRED.get(name)
        if token["close"]:
            if kind is None or not self._close(kind, start, end):
                self._add(Node(TAG, start, end, end, end, name))
        elif kind is not None and is_alone:
            self._add(Node(kind, start, end, end, end, name, attributes[:-1]))
        elif kind is not None:
            self._push(Node(kind, start, -1, end, -1, name, attributes))
        elif name in _VERBATIM_TAGS | _DROPPED_TAGS and not is_alone:
            return self._skip(start, end, name)
        else:
            self._add(Node(TAG, start, end, end, end, name, attributes))
        return end

    def _skip(self, start: int, end: int, name: str) -> int:
        """A tag whose content is no wikitext."""
        closing = None
        if name not in self.never_closed:
            closing = re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE).search(self.text, end)
        if closing is None:
            self.never_closed.add(name)
            self._add(Node(STRAY, start, end, end, end, name))
            return end
        kind = VERBATIM if name in _VERBATIM_TAGS else DROPPED
        self._add(Node(kind, start, closing.end(), end, closing.start(), name))
        return closing.end()
