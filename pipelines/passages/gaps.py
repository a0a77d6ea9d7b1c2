"""Gaps: what a source has visibly lost. Nothing is invented for it; only the place is marked.

English prose is judged by words that cannot stand where they stand (lexicon ``gaps``), fields and references by their
numbering, announced quotations by what follows.
"""

import re
from collections.abc import Iterator, Sequence

from pipelines.lexicon import load_lexicon
from pipelines.sources.document import Document
from warehouse.contract.tables import Gap, Passage

_LEXICON = load_lexicon("gaps")


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_OPENERS = _any(_LEXICON["openers"])
_FOUND = re.compile(
    rf"\b(?:{_OPENERS})(?P<before_mark>\s+)(?=[,;:.)](?:\s|$))"
    rf"|\b(?:{_OPENERS})(?P<before_dash>\s+)(?=[—–]\w)"
    rf"|(?P<after_bracket>\(\s+)(?=[,;)])"
    rf"|\b(?:{_any(_LEXICON['articles'])})(?P<after_article>\s+)(?=(?:{_any(_LEXICON['never_after_an_article'])})\b(?!-))"
    rf"|(?P<pair>\b(?:{_any(_LEXICON['pairs'])})\b(?!-))"
    rf"|(?P<empty_brackets>\(\s*\))"
    rf"|(?<=\w)(?P<lost_list_item>\s+)(?=,\s)",
    re.IGNORECASE,
)
_LOST_BIRTH = re.compile(r"\((?P<place>\s*)[–—-]\s*(?:\d|[A-Z][a-z]+ \d)")
_LOST_DEATH = re.compile(r"\((?:born |b\. )?[^()]{0,60}\d{4}\s*[–—-](?P<place>\s*)\)")
_INTERVAL_END = re.compile(r"\b(?:19|18|17|20)\d\d,?\s+(?:to|until)\s+,\s*(?:\d{4}|[A-Z])")
_ON = re.compile(r"\bon\s*$", re.IGNORECASE)
_FROM_OR_SINCE = re.compile(r"\b(?:from|since|until|by)\s*$", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"(?:^|[.!?]\s+)(?:From|In|By|Between|Since|After)\s+[^.,;]{0,40}\d{4}[^.,;]{0,20},(?P<place>\s+)"
    r"(?=(?:held|served|became|was|joined|moved|worked|led|headed|took|returned|received)\b)"
)
_EXCEPTIONS = re.compile(rf"\b(?:{_any(_LEXICON['exceptions'])})\b", re.IGNORECASE)
_ANNOUNCED = re.compile(r":(\s*)$")
_QUOTES = ('"', "“", "«", "„", "‘", "'")
_NUMBERED = re.compile(r"[-*] ([^:\d]+?)\s?(\d{1,3}):")
_TRUNCATED = re.compile(r"(?:\.\.\.|…)\s*$")
_PROSE = frozenset(("paragraph", "list_item"))
_EVIDENCE = 40
_MAX_MISSING = 20  # a jump beyond this is another way of numbering, not a loss of so many


def find_gaps(document: Document, passages: Sequence[Passage]) -> tuple[Gap, ...]:
    """Every visible loss of a document, in the order of the text; a gap may have no width."""
    found: list[tuple[Passage, str, int, int, str]] = []
    for at, passage in enumerate(passages):
        if passage.kind in _PROSE and passage.language in ("en", None):
            found += [(passage, *loss) for loss in _lost_in_prose(passage)]
        if passage.kind == "paragraph":
            found += [(passage, *loss) for loss in _lost_quotation(passage, _next_words(passages, at))]
    found += _missing_fields(passages)
    found += _lost_in_references(document, passages)
    found.sort(key=lambda loss: (loss[2], loss[3], loss[1]))
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


def _around(text: str, start: int, end: int) -> str:
    """The words around a place, cut at blanks, in one line."""
    left, right = max(0, start - _EVIDENCE), min(len(text), end + _EVIDENCE)
    words = text[left:right]
    if left:
        words = words.split(" ", 1)[-1]
    if right < len(text):
        words = words.rsplit(" ", 1)[0]
    return " ".join(words.split())


