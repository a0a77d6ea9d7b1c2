"""Entries without a verb: posts, ranks, memberships and awards with their date beside them or in their bracket."""

from dataclasses import replace

from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_award, is_head, is_job, is_office, is_rank, words_of
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.terms import close_term, following_dates, parts_of
from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, WORD, Unit
from pipelines.claims.prose.verbs import known_forms
from pipelines.claims.prose.where import seat_behind
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def read_noted(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """Entries dated in brackets: ``lieutenant-general (1943)`` · ``member of the Central Committee (1939–1949)``."""
    text = discourse.text
    complements = parse_complements(units, 0, len(units))
    made: list[Statement] = []
    are_awards = len(complements.phrases) < 6 and all(is_award(phrase) for phrase in complements.phrases)
    for phrase in complements.phrases:
        dated = next((unit.dated for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None), None)
        if any(unit.kind == NAME and is_letters(text, unit) for unit in phrase.notes or ()):
            continue  # "KCMG 1926 (CMG 1917)"
        is_alone = discourse.in_reference and are_awards and is_award(phrase)
        if dated is None and not is_alone:
            made += _said_of(discourse, phrase) if discourse.in_reference else []
            continue
        span = phrase.span
        extra: tuple[Part, ...] = ()
        subtype = None
        if is_rank(phrase) and discourse.in_reference:
            event = "promotion"
        elif fits(phrase, "membership"):
            event, subtype, span = "membership", "member", body_of_membership(text, span)
        elif is_award(phrase):
            event = "award"
        elif _is_degree(phrase) and phrase.first is units[0]:
            event = "education"
        elif (school := read_student(phrase, complements)) is not None:
            event, span = "education", school
        elif fits(phrase, "office") and (phrase.slot in ("", "as") or discourse.in_reference):
            event, span = "tenure", extend_office(text, phrase, complements)
            extra = office_parts(text, span)
        else:
            continue
        who = discourse.subject_who()
        if dated is None:
            parts = (*who.parts(text), Part("object", span))
            made.append(Statement(event, who.name, span, parts, "prose.noted", 0.84, subtype=subtype))
            continue
        parts = (*who.parts(text), Part("object", span), *extra, dated.part())
        quote = Span(min(phrase.span.start, span.start), dated.span.end)
        made.append(Statement(event, who.name, quote, parts, "prose.noted", 0.88, subtype=subtype, when=dated.when))
    return made


def _said_of(discourse: Discourse, phrase: Phrase) -> list[Statement]:
    """What an entry of a reference calls its subject: ``Soviet statesman`` · ``Lieutenant General``."""
    if phrase.slot not in ("", "aside") or phrase.article or len(phrase.units) > 3:
        return []
    words = words_of(phrase)
    if is_rank(phrase):
        event, subtype = "attribute", "rank"
    elif phrase.first.kind == NAME and len(words) > 1 and fits(phrase, "office"):
        event, subtype = "tenure", None
    elif len(words) < 4 and words[0] in _SCHOOLING and phrase.head == "education":
        event, subtype = "education", None
    elif len(words) > 1 and (is_head(phrase.head, "occupation") or is_job(phrase)) and phrase.units[-1].kind == WORD:
        event, subtype = "attribute", "occupation"
    else:
        return []
    who = discourse.subject_who()
    parts = (*who.parts(discourse.text), Part("object", phrase.span))
    return [Statement(event, who.name, phrase.span, parts, "prose.said_of", 0.84, subtype=subtype)]


_SCHOOLING = {"secondary", "higher", "primary", "elementary", "incomplete", "university"}


def _is_dated_job(phrase: Phrase, dated: Unit) -> bool:
    """``city solicitor 1877-1879``: a calling of two words and more with its years right behind it is a post."""
    return len(phrase.units) > 1 and is_job(phrase) and 0 <= dated.start - phrase.span.end <= 3


def read_entry(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """An entry without a verb: ``county attorney of Saline County 1876-1880`` is an office of the page's subject.

    So are a rank, a degree, an award, years as a student, and the next place of the office named before.
    """
    text = discourse.text
    complements = parse_complements(units, 0, len(units))
    run = [phrase for phrase in complements.slot("") or complements.phrases[:1] if phrase.link != "run"]
    if run and not complements.dates:
        return _undated(discourse, run[0], complements, units)
    if not run or run[0].span.start <= complements.dates[0][0].start < run[0].span.end:
        return []
    phrase = run[0]
    first = complements.dates[0][0]
    if phrase.span.start > (first.end if first.end <= phrase.span.start else units[0].start) + 24:
        return []
    opens = first.end <= phrase.span.start and text[first.end : phrase.span.start].strip() in ("-", "–", "—", ":")
    told = _event_of(discourse, phrase, complements, first, opens=opens)
    if phrase.slot == "of" and discourse.continues and discourse.last_event == "membership":
        told = "membership", "member", phrase.span  # "Member of the Diet 1863–66, of the Reichstag 1881–84"
    if told is None:
        return []
    event, subtype, span = told
    discourse.last_event = event
    if event == "tenure" and discourse.ordained and phrase.head in ("priest", "deacon", "bishop"):
        event = "appointment"  # "Ord. deacon 1688; priest, 1690"
    who = discourse.segment_who[0].shared() if discourse.segment_who else discourse.subject_who()
    dated, rests_on = close_term(units, first)
    if event in ("award", "promotion"):
        assert first.dated is not None
        dated, rests_on = first.dated, (first.dated,)
    place: tuple[Part, ...] = ()
    if event == "tenure" and discourse.last_entry is not None and span is phrase.span and phrase.first.kind == NAME:
        if not _is_held(phrase):
            place, span = (Part("place", phrase.span),), discourse.last_entry
    elif event == "tenure":
        discourse.last_entry = span
    body = office_parts(text, span) if event == "tenure" and not place else ()
    if event == "tenure" and not body and not place and (behind := _body_behind(complements, phrase)) is not None:
        body = (Part("participant", behind, "body"),)
    if event == "tenure" and not place and not any(part.part == "place" for part in body):
        seat = seat_behind(text, complements, phrase, span.end)
        body += (Part("place", seat),) if seat is not None else ()
    parts = (*who.parts(text), Part("object", span), *place, *body, *parts_of(rests_on, offset))
    stood = [phrase.span if place else span, *(each.span for each in rests_on)]
    quote = Span(min(each.start for each in stood), max(each.end for each in stood))
    confidence = round((0.9 if not place else 0.86) + who.sure, 3)
    made = [Statement(event, who.name, quote, parts, "prose.entry", confidence, subtype=subtype, when=dated.when)]
    if event in ("membership", "tenure"):
        for more in _joined_dates(units, first):  # "1863–66 and 1873–79"
            own = tuple(part for part in parts if part.part != "date")
            made.append(
                replace(
                    made[0], parts=(*own, *more.parts(offset)), when=more.when, quote=Span(quote.start, more.span.end)
                )
            )
    for each in following_dates(units, first) if event == "award" else ():
        again = (*who.parts(text), Part("object", span), *each.parts(offset))
        whole = Span(min(span.start, quote.start), max(quote.end, each.span.end))
        made.append(Statement(event, who.name, whole, again, "prose.entry", confidence, when=each.when))
    return made + _retired(units, who, offset)


def _undated(discourse: Discourse, phrase: Phrase, complements: Complements, units: list[Unit]) -> list[Statement]:
    """An entry that is an office and nothing else: ``Deputy of the Supreme Soviet of the 5th convocation.``"""
    text = discourse.text
    span = extend_office(text, phrase, complements)
    rest = text[span.end : units[-1].end].strip(" .;")
    is_full = "of" in words_of(phrase) and any(unit.kind == NAME for unit in phrase.units)
    if rest or not is_full or phrase.first is not units[0] or phrase.article or not text[units[0].start].isupper():
        return []
    if is_award(phrase):
        event, subtype = "award", None
    elif fits(phrase, "membership"):
        event, subtype, span = "membership", "member", body_of_membership(text, phrase.span)
    elif is_office(phrase):
        event, subtype = "tenure", None
    else:
        return []
    who = discourse.subject_who()
    body = office_parts(text, span) if event == "tenure" else ()
    parts = (*who.parts(text), Part("object", span), *body)
    return [Statement(event, who.name, phrase.span, parts, "prose.entry_undated", 0.84, subtype=subtype)]


def _joined_dates(units: list[Unit], first: Unit) -> list[Dated]:
    """The dates that ``and`` joins to an entry's own."""
    at = next((place for place, unit in enumerate(units) if unit is first), len(units)) + 1
    found: list[Dated] = []
    while at + 1 < len(units) and units[at].lower in ("and", "&", ",") and units[at + 1].kind == DATE:
        dated = units[at + 1].dated
        if dated is not None:
            found.append(dated)
        at += 2
    return found


def cut_entries(units: list[Unit]) -> list[list[Unit]]:
    """The dated entries of a line: ``captain 1864, commander 1871``, cut at the comma behind each date."""
    made: list[list[Unit]] = []
    begin = 0
    for place in range(1, len(units) - 1):
        cuts = units[place].lower == "," and units[place - 1].kind == DATE and units[place + 1].kind in (WORD, NAME)
        if cuts and units[begin].kind != DATE and any(unit.kind == DATE for unit in units[place + 1 : place + 12]):
            made.append(units[begin:place])
            begin = place + 1
    return [*made, units[begin:]]


def _body_behind(complements: Complements, phrase: Phrase, *, is_member: bool = False) -> Span | None:
    """The body behind the comma of ``President, Hindu University Society, 1911-15``; null where none stands there.

    A member's may be told by its letters: ``Mem., SERC, 1989–93``.
    """
    at = complements.index(phrase) + 1
    following = complements.phrases[at] if at < len(complements.phrases) else None
    if following is None or following.link != "," or following.slot != phrase.slot or following.first.kind != NAME:
        return None
    is_body = any(is_head(following.head, key) for key in ("body", "party", "school"))
    is_letters = (
        is_member
        and len(following.units) == 1
        and following.first.end - following.first.start == len(following.head) > 2
    )  # one word
    return following.span if is_body or is_letters else None


def _event_of(
    discourse: Discourse, phrase: Phrase, complements: Complements, first: Unit, *, opens: bool
) -> tuple[str, str | None, Span] | None:
    """What an entry's first phrase tells of with its date, and the words of it; null where it is no entry."""
    text = discourse.text
    is_known = is_award(phrase) or is_letters(text, phrase.first) or is_head(head_of([phrase.first]), "office")
    if phrase.first.kind == NAME and not is_known and discourse.name_in(phrase.first) is not None:
        return None
    if any(
        unit.kind == WORD and unit.lower.endswith("s") and unit is not phrase.units[0] and unit.lower in known_forms()
        for unit in phrase.units
    ):
        return None  # "Hargreaves takes up a post": a verb nobody knows, no entry
    school = read_student(phrase, complements)
    if school is not None:
        return "education", None, school
    if phrase.head in _COURSES:
        rest = complements.phrases[1:4]  # "1947–49 study of economics at Leipzig University"
        school_at = next((each for each in rest if each.slot in ("at", "in") and fits(each, "school")), None)
        as_what = next((each for each in rest if each.slot == "as"), None)
        course = school_at or as_what
        return "education", None, course.span if course is not None else phrase.span
    if fits(phrase, "nobility") and "of" in words_of(phrase):
        return "award", None, phrase.span  # "Baron of the Empire by letters patent of 2 April 1812"
    if is_rank(phrase):
        return "promotion", None, phrase.span
    is_lettered = len(phrase.units) == 1 and is_letters(text, phrase.first)
    if is_lettered and len(complements.phrases) > 1 and complements.phrases[1].slot == "for":
        return "tenure", None, Span(phrase.span.start, complements.phrases[1].span.end)  # "T.D. for Kerry"
    won = won_of(phrase)
    if won is not None:
        return "award", None, won
    if is_award(phrase) or is_lettered:
        return "award", None, phrase.span
    if _is_degree(phrase):
        return "education", None, phrase.span
    if phrase.head == "author" and "of" in words_of(phrase)[:2]:
        return "publication", None, body_of_membership(text, Span(phrase.span.start, first.start))
    if fits(phrase, "membership"):
        return "membership", "member", body_of_membership(text, phrase.span)
    if phrase.head == "fellow" and words_of(phrase)[0] == "honorary" and len(phrase.units) == 1:
        return "award", None, phrase.span
    if phrase.head in ("member", "fellow", "mem") and len(words_of(phrase)) <= 2 and len(phrase.units) == 1:
        behind = _body_behind(complements, phrase, is_member=True)  # "Member, Legislative Council, 1904-09"
        if behind is not None or phrase.head == "mem":
            return ("membership", "member", behind) if behind is not None else None
    second = complements.phrases[1] if len(complements.phrases) > 1 else None
    at_body = second is not None and second.link == "," and second.first.kind == NAME and second.span.end <= first.start
    followed = second is not None and (second.slot in ("to", "for", "from", "in") or at_body)
    is_bare = (
        not any(unit.kind == NAME for unit in phrase.units)
        and "of" not in words_of(phrase)
        and len(complements.phrases) < 2
    )
    if (opens and fits(phrase, "office")) or is_office(phrase) or (is_head(phrase.head, "office") and followed):
        return None if is_bare and not opens and not discourse.continues else (
            "tenure", None, extend_office(text, phrase, complements)
        )  # fmt: skip
    if _is_dated_job(phrase, first) or (at_body and is_job(phrase) and first.start > phrase.span.end):
        return None if is_bare and not opens else ("tenure", None, extend_office(text, phrase, complements))
    if is_bare and discourse.continues and len(phrase.units) == 1 and is_head(phrase.head, "office"):
        return "tenure", None, phrase.span
    is_place = phrase.first.kind == NAME and len(phrase.units) == 1 and len(complements.phrases) == 1
    if is_place and discourse.continues and discourse.last_entry is not None and phrase.slot in ("", "to", "at", "in"):
        return "tenure", None, phrase.span
    return None


def _is_degree(phrase: Phrase) -> bool:
    """A degree and no ``assistant master`` or ``unsuccessful candidate``."""
    is_titled = phrase.head in ("master", "bachelor", "doctor", "candidate", "masters")
    if phrase.head in ("member", "members"):
        return False  # "candidate member of the Politburo"
    return fits(phrase, "degree") and (not is_titled or "of" in words_of(phrase))


def _is_held(phrase: Phrase) -> bool:
    return is_office(phrase) or is_head(phrase.head, "office")


def _retired(units: list[Unit], who: Who, offset: int) -> list[Statement]:
    """``from 1925 until retirement, 1931``: the retirement with its date."""
    for place in range(len(units) - 2):
        if units[place].lower != "until" or units[place + 1].lower not in ("retirement", "retiring"):
            continue
        dated = next((unit.dated for unit in units[place + 2 : place + 4] if unit.kind == DATE), None)
        if dated is None:
            return []
        trigger = Part("trigger", Span(units[place + 1].start, units[place + 1].end))
        quote = Span(units[place + 1].start, dated.span.end)
        parts = (trigger, *who.shared().parts(""), *dated.parts(offset))
        return [Statement("retirement", who.name, quote, parts, "prose.entry_retired", 0.86, when=dated.when)]
    return []


_STUDENTS = {
    "student", "pupil", "graduate", "alumnus", "alumna", "undergraduate", "postgraduate", "scholar", "exhibitioner",
}  # fmt: skip


def read_student(phrase: Phrase, complements: Complements) -> Span | None:
    """The school of ``student at the Imperial College`` · ``graduate of Yale``; null where none is named."""
    at = next((place for place, unit in enumerate(phrase.units) if unit.lower == "of"), len(phrase.units))
    heads = [unit.lower.split()[-1] for unit in phrase.units[:at]]
    if not heads or heads[-1] not in _STUDENTS:
        return None
    if at + 1 < len(phrase.units):
        rest = [unit for unit in phrase.units[at + 1 :] if unit.lower not in ("the", "a", "an")]
        is_named = rest and rest[-1].kind == NAME
        if rest and (is_head(head_of(rest), "school") or (is_named and heads[-1] in _LEFT)):
            return Span(rest[0].start, rest[-1].end)
        return None
    place = complements.index(phrase) + 1
    if place < len(complements.phrases):
        following = complements.phrases[place]
        is_named = following.first.kind == NAME and following.slot in ("at", "of", "from")
        if is_named or (following.slot in ("at", "in", "of", "from") and fits(following, "school")):
            return following.span
        if following.slot == "in" and following.first.kind == NAME and phrase.span.end < following.span.start - 4:
            return phrase.span  # "a postgraduate student at in Moscow": the school's name was lost
    return None


_COURSES = {"study", "studies", "apprenticeship", "apprentice", "traineeship", "schooling", "pupillage"}
"""What an entry calls years of learning."""

_LEFT = {"graduate", "alumnus", "alumna"}
"""Words that only a school can follow."""


def won_of(phrase: Phrase) -> Span | None:
    """What ``winner of the Giro d'Italia`` names; null for another phrase."""
    at = next((place for place, unit in enumerate(phrase.units) if unit.lower == "of"), None)
    if at is None or phrase.units[at - 1].lower.split()[-1] not in (
        "winner",
        "victor",
        "recipient",
        "laureate",
        "holder",
    ):
        return None
    rest = [unit for unit in phrase.units[at + 1 :] if unit.lower not in ("the", "a", "an")]
    return Span(rest[0].start, rest[-1].end) if rest and any(unit.kind == NAME for unit in rest) else None


def is_letters(text: str, unit: Unit) -> bool:
    """Whether a unit is the letters of an award: ``KCMG`` · ``F.R.S.``."""
    words = text[unit.start : unit.end]
    return words.replace(".", "").isupper() and len(words) > 1 and is_head(head_of([unit]), "award")


def read_letters(discourse: Discourse, units: list[Unit], offset: int, *, noted: bool = False) -> list[Statement]:
    """Letters after a name with the year they came: ``Reginald Ughtred, KCMG 1926 (CMG 1917)``."""
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind == BRACKET and unit.inner:
            made += read_letters(discourse, unit.inner, offset, noted=True)
        if (place == 0 and not noted) or unit.kind != NAME or not is_letters(discourse.text, unit):
            continue
        dated = units[place + 1].dated if place + 1 < len(units) and units[place + 1].kind == DATE else None
        if dated is None:
            continue
        who = discourse.subject_who()
        parts = (*who.parts(discourse.text), Part("object", Span(unit.start, unit.end)), *dated.parts(offset))
        quote = Span(unit.start, dated.span.end)
        made.append(Statement("award", who.name, quote, parts, "prose.letters", 0.87, when=dated.when))
    return made
