"""The references of a wikitext: numbered as its page numbers them, with the parts their citation templates name."""

import re
from dataclasses import dataclass, field

from pipelines.lexicon import load_lexicon
from pipelines.sources.document import Snippet
from pipelines.sources.wikitext.scan import REF, REFERENCES, TEMPLATE, Node, Scan
from pipelines.sources.wikitext.templates import Template, take_apart

_LEXICON = load_lexicon("wikitext")["references"]
_SHORT, _NAMED = frozenset(_LEXICON["short"]), frozenset(_LEXICON["named"])
_QUOTATIONS = tuple(_LEXICON["quotations"])
_ATTRIBUTE = re.compile(r"\b(name|group)\s{0,3}=\s{0,3}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))", re.IGNORECASE)
_NAME = re.compile(r"\{\{\s{0,9}([^|{}<\n]{1,60})")
_REFERENCE_LIST = "reflist"
_MARKS = " \t\r\n*'[]"

Span = tuple[int, int]


@dataclass(slots=True)
class References:
    """Which construct carries which numbers, and where the words of each number stand.

    ``numbers`` leads from a construct's place in the scan to its numbers: none for a note of another group.
    ``entries`` leads from a number to the construct that holds its words, absent where none does.
    """

    numbers: dict[int, tuple[int, ...]] = field(default_factory=dict)
    entries: dict[int, int] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)

    def defined_at(self, place: int) -> int | None:
        """The number whose words stand in this construct; null where it only names one."""
        numbers = self.numbers.get(place, ())
        return numbers[0] if len(numbers) == 1 and self.entries.get(numbers[0]) == place else None


def number_references(found: Scan) -> References:
    """The references of a text in the order their marks stand: a name used again has the number it had."""
    made = References()
    by_key: dict[str, int] = {}
    listed: list[tuple[int, str]] = []
    in_list_until = -1
    for place, node in enumerate(found.nodes):
        if node.kind == REFERENCES or (node.kind == TEMPLATE and _template_name(found.text, node) == _REFERENCE_LIST):
            in_list_until = max(in_list_until, node.end)
        keys = _keys_of(found, place, node)
        if keys is None:
            continue
        has_words = node.kind == TEMPLATE or found.text[node.inner_start : node.inner_end].strip() != ""
        if node.start < in_list_until:
            listed.extend((place, key) for key in keys)
            continue
        for key in keys:
            _note(made, by_key, place, key, has_words=has_words and len(keys) == 1 and not key.startswith("again:"))
    for place, key in listed:
        _note(made, by_key, place, key, has_words=True)
    return made


def _note(made: References, by_key: dict[str, int], place: int, key: str, *, has_words: bool) -> None:
    number = by_key.setdefault(key.removeprefix("again:"), len(by_key) + 1)
    made.numbers[place] = (*made.numbers.get(place, ()), number)
    made.first.setdefault(number, place)
    if has_words:
        made.entries.setdefault(number, place)


def _keys_of(found: Scan, place: int, node: Node) -> list[str] | None:
    """What tells the references of a construct from others; null where it is none or of another group."""
    if node.kind == REF:
        given = {name.lower(): one or two or bare for name, one, two, bare in _ATTRIBUTE.findall(node.attributes)}
        if "group" in given:
            return None
        name = given.get("name", "").strip()
        if name:
            return [f"name:{name}"]
        words = found.text[node.inner_start : node.inner_end].strip()
        return [f"words:{place}"] if words else None
    if node.kind != TEMPLATE:
        return None
    name = _template_name(found.text, node)
    if name in _SHORT:
        return [f"short:{' '.join(found.text[node.inner_start : node.inner_end].split())}"]
    if name in _NAMED:
        template = take_apart(found.text, node)
        names = [found.text[each.start : each.end] for each in template.places()] if template else []
        return [f"again:name:{each}" for each in names if each] or None
    return None


def _template_name(text: str, node: Node) -> str:
    name = _NAME.match(text, node.start, min(node.end, node.start + 80))
    return " ".join(name[1].replace("_", " ").lower().split()) if name else ""


def read_references(found: Scan, references: References) -> tuple[Snippet, ...]:
    """Each reference as its parts stand in the text; one whose name is defined nowhere has its mark and no words."""
    made = []
    for number in sorted(references.first):
        place = references.entries.get(number)
        if place is None:
            mark = found.nodes[references.first[number]]
            made.append(Snippet(number, mark.start, mark.end, None, (), None))
        else:
            made.append(_read_entry(found, number, found.nodes[place], place))
    return tuple(made)


def _read_entry(found: Scan, number: int, node: Node, place: int) -> Snippet:
    text = found.text
    if node.kind == TEMPLATE:  # a short note: author, year, page as they stand
        start = text.find("|", node.inner_start, node.inner_end) + 1
        title = _inside(text, start, node.inner_end) if start else None
        return Snippet(number, node.start, node.end, title, (), None)
    template = _citation_of(found, place)
    if template is None:
        return Snippet(number, node.start, node.end, _free_title(found, node), (), None)
    title = _span_of(template, text, _LEXICON["titles"])
    quoted = _span_of(template, text, _QUOTATIONS)
    return Snippet(
        number, node.start, node.end, title or _inside(text, node.inner_start, node.inner_end),
        (quoted,) if quoted else (), _span_of(template, text, _LEXICON["dates"]),
        _span_of(template, text, _LEXICON["sites"]),
    )  # fmt: skip


def _citation_of(found: Scan, place: int) -> Template | None:
    """The first template inside a reference that names a title."""
    node = found.nodes[place]
    for inner in found.within(node.inner_start, node.inner_end):
        if found.nodes[inner].kind == TEMPLATE:
            template = take_apart(found.text, found.nodes[inner])
            if template is not None and template.get(*_LEXICON["titles"]) is not None:
                return template
    return None


def _span_of(template: Template, text: str, names: list[str] | tuple[str, ...]) -> Span | None:
    for name in names:
        argument = template.get(name)
        if argument is not None:
            return _inside(text, argument.start, argument.end)
    return None


def _free_title(found: Scan, node: Node) -> Span | None:
    """The words of a reference without template: of a mere link to a site, its label."""
    inner = [found.nodes[each] for each in found.within(node.inner_start, node.inner_end)]
    if len(inner) == 1 and inner[0].kind == "external":
        label = found.text.find(" ", inner[0].inner_start, inner[0].inner_end)
        rest = found.text[node.inner_start : inner[0].start] + found.text[inner[0].end : node.inner_end]
        if label != -1 and not rest.strip(" .\n"):
            return _inside(found.text, label, inner[0].inner_end)
    return _inside(found.text, node.inner_start, node.inner_end)


def _inside(text: str, start: int, end: int) -> Span | None:
    """A stretch without blanks and marks at its ends; null where nothing is left."""
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    return (start, end) if start < end else None


def quoted_words(snippets: tuple[Snippet, ...]) -> list[tuple[int, Span]]:
    """The numbers of the references that quote, with where the quoted words stand."""
    return [(snippet.number, span) for snippet in snippets for span in snippet.words]
