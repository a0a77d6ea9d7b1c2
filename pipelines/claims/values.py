"""The value of a field or list item cut into items: pure stretches of text, no meaning yet."""

from collections.abc import Iterable

from pipelines.claims.statement import Span

_OPENING = {"(": ")", "[": "]", "“": "”", "«": "»"}
_MARKS = " \t\r\n*•·–-\u00a0\u200b\ufeff"
_BLANKS = " \t\r\n\u00a0\u200b\ufeff"
"""Blanks, some without a width: exported wiki pages set them between a name and its bracket."""


def trim(text: str, start: int, end: int, marks: str = _BLANKS) -> Span:
    """The stretch without the blanks or other marks at its ends."""
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return Span(start, end)


def split_items(text: str, span: Span, separators: str = ",;\n", marks: str = _MARKS) -> Iterable[Span]:
    """Cut at separators outside brackets and quotation marks; ``marks`` before an item and empty items are left out."""
    closing: list[str] = []
    in_quotes = False
    at = span.start
    for place in range(span.start, span.end):
        mark = text[place]
        if mark == '"':
            in_quotes = not in_quotes
        elif closing and mark == closing[-1]:
            closing.pop()
        elif mark in _OPENING and len(closing) < 8:
            closing.append(_OPENING[mark])
        elif mark in separators and not in_quotes and not closing:
            if mark == "," and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit():
                continue  # 1,300 is one number
            yield from _item(text, at, place, marks)
            at = place + 1
    yield from _item(text, at, span.end, marks)


def _item(text: str, start: int, end: int, marks: str) -> Iterable[Span]:
    while start < end and text[start] in marks:
        start += 1
    found = trim(text, start, end)
    if found.end > found.start:
        yield found


def split_note(text: str, span: Span) -> tuple[Span, Span | None]:
    """An item and the content of the bracket that ends it: ``Order of Lenin (1945)`` gives both."""
    if text[span.end - 1 : span.end] != ")":
        return span, None
    depth = 0
    for place in range(span.end - 1, span.start, -1):
        if text[place] == ")":
            depth += 1
        elif text[place] == "(":
            depth -= 1
            if depth == 0:
                head = trim(text, span.start, place)
                if head.end <= head.start:
                    return span, None
                return head, Span(place + 1, span.end - 1)
    return span, None
