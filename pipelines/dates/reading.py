"""Reading the dates of a text: tokens, cores, phrases and their meaning in order, and context carried on.

The room's front: `read_dates` for one passage, `context_after` for what the next passage knows. Whole documents, with
headings and births, are read by `documents`.
"""

from collections.abc import Sequence

from pipelines.dates.calendars import ymd_from_day
from pipelines.dates.mentions import Reader
from pipelines.dates.narrative import Narrative
from pipelines.dates.parser import find_cores, find_phrases
from pipelines.dates.phrases import read_phrase
from pipelines.dates.tokens import split_tokens
from pipelines.dates.value import NO_CONTEXT, DateContext, DateMention


def read_dates(text: str, context: DateContext = NO_CONTEXT, *, durations: bool = False) -> list[DateMention]:
    """All mentions of time in a text, in order and without overlap.

    ``context`` is what is known before the text begins. With ``durations`` lengths, ages and repeated times come too,
    as mentions of their own kinds. Offsets count code points of ``text``. Never raises for any text.
    """
    return read_with_context(text, context, durations=durations)[0]


def read_with_context(
    text: str, context: DateContext = NO_CONTEXT, *, durations: bool = False, offset: int = 0
) -> tuple[list[DateMention], DateContext]:
    """The mentions of a text, and what is known after it.

    ``offset`` is where the text begins in a whole; spans then count from the whole's beginning.
    """
    tokens = split_tokens(text, is_dated=context.is_dated)
    cores = find_cores(tokens)
    if not cores:
        return [], context
    narrative = Narrative(context, next((core.year for core in cores if core.year is not None), None))
    reader = Reader(tokens, narrative, durations=durations, offset=offset)
    for phrase in find_phrases(tokens, cores):
        read_phrase(reader, phrase)
    after = DateContext(
        narrative.year, narrative.month, narrative.day, context.heading_years, context.birth, context.language
    )
    return reader.mentions, after


def context_after(mentions: Sequence[DateMention], context: DateContext = NO_CONTEXT) -> DateContext:
    """What is known after a passage: the context before it, with the last date read in it.

    `read_with_context` says it more exactly, since it knows which dates stood in brackets.
    """
    for mention in reversed(mentions):
        if mention.kind != "date" or mention.is_vague or mention.precision in (None, "century"):
            continue
        day = mention.earliest if mention.precision != "interval" else mention.latest
        if day is None:
            day = mention.latest
        if day is None:
            continue
        year, month, number = ymd_from_day(day)
        last_month = month if mention.precision in ("day", "month", "season") else None
        last_day = number if mention.precision == "day" else None
        return DateContext(year, last_month, last_day, context.heading_years, context.birth, context.language)
    return context
