"""A page or snippet cut for reading: its paragraphs with sentences, dates found, and all their units."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipelines.claims.award_list import is_award_section
from pipelines.claims.page import Page
from pipelines.claims.prose.tokens import Sentence, Unit, cut_sentences
from pipelines.claims.statement import Span
from pipelines.claims.when import Dated, to_when
from pipelines.dates import NO_CONTEXT, DateContext, DateMention, context_after, read_dates


@dataclass(slots=True)
class Paragraph:
    """One passage of prose, cut: its sentences, where it begins, and the reference it stands in."""

    sentences: list[Sentence]
    start: int
    reference_number: int | None = None


def cut_page(page: Page, context: DateContext = NO_CONTEXT) -> list[Paragraph]:
    """The paragraphs of a page, cut; dates are read in order, each passage knowing the last date before it."""
    made = []
    for passage in page.passages:
        if passage.kind not in ("paragraph", "list_item") or passage.language == "ru":
            continue
        if passage.kind == "list_item" and is_award_section(passage.section_path):
            continue
        mentions = read_dates(passage.text, context, durations=True)
        context = context_after(mentions, context)
        start = passage.passage_start
        made.append(Paragraph(cut_sentences(page.text, start, passage.passage_end, _placed(mentions, start)), start))
    return made


def cut_snippet(page: Page, words: Span, number: int) -> Paragraph:
    """The words a reference quotes, cut; they know no date but their own."""
    mentions = read_dates(page.text[words.start : words.end], durations=True)
    sentences = cut_sentences(page.text, words.start, words.end, _placed(mentions, words.start))
    return Paragraph(sentences, words.start, number)


def _placed(mentions: list[DateMention], start: int) -> list[Dated]:
    return [
        Dated(Span(mention.start + start, mention.end + start), to_when(mention), mention)
        for mention in mentions
        if mention.kind in ("date", "duration") and not mention.is_vague
    ]


def pairs_of(paragraphs: list[Paragraph]) -> Iterator[tuple[Unit, Unit | None]]:
    """All units of these paragraphs, brackets and quotations opened, each with the one before it."""
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            before = None
            for unit in _flat(sentence.units):
                yield unit, before
                before = unit


def _flat(units: Iterable[Unit]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        if unit.inner:
            yield from _flat(unit.inner)
