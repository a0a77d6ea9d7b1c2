"""Awards told of as a list: ``His awards included the Order of Lenin, the …``: the page's subject bears them."""

from dataclasses import replace

from pipelines.claims.awards import count_award
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.kinds import Phrase, is_award, words_of
from pipelines.claims.prose.phrases import parse_complements
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_NOUNS = {
    "awards",
    "award",
    "honours",
    "honors",
    "decorations",
    "medals",
    "prizes",
    "distinctions",
    "orders",
    "accolades",
}
_VERBS = {
    "are",
    "comprise",
    "included",
    "followed",
    "came",
    "encompass",
    "include",
    "includes",
    "encompassed",
    "comprised",
    "were",
}


def read_award_lists_in_prose(
    discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int
) -> list[Statement]:
    """One award for each named in the list, with the date that follows it before the next."""
    made = _by_scholarship(discourse, units)
    for clause in clauses:
        verb = units[clause.verb]
        if verb.lower not in _VERBS or clause.subject is None:
            continue
        subject = units[clause.subject[0] : clause.subject[1]]
        if not any(unit.lower.split()[-1] in _NOUNS for unit in subject):
            continue
        named = [unit for unit in subject if unit.kind == NAME]
        owner: Who | None = discourse.subject_who()
        if named:
            found = discourse.resolve_name(named[0])
            owner = found if found is not None else owner
        assert owner is not None
        discourse.awards_of = owner
        made += _listed(discourse, owner, Part("trigger", Span(verb.start, verb.end)), units, clause.verb + 1, offset)
    return made


def _is_plural(award: str) -> bool:
    """``Iron Crosses``, ``Orders of Merit``: several of one name."""
    head = award.split(" of ")[0].split()[-1].lower()
    return head in ("orders", "crosses", "medals", "stars", "prizes", "awards", "palms", "ribbons", "trophies", "cups")


def read_named_among(discourse: Discourse, units: list[Unit], told: list[Statement], offset: int) -> list[Statement]:
    """``the honours once given to him, including two Iron Crosses (1914 and 1916)``: awards no statement has told."""
    made: list[Statement] = []
    for place in range(1, len(units) - 1):
        if units[place].lower not in _OPENING or units[place].kind != WORD:
            continue
        noun = next((at for at in range(place - 1, max(-1, place - 10), -1) if units[at].lower in _NOUNS), None)
        if noun is None:
            continue
        name = next((unit for unit in units[noun + 1 : place] if unit.kind == NAME), None)
        if name is None and noun > 1 and units[noun - 1].lower in ("'s", "’s"):
            name = units[noun - 2]
        owner = discourse.resolve_name(name) if name is not None else discourse.subject_who()
        if owner is not None:
            made += _listed(discourse, owner, None, units, place + 1, offset)
    stood = [
        held.span for each in told
        if each.event_type == "award" and (held := each.first("object")) is not None and held.span is not None
    ]  # fmt: skip
    return [
        each for each in made
        if (held := each.first("object")) is not None and held.span is not None
        and not any(span.start < held.span.end and held.span.start < span.end for span in stood)
    ]  # fmt: skip


_OPENING = {"including", "notably", "namely", "among"}
"""Words that open a list of those named."""


