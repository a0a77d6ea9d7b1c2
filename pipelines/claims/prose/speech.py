"""What is said, advised or planned: quoted words, reported speech behind ``that``, infinitives."""

from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.tokens import DATE, QUOTE, WORD
from pipelines.claims.prose.verbs import BASE, known_forms
from pipelines.claims.statement import Span
from pipelines.claims.values import trim


def quoted_words(setting: Setting, start: int) -> list[Object]:
    """The words quoted after a verb of saying: right after it, or after a comma or colon."""
    for at, unit in enumerate(setting.units[start : start + 14], start):
        if at in setting.verbs and at > setting.clause.verb:
            break  # "called out, to which Holm responded, 'Never'": another says it
        if unit.kind == QUOTE and unit.end - unit.start > 12:
            inner = trim(setting.text, unit.start + 1, unit.end - 1, " ,.")
            if setting.units[setting.clause.verb].lower in _WRITING and _is_title(
                setting.text[inner.start : inner.end]
            ):
                return []  # "wrote 'The Long Night'": a work
            if inner.end > inner.start:
                return [Object(inner, is_quotation=True)]
    begin = setting.clause.subject[0] if setting.clause.subject is not None else 0
    before = setting.units[begin - 1] if begin else None
    if before is not None and before.kind == QUOTE and before.end - before.start > 12:
        inner = trim(setting.text, before.start + 1, before.end - 1, " ,.")  # "The future is ours," he told the crowd
        if inner.end > inner.start:
            return [Object(inner, is_quotation=True)]
    return []


_WRITING = {"wrote", "written", "write", "writing", "composed", "published"}


def _is_title(words: str) -> bool:
    """Whether quoted words are written as a title: each word that counts with a capital."""
    said = words.split()
    return len(said) < 10 and all(word[:1].isupper() for word in said if len(word) > 4) and said[-1][:1].isupper()


_MOST_OF_SPEECH = 40
"""Units of reported speech that make an object."""


def told_after_that(setting: Setting, start: int) -> list[Object]:
    """Reported speech: what stands after ``that``, a date or whom it is told to between it and the verb."""
    units = setting.units
    that = next((at for at in range(start, min(len(units), start + 7)) if units[at].lower == "that"), None)
    if that is None or any(units[at].lower in (",", "and", "but", ";") for at in range(start, that)):
        return []
    end = that + 1
    stop = min(len(units), that + 1 + _MOST_OF_SPEECH)
    while end < stop and units[end].lower not in (".", ";", ":", "—", "–"):
        if (
            units[end].lower == ","
            and end + 1 < stop
            and units[end + 1].lower in ("which", "who", "but", "while", "though")
        ):
            break
        end += 1
    if end - that < 3:
        return []
    if units[that + 1].kind == QUOTE:
        return [Object(Span(units[that + 1].start + 1, units[that + 1].end - 1), is_quotation=True)]
    return [Object(Span(units[that + 1].start, units[end - 1].end))]


def infinitive_of(setting: Setting) -> list[Object]:
    """What somebody is advised or asked to do: the infinitive behind the verb, up to the next mark."""
    for place in range(setting.clause.verb + 1, min(len(setting.units), setting.clause.verb + 8)):
        behind = setting.units[place + 1 : place + 3]
        following = next((unit for unit in behind if not unit.lower.endswith("ly")), None)
        is_verb = following is not None and BASE in known_forms().get(following.lower, ())
        if setting.units[place].lower == "to" and setting.units[place].kind == WORD and is_verb:
            end = place
            while end + 1 < len(setting.units) and setting.units[end + 1].lower not in (".", ";", ","):
                end += 1
            dated = next((unit for unit in setting.units[place : end + 1] if unit.kind == DATE), None)
            is_own = setting.clause.passive or setting.units[setting.clause.verb].lower in ("refused", "declined")
            if (
                is_own
                and dated is not None
                and setting.units[end] is dated
                and setting.units[end - 1].lower in ("in", "on")
            ):
                end -= 2  # "was forbidden to publish in 1948": the date is the ban's
            else:
                dated = None
            if end > place:
                span = Span(setting.units[place].start, setting.units[end].end)
                return [Object(span, dated=dated.dated if dated is not None else None)]
    return []
