"""Gaps: what a source has visibly lost. Nothing is invented for it; only the place is marked, mostly without width.

Here are losses seen by how passages follow one another: numbers left out, references without words or breaking off,
quotations announced and not given. Words lost inside a sentence are found in ``lost_words``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from pipelines.lexicon import load_lexicon
from pipelines.passages.lost_words import Loss, find_lost_words
from pipelines.sources.document import Document
from warehouse.contract.tables import Gap, Passage

_LEXICON = load_lexicon("gaps")
_NEVER_LAST = frozenset(_LEXICON["never_last"])
_ANNOUNCING = frozenset(_LEXICON["announcing"]["words"])
_OWN_WORDS = frozenset(_LEXICON["announcing"]["own_words"])

_QUOTES = ('"', "“", "«", "„", "‘", "'", ">", "—", "–")
_NUMBERED = re.compile(r"[-*] ([^:\d]+?)\s?(\d{1,3}):")
_ELLIPSIS = re.compile(r"(?:(?<=[\s([])|(?=(?:\.\.\.|…)[^\S\n]*$))(?:\.\.\.|…)(?![.…])", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?][\"”’»]?\s")
_WORD = re.compile(r"[^\W\d_]+")
_PROSE = frozenset(("paragraph", "list_item"))
_JUDGED_BY_MARKS = frozenset(("field",))
_EVIDENCE = 40
_MAX_MISSING = 20
"""A jump beyond this is another way of numbering, not a loss of so many."""
_HABIT = 3
"""So many stray blanks more than certain losses are a way of setting type, not losses."""
_MANY = 8
_MANY_IN = 25
"""More losses than one in so many characters, and the passage is no prose: a table, code, noise."""
_LAST_WORDS = 12
"""A paragraph at the end of the text with so many words and no mark at its end was cut off."""

_Told = tuple[Passage, str, int, int, str]


def find_gaps(document: Document, passages: Sequence[Passage]) -> tuple[Gap, ...]:
    """Every visible loss of a document, in the order of the text; a gap may have no width.

    A loss of words is marked where the next word or mark stands that is left.
    """
    found = [
        *_lost_in_prose(document, passages),
        *_lost_at_ends(document, passages),
        *_missing_fields(passages),
        *_lost_in_references(document, passages),
    ]
    found.sort(key=lambda told: (told[2], told[3], told[1]))
    return tuple(
        Gap(
            gap_id=f"{document.source_id}.g{number:04d}",
            source_id=document.source_id,
            passage_id=passage.passage_id,
            kind=kind,
            gap_start=start,
            gap_end=end,
            evidence=evidence,
        )
        for number, (passage, kind, start, end, evidence) in enumerate(found)
    )


def place_gaps(document: Document, passages: Sequence[Passage], gaps: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """The gaps found in what a page shows, at their places in the document as archived, whose passages are given."""
    shown = document.page.shown
    if shown is None:
        return gaps
    starts = [passage.passage_start for passage in passages]
    placed = []
    for gap in gaps:
        start, end = shown.archived_span(gap.gap_start, gap.gap_end)
        passage = passages[bisect_right(starts, start) - 1]
        end = min(end, passage.passage_end)
        placed.append(replace(gap, passage_id=passage.passage_id, gap_start=start, gap_end=end))
    return tuple(placed)


def _around(text: str, start: int, end: int, passage: Passage) -> str:
    """The words around a place, of its passage, cut at blanks, in one line."""
    left, right = max(passage.passage_start, start - _EVIDENCE), min(passage.passage_end, end + _EVIDENCE)
    words = text[left:right]
    if left > passage.passage_start:
        words = words.split(" ", 1)[-1]
    if right < passage.passage_end:
        words = words.rsplit(" ", 1)[0]
    return " ".join(words.split())


def _lost_in_prose(document: Document, passages: Sequence[Passage]) -> Iterator[_Told]:
    losses: dict[int, tuple[Passage, Loss]] = {}
    for passage in passages:
        if passage.kind not in _PROSE | _JUDGED_BY_MARKS or passage.language not in ("en", "ru", None):
            continue
        for loss in _lost_words(document.text, passage):
            before = losses.get(loss.place)
            if before is None or (loss.is_certain, loss.kind == "lost_date") > (
                before[1].is_certain, before[1].kind == "lost_date"
            ):  # fmt: skip
                losses[loss.place] = passage, loss
    certain = sum(loss.is_certain for _, loss in losses.values())
    is_habit = len(losses) - certain > _HABIT + 2 * certain
    for passage, loss in losses.values():
        if loss.is_certain or not is_habit:
            yield passage, loss.kind, loss.place, loss.place, _around(document.text, loss.place, loss.place, passage)


def _lost_words(text: str, passage: Passage) -> Sequence[Loss]:
    """The losses of one passage; none where there are so many that it is no prose."""
    start, end = passage.passage_start, passage.passage_end
    most = max(_MANY, (end - start) // _MANY_IN)
    is_english = passage.kind in _PROSE and passage.language != "ru"
    losses = find_lost_words(text, start, end, is_english=is_english)
    found = list(islice(losses, most + 1))
    return found if len(found) <= most else ()


def _lost_at_ends(document: Document, passages: Sequence[Passage]) -> Iterator[_Told]:
    """Paragraphs that announce what does not follow, and such as break off."""
    following: Passage | None = None
    for passage in reversed(passages):
        if passage.kind == "blank":
            continue
        if passage.kind == "paragraph":
            yield from _lost_at_end(document, passage, following)
        following = passage


def _lost_at_end(document: Document, passage: Passage, following: Passage | None) -> Iterator[_Told]:
    words = passage.text.rstrip()
    at = passage.passage_start + len(words)
    last = words[-1:]
    if last == ":":
        tail = words[-600:]
        begins = max((found.end() for found in _SENTENCE_END.finditer(tail)), default=0)
        sentence = tail[begins:]
        is_quotation = not _ANNOUNCING.isdisjoint(_words_of(sentence))
        if following is None or following.kind in ("heading", "title") or (
            is_quotation and not _is_quoted(following)
        ):  # fmt: skip
            yield passage, "lost_quotation" if is_quotation else "lost_words", at, at, sentence
    elif _ELLIPSIS.search(words, max(0, len(words) - 3)) and len(words) > 3:
        start = at - (1 if last == "…" else 3)
        yield passage, "truncated", start, at, _around(document.text, start, at, passage)
    elif last == "," or last.isalpha():
        word = words[-30:].rsplit(maxsplit=1)[-1]
        is_last = following is None and len(words[-400:].split()) >= _LAST_WORDS
        if is_last or last == "," or word.lower() in _NEVER_LAST:
            yield passage, "truncated", at, at, _around(document.text, at, at, passage)


def _words_of(words: str) -> Iterable[str]:
    return (word.lower() for word in _WORD.findall(words))


def _is_quoted(passage: Passage) -> bool:
    """Whether a passage can be what was announced: a list, words in quotation marks or in the first person."""
    words = passage.text.lstrip()
    if passage.kind != "paragraph":
        return passage.kind == "list_item"
    return words.startswith(_QUOTES) or words[:1].islower() or not _OWN_WORDS.isdisjoint(_words_of(words[:1000]))


def _missing_fields(passages: Sequence[Passage]) -> Iterator[_Told]:
    """Numbers left out of numbered groups of fields (Office, Office1, Office2, Office4).

    Keys that stand together under one number are one group; a number is missing where no key of the group has it.
    """
    groups: dict[str, str] = {}
    numbered: dict[str, list[tuple[int, str, Passage]]] = {}
    leader, number_before = "", -1
    for passage in passages:
        found = _NUMBERED.match(passage.text) if passage.kind == "field" else None
        if found is None:
            number_before = -1
            continue
        key, number = found[1], int(found[2])
        if number != number_before:
            leader = key.lower()
        leader = groups.setdefault(key.lower(), groups.get(leader, leader))
        numbered.setdefault(leader, []).append((number, key, passage))
        number_before = number
    for members in numbered.values():
        present = {number for number, _, _ in members}
        last = min(min(present), 2) - 1  # the first of a group often has no number
        for number, key, passage in members:
            missing = [lost for lost in range(last + 1, min(number, last + _MAX_MISSING + 1)) if lost not in present]
            for lost in missing:
                at = passage.passage_start
                yield passage, "missing_number", at, at, f"{key}{lost} is missing before: {passage.text.strip()}"
            last = max(last, number)


def _lost_in_references(document: Document, passages: Sequence[Passage]) -> Iterator[_Told]:
    last = 0
    for block, passage in zip(document.page.blocks, passages, strict=True):
        if block.kind != "reference" or block.number is None:
            continue
        start, words = passage.passage_start, passage.text
        if block.number != last:
            for lost in range(last + 1, min(block.number, last + _MAX_MISSING + 1)):
                yield passage, "missing_number", start, start, f"[{lost}] is missing before: {words.strip()[:60]}"
            last = max(last, block.number)
            if words.rstrip().endswith("]") and "\n" not in words.strip():
                at = start + len(words.rstrip())
                yield passage, "empty_reference", at, at, words.strip()
        for found in _ELLIPSIS.finditer(words):
            at = start + found.start()
            yield passage, "truncated", at, start + found.end(), _around(document.text, at, at, passage)
        at = start
        for line in words.splitlines(keepends=True):
            left = line.rstrip()
            if left[-1:].isalpha() and left[-30:].rsplit(maxsplit=1)[-1].lower() in _NEVER_LAST:
                place = at + len(left)
                yield passage, "truncated", place, place, _around(document.text, place, place, passage)
            at += len(line)