def _by_scholarship(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``On a Barbour scholarship she studied``: what somebody had to live on, by name."""
    for at in range(len(units) - 3):
        if units[at].lower not in ("on", "with", "as") or units[at + 1].lower not in ("a", "an"):
            continue
        named, noun = units[at + 2], units[at + 3]
        is_one = named.kind == NAME and noun.kind == WORD and noun.lower in _STIPENDS
        is_whole = named.kind == NAME and len(named.lower.split()) > 1 and named.lower.split()[-1] in _STIPENDS
        if not (is_one or is_whole) or len(discourse.segment_who) != 1:
            continue
        owner = discourse.segment_who[0]
        span = Span(named.start, noun.end if is_one else named.end)
        parts = (Part("trigger", Span(units[at].start, units[at].end)), *owner.shared().parts(discourse.text))
        return [
            Statement(
                "award", owner.name, Span(units[at].start, span.end), (*parts, Part("object", span)),
                "prose.by_scholarship", round(0.8 + owner.sure, 3),
            )
        ]  # fmt: skip
    return []


_STIPENDS = {
    "scholarship",
    "fellowship",
    "studentship",
    "bursary",
    "exhibition",
    "stipend",
    "grant",
    "scholar",
    "fellow",
}


def read_continued_awards(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """The further awards of a list cut at semicolons: ``…; the Order of Vasa in 1944``."""
    owner = discourse.awards_of
    return [] if owner is None else _listed(discourse, owner.shared(), None, units, 0, offset)


def leave_classes(units: list[Unit]) -> list[Unit]:
    """The units without a class between commas: ``the Order of Bayi, First Class, and the Order of Liberation``.

    It would cut the list in two. A class that ends its list stays.
    """
    if not any(unit.lower.endswith(_CLASS_ENDS) for unit in units):
        return units
    kept: list[Unit] = []
    place = 0
    while place < len(units):
        is_behind_name = units[place].lower == "," and bool(kept) and kept[-1].kind == NAME
        length = _class_length(units, place + 1) if is_behind_name else 0
        behind = units[place + 1 + length].lower if length and place + 1 + length < len(units) else ""
        if length and behind in (",", "and"):
            place += 1 + length
            continue
        kept.append(units[place])
        place += 1
    return kept


_CLASSES = {"class", "degree", "grade"}
_CLASS_ENDS = tuple(_CLASSES)


def _class_length(units: list[Unit], at: int) -> int:
    """How many units ``First Class`` or ``5th class`` takes there; none where it is no class."""
    for length in (1, 2):
        words = " ".join(unit.lower for unit in units[at : at + length]).split()
        is_number = bool(words) and (words[0] in _ORDINALS or words[0][:1].isdigit())
        if len(words) == 2 and words[1] in _CLASSES and is_number:
            return length
    return 0


_ORDINALS = {"first", "second", "third", "fourth", "fifth", "i", "ii", "iii", "iv"}


_GRADES = {
    "commander", "officer", "grand officer", "grand cross", "knight grand cross", "knight commander", "dame commander",
    "knight", "companion", "grand commander", "commander first class", "knight first class",
}  # fmt: skip
"""Grades of orders, of which some are ranks elsewhere."""


def told_as_grades(statements: list[Statement], text: str) -> list[Statement]:
    """``made a Knight of the Order of Vasa in 1892 and promoted to Commander in 1901``: the order's grade, no rank."""
    kept: list[Statement] = []
    order = ""
    for each in statements:
        held = each.first("object")
        words = text[held.span.start : held.span.end].lower() if held is not None and held.span is not None else ""
        if each.event_type == "award" and each.rule != "prose.decorated":
            order = each.subject if {"order", "legion"} & set(words.split()) else ""
        is_step = each.event_type == "promotion" or each.rule == "prose.became"
        if is_step and order == each.subject and words in _GRADES:
            each = replace(each, event_type="award", subtype=None, rule="prose.grade")
        kept.append(each)
    return kept


def _is_listed(phrases: list[Phrase], place: int) -> bool:
    """An award, or the class that is left of one whose name was lost: ``the , Second Class, on``."""
    phrase = phrases[place]
    if is_award(phrase):
        return True
    words = words_of(phrase)
    lost = len(words) == 2 and words[1] == "class" and words[0] in ("first", "second", "third", "fourth")
    return lost and not (place and is_award(phrases[place - 1]))


def _given_by_many(phrases: list[Phrase], award: Phrase) -> list[tuple[Span, Dated]]:
    """The bodies behind ``degrees from``, each with the year in its bracket."""
    if words_of(award)[-1] not in ("degrees", "doctorates", "doctorate", "degree", "fellowships"):
        return []
    found: list[tuple[Span, Dated]] = []
    for phrase in phrases[phrases.index(award) + 1 :]:
        dated = next((unit.dated for unit in phrase.notes or () if unit.kind == DATE), None)
        if dated is None or phrase.slot not in ("from", "of", "at", "by"):
            break
        found.append((phrase.span, dated))
    return found


def _listed(
    discourse: Discourse, owner: Who, trigger: Part | None, units: list[Unit], start: int, offset: int
) -> list[Statement]:
    """One award for each that stands in a stretch, with the date that follows it before the next."""
    made: list[Statement] = []
    told = () if trigger is None else (trigger,)
    phrases = parse_complements(units, start, len(units)).phrases
    awards = [phrase for place, phrase in enumerate(phrases) if _is_listed(phrases, place)]
    dates = [unit for unit in units[start:] if unit.kind == DATE and unit.dated is not None]
    for place, phrase in enumerate(awards):
        limit = awards[place + 1].span.start if place + 1 < len(awards) else units[-1].end
        noted = [unit for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None]
        dates_here = noted or dates
        dated = next((unit.dated for unit in dates_here if phrase.span.end <= unit.start < limit), None)
        span, figure, more = count_award(discourse.text, phrase.span)
        if figure is not None and dated is not None:
            dated = None  # "two Orders: the first in 1940": the date is one of them
        each = [unit.dated for unit in dates_here if phrase.span.end <= unit.start < limit and unit.dated is not None]
        is_several = figure is None and len(each) > 1 and _is_plural(discourse.text[span.start : span.end])
        if is_several or (figure is not None and figure.value == len(each)):
            for one in each:
                stated = (
                    *told, *owner.parts(discourse.text), Part("object", span),
                    *one.parts(offset),
                )  # fmt: skip
                whole = Span(phrase.span.start, max(span.end, one.span.end))
                made.append(Statement("award", owner.name, whole, stated, "prose.award_list", 0.88, when=one.when))
            continue
        given = _given_by_many(phrases, phrase)
        for body, one in given:  # "honorary degrees from Oxford (1976) and Graz (1982)"
            stated = (
                *told, *owner.parts(discourse.text), Part("object", span), Part("participant", body, "by"),
                *one.parts(offset),
            )  # fmt: skip
            whole = Span(phrase.span.start, max(body.end, one.span.end))
            made.append(Statement("award", owner.name, whole, stated, "prose.award_list", 0.87, when=one.when))
        if given:
            continue
        parts = [
            *told, *owner.parts(discourse.text), Part("object", span), *more,
            *(dated.parts(offset) if dated is not None else ()),
        ]  # fmt: skip
        stood = [
            part.span for part in parts if part.span is not None and part.part not in ("antecedent", "date_anchor")
        ]
        quote = Span(min(s.start for s in stood), max(s.end for s in stood))
        made.append(
            Statement(
                "award",
                owner.name,
                quote,
                tuple(parts),
                "prose.award_list",
                0.9,
                figure=figure,
                when=dated.when if dated is not None else None,
            )
        )
    return made
