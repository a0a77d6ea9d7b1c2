"""A scanned wikitext cut into lines and boxes, as blocks of the archived text and of what it shows."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.lexicon import load_lexicon
from pipelines.sources.document import Page, Snippet
from pipelines.sources.lines import Blocks
from pipelines.sources.rendering import Rendering
from pipelines.sources.wikitext.references import number_references, quoted_words, read_references
from pipelines.sources.wikitext.scan import TABLE, TEMPLATE, Node, scan
from pipelines.sources.wikitext.show import Shower
from pipelines.sources.wikitext.templates import Argument, Template, take_apart

_LEXICON = load_lexicon("wikitext")
_UNREAD = frozenset(_LEXICON["sections"]["unread"])
_BOX = re.compile(r"\{\{\s{0,9}(?:Template:)?Infobox[\s_]+[^|{}<\n]{2,60}", re.IGNORECASE)
_PERSONS = re.compile(rf"\b(?:{'|'.join(map(re.escape, _LEXICON['infobox']['words']))})s?\b")
_TELLING = frozenset(_LEXICON["infobox"]["fields"])
_NAMES: list[str] = _LEXICON["infobox"]["name"]
_BOLD = re.compile(r"'''(?!')(?P<name>[^\n]{2,160}?)'''(?!')")
_REDIRECT = re.compile(r"\s*#\s*(?:redirect|перенаправление)\b", re.IGNORECASE)
_ITEM, _INDENT, _TABLE_DEBRIS = "*#;", ":", ("|", "!", "{|")
_LISTED = re.compile(r"[*#;:]+\s*")


class _Line(NamedTuple):
    """A line, line ends inside constructs not counted; ``box`` is the construct that it is, where it is one."""

    start: int
    end: int
    box: Node | None


def cut(text: str) -> Page:
    """The blocks of a wikitext, its references, and what it shows. Takes time in proportion to the text."""
    return _Cutter(text).cut()


class _Cutter:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found = scan(text)
        self.references = number_references(self.found)
        self.shower = Shower(self.found, self.references)
        self.out = self.shower.out
        self.blocks = Blocks()
        self.section: tuple[str, ...] = ()
        self.is_read = True
        self.entries = sorted(self.references.entries.values())
        self.next_entry = 0

    def cut(self) -> Page:
        lines = list(self._lines())
        title = self._title(lines)
        is_redirect = _REDIRECT.match(self.text) is not None
        for line in lines:
            if line.box is not None:
                self._take_box(line)
            elif is_redirect:
                self._archive("notice", line.start, line.end)
            else:
                self._take_line(line)
        snippets = read_references(self.found, self.references)
        quotations = self._quotations(snippets)
        shown = Rendering(
            self.out.text, tuple(self.out.blocks), tuple(self.out.runs), tuple(self.out.marks), tuple(self.out.links),
            quotations,
        )  # fmt: skip
        return Page(self.blocks.done(), title, references=snippets, shown=shown)

    # lines ---------------------------------------------------------------------------------------------------------

    def _lines(self) -> Iterator[_Line]:
        text = self.text
        begun = at = 0
        for place in self.found.within(0, len(text)):
            node = self.found.nodes[place]
            for end in self._line_ends(at, node.start):
                yield _Line(begun, end, None)
                begun = end
            at = node.end
            if self._is_box(node):
                if text[begun : node.start].strip():
                    yield _Line(begun, node.start, None)
                    begun = node.start
                while at < len(text) and text[at] in " \t":
                    at += 1
                at += text.startswith("\n", at)
                yield _Line(begun, at, node)
                begun = at
        for end in self._line_ends(at, len(text)):
            yield _Line(begun, end, None)
            begun = end
        if begun < len(text):
            yield _Line(begun, len(text), None)

    def _line_ends(self, start: int, end: int) -> Iterator[int]:
        at = self.text.find("\n", start, end)
        while at != -1:
            yield at + 1
            at = self.text.find("\n", at + 1, end)

    def _is_box(self, node: Node) -> bool:
        return node.kind == TABLE or (node.kind == TEMPLATE and _BOX.match(self.text, node.start) is not None)

    # what a line becomes -------------------------------------------------------------------------------------------

    def _take_line(self, line: _Line) -> None:
        words = self.text[line.start : line.end]
        bare = words.strip()
        heading = _heading_of(bare) if bare[:1] == "=" else None
        if not bare:
            self._archive("blank", line.start, line.end)
            self._break(line)
        elif heading is not None:
            self._take_heading(line, line.start + words.index(bare), *heading)
        elif bare.startswith(_TABLE_DEBRIS):
            self._archive("notice", line.start, line.end)
        else:
            kind = "list_item" if bare[0] in _ITEM else "paragraph"
            start = line.start + words.index(bare)
            listed = _LISTED.match(self.text, start, line.end) if bare[0] in _ITEM + _INDENT else None
            is_shown = self._show(kind, listed.end() if listed else start, line.end)
            has_entry = self.next_entry < len(self.entries) and self._entry().start < line.end
            self._archive(kind if is_shown or has_entry else "notice", line.start, line.end)
            if not is_shown:
                self._break(line)

    def _show(self, kind: str, start: int, end: int) -> bool:
        """Writes what a stretch shows as a block; whether it shows words, read or not."""
        before = self.out.state()
        self.shower.show(start, end)
        is_shown = not self.out.words_since(before).isspace() and self.out.length > before.length
        if not is_shown or not self.is_read:
            self.out.rewind(before)
            return is_shown
        if not self.out.ends_with_blank:
            self.out.compose("\n", end, end)
        self.out.block(kind, before.length, self.section)
        return True

    def _break(self, line: _Line) -> None:
        """A line that shows nothing parts what stands around it."""
        if self.out.length and self.out.blocks[-1].kind != "blank":
            begun = self.out.length
            self.out.compose("\n", line.start, line.end)
            self.out.block("blank", begun, self.section)

    def _take_heading(self, line: _Line, start: int, level: int, words: str) -> None:
        first = self.text.index(words, start)
        level = min(level, len(self.section) + 1)
        above = self.section[: level - 1]
        self._archive("heading", line.start, line.end, above, level)
        before = self.out.state()
        self.shower.show(first, first + len(words))
        name = " ".join(self.out.words_since(before).split()) or words
        self.section = (*above, name)
        self.is_read = not any(each.lower() in _UNREAD for each in self.section)
        if not self.is_read or before.length == self.out.length:
            self.out.rewind(before)
            self._break(line)
            return
        self.out.compose("\n", line.end, line.end)
        self.out.block("heading", before.length, above, level)

    def _entry(self) -> Node:
        return self.found.nodes[self.entries[self.next_entry]]

    def _archive(
        self, kind: str, start: int, end: int, section: tuple[str, ...] | None = None, level: int = 0
    ) -> None:  # fmt: skip
        """Makes a stretch of the archived text blocks: the words of references in it are blocks of their own."""
        section = self.section if section is None else section
        at = start
        while self.next_entry < len(self.entries) and self._entry().start < end:
            node, number = self._entry(), self.references.defined_at(self.entries[self.next_entry])
            self.next_entry += 1
            if node.start < at or number is None:
                continue
            self._add(kind, at, node.start, section, level)
            self.blocks.add("reference", node.start, node.end, section, number=number)
            at = node.end
        self._add(kind, at, end, section, level)

    def _add(self, kind: str, start: int, end: int, section: tuple[str, ...], level: int) -> None:
        if start >= end:
            return
        if not self.text[start:end].strip():
            kind, level = "blank", 0
        if kind in ("paragraph", "blank"):
            self.blocks.grow_or_add(kind, start, end, section)
        else:
            self.blocks.add(kind, start, end, section, level=level)

    # boxes ---------------------------------------------------------------------------------------------------------

    def _take_box(self, line: _Line) -> None:
        template = self._person_box(line.box)
        if template is None or not template.arguments:
            self._archive("notice", line.start, line.end)
            self._break(line)
            return
        at = line.start
        for argument in template.arguments:
            self._archive("field", at, argument.ends_at)
            at = argument.ends_at
            self._show_field(argument)
        rest = "field" if self.blocks.kind == "field" else "notice"
        self._archive(rest, at, line.end)

    def _person_box(self, node: Node | None) -> Template | None:
        """The template of a box about a person; null where it is none."""
        if node is None or node.kind == TABLE:
            return None
        template = take_apart(self.text, node)
        if template is None:
            return None
        is_person = _PERSONS.search(template.name) is not None
        return template if is_person or template.get(*_TELLING) is not None else None

    def _show_field(self, argument: Argument) -> None:
        for place in self.found.within(argument.start, argument.end):
            node = self.found.nodes[place]
            if node.kind == TEMPLATE and _BOX.match(self.text, node.start):  # a box embedded in a box
                template = take_apart(self.text, node)
                for inner in template.arguments if template is not None else ():
                    self._show_field(inner)
                return
        if argument.named_at is None or ":" in argument.name or not argument.name:
            return
        before = self.out.state()
        self.out.compose("- ", argument.named_at[0], argument.named_at[0])
        self.out.copy(self.text[slice(*argument.named_at)], argument.named_at[0], None)
        self.out.compose(": ", argument.named_at[1], argument.start)
        begun = self.out.state()
        self.shower.in_field = True
        self.shower.show(argument.start, argument.end)
        self.shower.in_field = False
        if not self.out.words_since(begun).strip():
            self.out.rewind(before)
            return
        self.out.compose("\n", argument.end, argument.end)
        self.out.block("field", before.length, self.section)

    # title and quotations ------------------------------------------------------------------------------------------

    def _title(self, lines: list[_Line]) -> str | None:
        """The page's name: its box's, else the first bold words before a heading. Shown as the first block."""
        for line in lines:
            template = self._person_box(line.box)
            name = template.get(*_NAMES) if template is not None else None
            if name is not None:
                return self._show_title(name.start, name.end)
            if line.box is None:
                if self.text.startswith("=", line.start):
                    return None
                bold = _BOLD.search(self.text, line.start, line.end)
                if bold is not None:
                    return self._show_title(*bold.span("name"))
        return None

    def _show_title(self, start: int, end: int) -> str | None:
        before = self.out.state()
        self.shower.show(start, end)
        shown = self.out.words_since(before).strip()
        if not shown or "\n" in shown:
            self.out.rewind(before)
            return None
        self.out.compose("\n", end, end)
        self.out.block("title", before.length, ())
        self.out.forget_marks()
        return shown

    def _quotations(self, snippets: tuple[Snippet, ...]) -> tuple[Snippet, ...]:
        made = []
        for number, (start, end) in quoted_words(snippets):
            before = self.out.state()
            self.shower.show(start, end)
            if not self.out.words_since(before).strip():
                self.out.rewind(before)
                continue
            words = (before.length, self.out.length)
            self.out.compose("\n", end, end)
            self.out.block("reference", before.length, ())
            made.append(Snippet(number, before.length, self.out.length, None, (words,), None))
        return tuple(made)


def _heading_of(bare: str) -> tuple[int, str] | None:
    """The level of a heading, from 1, and its words, where a line without blanks at its ends is one."""
    if bare.endswith("-->"):
        bare = bare[: bare.rfind("<!--")].rstrip()
    words = bare.strip("=").strip()
    if not words or not bare.endswith("="):
        return None
    marks = min(len(bare) - len(bare.lstrip("=")), len(bare) - len(bare.rstrip("=")), 6)
    return max(1, marks - 1), words