def _lost_in_prose(passage: Passage) -> Iterator[tuple[str, int, int, str]]:
    text = passage.text
    sound = [found.span() for found in _EXCEPTIONS.finditer(text)]
    seen: set[int] = set()

    def loss(kind: str, start: int, end: int) -> Iterator[tuple[str, int, int, str]]:
        if start in seen or any(low <= start < high for low, high in sound):
            return
        seen.add(start)
        yield kind, passage.passage_start + start, passage.passage_start + end, _around(text, start, end)

    for pattern in (_LOST_BIRTH, _LOST_DEATH):
        for found in pattern.finditer(text):
            yield from loss("lost_date", *found.span("place"))
    for found in _INTERVAL_END.finditer(text):
        at = found.end() - len(found[0].rsplit(",", 1)[-1]) - 1
        yield from loss("lost_date", at, at)
    for found in _NO_SUBJECT.finditer(text):
        yield from loss("lost_words", found.end("place"), found.end("place"))
    for found in _FOUND.finditer(text):
        if found["pair"] is not None:
            at = found.start() + found[0].index(" ") + 1
        elif found["empty_brackets"] is not None:
            at = found.start() + 1
        else:
            at = found.end()
        before = text[max(0, at - 12) : at]
        is_date = bool(_ON.search(before)) or (bool(_FROM_OR_SINCE.search(before)) and text[at : at + 1] == ",")
        yield from loss("lost_date" if is_date else "lost_words", at, at)


def _next_words(passages: Sequence[Passage], at: int) -> Passage | None:
    return next((passage for passage in passages[at + 1 :] if passage.kind != "blank"), None)


def _lost_quotation(passage: Passage, following: Passage | None) -> Iterator[tuple[str, int, int, str]]:
    found = _ANNOUNCED.search(passage.text)
    if not found or (following is not None and _is_announced(following)):
        return
    at = passage.passage_start + found.start() + 1
    sentence = re.split(r"(?<=[.!?])[\"”’»]?\s+", passage.text.rstrip())[-1]
    yield "lost_quotation", at, at, sentence


def _is_announced(passage: Passage) -> bool:
    return passage.kind == "list_item" or passage.text.lstrip().startswith(_QUOTES)


def _missing_fields(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str, int, int, str]]:
    """Numbered groups of fields (Office1, Office2, Office4) with a number left out, told once a number."""
    last: dict[str, int] = {}
    told: set[int] = set()
    for passage in passages:
        found = _NUMBERED.match(passage.text) if passage.kind == "field" else None
        if not found:
            continue
        key, number = found[1].lower(), int(found[2])
        for lost in range(last.get(key, number) + 1, min(number, last.get(key, number) + _MAX_MISSING + 1)):
            if lost not in told:
                told.add(lost)
                evidence = f"{found[1]}{lost} is missing before: {passage.text.strip()}"
                yield passage, "missing_number", passage.passage_start, passage.passage_start, evidence
        last[key] = number


def _lost_in_references(
    document: Document, passages: Sequence[Passage]
) -> Iterator[tuple[Passage, str, int, int, str]]:
    before = 0
    for block, passage in zip(document.page.blocks, passages, strict=True):
        if block.kind != "reference" or block.number is None:
            continue
        words = passage.text.rstrip()
        if block.number > before + 1:
            for lost in range(before + 1, min(block.number, before + _MAX_MISSING + 1)):
                at = passage.passage_start
                yield passage, "missing_number", at, at, f"[{lost}] is missing before: {words.strip()[:60]}"
        is_entry = block.number != before
        before = max(before, block.number)
        if is_entry and "\n" not in words:
            at = passage.passage_start + len(words)
            yield passage, "empty_reference", at, at, words.strip()
        found = _TRUNCATED.search(words)
        if found:
            start = passage.passage_start + found.start()
            yield (
                passage,
                "truncated",
                start,
                passage.passage_start + len(words),
                _around(words, found.start(), len(words)),
            )
