"""The walk over a text: first the cores, then the phrases that join them. What they mean is not decided here.

Both levels go once from left to right with one regular expression over classes of tokens (`notation`). Where a rule's
words turn out to be no date, the later rules are tried at the same token; so every token is looked at a bounded number
of times and the walk is linear.
"""

import re
from typing import NamedTuple

from pipelines.dates import (
    grammar_en,
    grammar_ru,
    grammar_shared,
    shapes_days,
    shapes_parts,
    shapes_relative,
    shapes_years,
)
from pipelines.dates.cores import Core, Match, Spans
from pipelines.dates.notation import ReadyRule, compile_grammar
from pipelines.dates.tokens import Tokens
from pipelines.dates.wording import WORDING


class Phrase(NamedTuple):
    """Cores that belong together: the rule and shape that joined them, and the cores by capture."""

    rule: str
    shape: str
    cores: tuple[Core, ...]
    parts: dict[str, Core]
    start: int
    end: int
    marks: frozenset[str]


SHAPES = {**shapes_years.SHAPES, **shapes_days.SHAPES, **shapes_parts.SHAPES, **shapes_relative.SHAPES}

CORES = compile_grammar(
    (
        ("en", grammar_en.PIECES, grammar_en.RULES),
        ("ru", grammar_ru.PIECES, grammar_ru.RULES),
        ("any", grammar_shared.PIECES, grammar_shared.RULES),
    )
)
PHRASES = compile_grammar(
    (("en", grammar_en.PIECES, grammar_en.PHRASES), ("ru", grammar_ru.PIECES, grammar_ru.PHRASES))
)


def _spans(rule: ReadyRule, match: re.Match[str]) -> Spans:
    spans: Spans = {}
    for group, name in rule.captures:
        start, end = match.span(group)
        if start >= 0:
            spans.setdefault(name, []).append((start, end))
    return spans


def find_cores(tokens: Tokens) -> list[Core]:
    """All cores in order, without overlap."""
    cores: list[Core] = []
    classes = tokens.classes
    begin, rules_at = CORES.begin.search, CORES.rules_at
    found = begin(classes)
    while found is not None:
        place = found.start()
        after = place + 1
        for rule in rules_at(classes, place):
            matched = rule.expression.match(classes, place)
            if matched is None:
                continue
            match = Match(tokens, rule.name, place, matched.end(), _spans(rule, matched))
            built = SHAPES[rule.shape](match)
            if built is None:
                continue
            if isinstance(built, list):
                cores += built
                after = max(built[-1].end, after)
            else:
                cores.append(built)
                after = max(built.end, match.end, after)
            break
        found = begin(classes, after)
    return cores


def find_phrases(tokens: Tokens, cores: list[Core]) -> list[Phrase]:
    """All phrases in order: every core stands in exactly one."""
    pieces: list[str] = []
    at_core: dict[int, Core] = {}
    token_of: list[int] = []
    place = size = 0
    for core in cores:
        gap = tokens.classes[place : core.start]
        pieces.append(gap)
        token_of += range(place, core.start)
        size += len(gap)
        at_core[size] = core
        pieces.append(WORDING.class_chars[core.kind])
        token_of.append(core.start)
        size += 1
        place = core.end
    pieces.append(tokens.classes[place:])
    token_of += range(place, len(tokens.classes) + 1)
    classes = "".join(pieces)
    phrases: list[Phrase] = []
    placed = list(at_core)
    done = at = 0
    while at < len(placed):
        found, matched, rule = _next_phrase(classes, done)
        stop = len(classes) if found is None else found
        while at < len(placed) and placed[at] < stop:
            core = at_core[placed[at]]
            phrases.append(Phrase(core.rule, "plain", (core,), {"a": core}, core.start, core.end, frozenset()))
            at += 1
        if matched is None or rule is None:
            return phrases
        phrases.append(_to_phrase(rule, matched, at_core, token_of))
        done = matched.end()
        while at < len(placed) and placed[at] < done:
            at += 1
    return phrases


def _next_phrase(classes: str, place: int) -> "tuple[int | None, re.Match[str] | None, ReadyRule | None]":
    found = PHRASES.begin.search(classes, place)
    while found is not None:
        for rule in PHRASES.rules_at(classes, found.start()):
            matched = rule.expression.match(classes, found.start())
            if matched is not None:
                return found.start(), matched, rule
        found = PHRASES.begin.search(classes, found.start() + 1)
    return None, None, None


def _to_phrase(rule: ReadyRule, matched: re.Match[str], at_core: dict[int, Core], token_of: list[int]) -> Phrase:
    inside = tuple(at_core[place] for place in range(matched.start(), matched.end()) if place in at_core)
    parts: dict[str, Core] = {}
    marks: set[str] = set()
    start = inside[0].start
    last = token_of[matched.end() - 1]
    end = inside[-1].end if matched.end() - 1 in at_core else last + 1
    for group, name in rule.captures:
        place = matched.start(group)
        if place < 0:
            continue
        if place in at_core:
            parts[name] = at_core[place]
        else:
            marks.add(name)
            if name == "z":
                start = token_of[place]
    return Phrase(rule.name, rule.shape, inside, parts, start, end, frozenset(marks))
