"""What a stretch of wikitext shows: links as their words, date templates as dates, references as marks.

What a template or tag shows is data (`lexicon/wikitext.toml`); of what is not listed nothing is shown.
"""

import html
import re
from collections.abc import Callable

from pipelines.lexicon import load_lexicon
from pipelines.sources.rendering import Link
from pipelines.sources.wikitext.references import References
from pipelines.sources.wikitext.scan import (
    EXTERNAL,
    LINK,
    REF,
    TAG,
    TEMPLATE,
    VERBATIM,
    Scan,
)
from pipelines.sources.wikitext.templates import Argument, Template, take_apart
from pipelines.sources.wikitext.writer import Whole, Writer

_LEXICON = load_lexicon("wikitext")
_SHOWN = {name: place for place in ("first", "second", "last") for name in _LEXICON["shown"][place]}
_LISTS = frozenset(_LEXICON["lists"]["names"])
_DATES = {name: kind for kind, names in _LEXICON["dates"].items() for name in names}
_ENDS: dict[str, str] = _LEXICON["marriage"]
_MARKS: dict[str, str] = _LEXICON["marks"]
_JOINED = frozenset(_LEXICON["joined"]["names"])
_LANGUAGES: dict[str, str] = _LEXICON["languages"]
_HIDDEN = frozenset(_LEXICON["links"]["hidden"])
_CATEGORIES = frozenset(_LEXICON["links"]["categories"])
_OTHER_WIKI = re.compile(r"(?:[a-z]{2,3}|simple|[a-z]{2,3}-[a-z]{2,8}):\S")
_LEAF = re.compile(r"'{2,}|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,12}\d?);|__[A-Z]{3,24}__|~{3,5}")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_BRACKET = re.compile(r"\s\([^()]*\)$")
_MAX_DEPTH = 14
"""Constructs nested deeper are shown as nothing: the stack of calls is bounded."""


class Shower:
    """Writes what stretches of one scanned text show."""

    def __init__(self, found: Scan, references: References) -> None:
        self.found = found
        self.text = found.text
        self.references = references
        self.out = Writer()
        self.categories: list[str] = []
        self.in_field = False
        self._depth = 0

    def show(self, start: int, end: int, whole: Whole = None) -> None:
        """Writes what a stretch shows; ``whole`` is the template it is an argument of, where that is more than it."""
        self._depth += 1
        at = start
        if self._depth <= _MAX_DEPTH:
            for place in self.found.within(start, end):
                node = self.found.nodes[place]
                self._leaf(at, node.start, whole)
                self._construct(place, whole)
                at = min(node.end, end)
            self._leaf(at, end, whole)
        self._depth -= 1

    def _leaf(self, start: int, end: int, whole: Whole) -> None:
        at = start
        for found in _LEAF.finditer(self.text, start, end):
            self.out.copy(self.text[at : found.start()], at, whole)
            at = found.end()
            if found.group()[0] == "&":
                self.out.compose(html.unescape(found.group()).replace("\xa0", " "), found.start(), at, whole)
        self.out.copy(self.text[at:end], at, whole)

    def _construct(self, place: int, whole: Whole) -> None:
        node = self.found.nodes[place]
        if node.kind == LINK:
            self._link(node.start, node.end, node.inner_start, node.inner_end, whole)
        elif node.kind == EXTERNAL:
            label = re.compile(r"\s").search(self.text, node.inner_start, node.inner_end)
            if label is not None:
                self.show(label.end(), node.inner_end, whole or (node.start, node.end))
        elif node.kind == VERBATIM:
            self.out.copy(self.text[node.inner_start : node.inner_end], node.inner_start, whole)
        elif node.kind == TAG and node.name == "br":
            self.out.compose("\n" if self.in_field else " ", node.start, node.end, whole)
        elif place in self.references.numbers:
            for number in self.references.numbers[place]:
                self.out.mark(number, node.start, node.end)
        elif node.kind == TEMPLATE and node.kind != REF:
            template = take_apart(self.text, node)
            if template is not None:
                self._template(template, whole or (node.start, node.end), is_inside=whole is not None)

    def _link(self, start: int, end: int, inner_start: int, inner_end: int, whole: Whole) -> None:
        bar = self.text.find("|", inner_start, inner_end)
        target_end = bar if bar != -1 else inner_end
        target = " ".join(self.text[inner_start:target_end].replace("_", " ").split())
        space = target.partition(":")[0].strip().lower() if ":" in target else ""
        if space in _CATEGORIES:
            self.categories.append(target.partition(":")[2].strip())
            return
        if space in _HIDDEN or _OTHER_WIKI.match(target) or not target:
            return
        begun = self.out.length
        if bar != -1 and self.text[bar + 1 : inner_end].strip():
            self.show(bar + 1, inner_end, whole or (start, end))
        else:
            skipped = 1 if self.text[inner_start] == ":" else 0
            self._leaf(inner_start + skipped, target_end, whole or (start, end))
        if self.out.length > begun:
            title = target.lstrip(":").partition("#")[0].strip()
            if title:
                self.out.links.append(Link(begun, self.out.length, inner_start, target_end, title))

    # templates -----------------------------------------------------------------------------------------------------

    def _template(self, template: Template, whole: tuple[int, int], *, is_inside: bool) -> None:
        name, places = template.name, template.places()
        kind = _DATES.get(name)
        if kind is not None:
            _DATE_TEMPLATES[kind](self, template, whole)
        elif name in _SHOWN:
            self._shown(template, _SHOWN[name], whole if is_inside else None)
        elif name in _LISTS:
            self._list(places)
        elif name in _MARKS:
            mark = _MARKS[name]
            self.out.compose(mark if self.in_field or mark != "\n" else " ", *whole)
        elif name in _JOINED:
            self._joined(name, places, whole)
        elif name.startswith(("lang-", "langx")):
            self._labelled(name, places, whole if is_inside else None)

    def _shown(self, template: Template, which: str, whole: Whole) -> None:
        places = template.places()
        wanted = {"first": 0, "second": 1, "last": len(places) - 1}[which]
        one = places[wanted] if 0 <= wanted < len(places) else template.get("1" if which == "first" else "2", "text")
        if one is not None:
            self.show(one.start, one.end, whole)

    def _list(self, places: list[Argument]) -> None:
        for place, one in enumerate(places):
            if one.end <= one.start:
                continue
            if place or not self.out.ends_with_blank:
                self.out.compose("\n" if self.in_field else ", ", one.start, one.start)
            self.show(one.start, one.end)

    def _joined(self, name: str, places: list[Argument], whole: tuple[int, int]) -> None:
        lead = {"as of": "as of ", "uss": "USS ", "hms": "HMS ", "ss": "SS "}.get(name, "")
        most = 2 if name in ("convert", "cvt") else 1
        words = " ".join(self.text[one.start : one.end] for one in places[:most] if one.end > one.start)
        if words and not set(words) & set("{}[]<>|"):
            self.out.compose(lead + words, *whole)

    def _labelled(self, name: str, places: list[Argument], whole: Whole) -> None:
        code = name.removeprefix("lang-")
        if name == "langx":
            code = self.text[places[0].start : places[0].end] if places else ""
            places = places[1:]
        if not places or places[0].end <= places[0].start:
            return
        label = _LANGUAGES.get(code.lower())
        if label is not None:
            self.out.compose(f"{label}: ", places[0].start, places[0].start, whole)
        self.show(places[0].start, places[0].end, whole)

    def _numbers(self, template: Template, whole: tuple[int, int]) -> None:
        places = [one for one in template.places() if one.end > one.start]
        if not places:
            return
        words = [self.text[one.start : one.end] for one in places[:3]]
        if template.name in _LEXICON["dates"]["years_only"]:
            words = words[:1]
        if "year and age" in template.name:
            words = words[:2]
            if len(words) == 2 and (not words[1].isdigit() or int(words[1]) > 12):
                words = words[:1]
        if not words[0].isdigit() or (len(words) > 1 and not words[1].isdigit()):
            self.show(places[0].start, places[0].end, whole)  # a date in words
            return
        year, month, day = (int(word) if word.isdigit() and len(word) < 5 else 0 for word in (*words, "", "")[:3])
        shown = str(year) if year >= 1 else ""
        if 1 <= month <= 12 and shown:
            shown = f"{_MONTHS[month - 1]} {shown}"
            if 1 <= day <= 31:
                shown = f"{day} {shown}"
        self.out.compose(shown, *whole)

    def _circa(self, template: Template, whole: tuple[int, int]) -> None:
        places = [one for one in template.places() if one.end > one.start][:2]
        if not places:
            self.out.compose("c. ", *whole)
        for place, one in enumerate(places):
            self.out.compose(" – c. " if place else "c. ", one.start, one.start, whole)
            self.show(one.start, one.end, whole)

    def _flourished(self, template: Template, whole: tuple[int, int]) -> None:
        self._range(template, "fl. ", whole)

    def _reign(self, template: Template, whole: tuple[int, int]) -> None:
        self._range(template, "r. ", whole)

    def _range(self, template: Template, lead: str, whole: tuple[int, int]) -> None:
        for place, one in enumerate(one for one in template.places()[:2] if one.end > one.start):
            self.out.compose("–" if place else lead, one.start, one.start, whole)
            self.show(one.start, one.end, whole)

    def _old_style(self, template: Template, whole: tuple[int, int]) -> None:
        """``{{OldStyleDate|7 February|1905|25 January}}``: the new style's day, its year, the old style's day."""
        places = template.places()
        if len(places) < 2:
            return
        self.show(places[0].start, places[0].end, whole)
        if len(places) > 2 and places[2].end > places[2].start:
            self.out.compose(" (O.S. ", places[2].start, places[2].start, whole)
            self.show(places[2].start, places[2].end, whole)
            self.out.compose(")", places[2].end, places[2].end, whole)
        self.out.compose(" ", places[1].start, places[1].start, whole)
        self.show(places[1].start, places[1].end, whole)

    def _marriage(self, template: Template, whole: tuple[int, int]) -> None:
        places = template.places()
        if not places:
            return
        self.show(places[0].start, places[0].end)
        dates = [one if one is not None and one.end > one.start else None for one in (*places[1:3], None, None)][:2]
        if dates == [None, None]:
            return
        self.out.compose(" (", places[0].end, places[0].end)
        for one, lead in zip(dates, ("m. ", self._end_of_marriage(template)), strict=True):
            if one is not None:
                is_second = one is dates[1] and dates[0] is not None
                self.out.compose(("; " if is_second else "") + lead, one.start, one.start, whole)
                self.show(one.start, one.end, whole)
        self.out.compose(")", whole[1] - 2, whole[1])

    def _end_of_marriage(self, template: Template) -> str:
        reason = template.get("reason", "end")
        words = self.text[reason.start : reason.end].lower() if reason is not None else ""
        return _ENDS.get(words, "ended") + " "


_DATE_TEMPLATES: dict[str, Callable[[Shower, Template, tuple[int, int]], None]] = {
    "numbers": Shower._numbers,
    "years_only": Shower._numbers,
    "circa": Shower._circa,
    "flourished": Shower._flourished,
    "reign": Shower._reign,
    "old_style": Shower._old_style,
    "marriage": Shower._marriage,
}
"""What each kind of template of `[dates]` in the lexicon shows."""


def without_bracket(title: str) -> str:
    """A page's title without the bracket that tells it from its namesakes."""
    return _BRACKET.sub("", title)
