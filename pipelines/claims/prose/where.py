"""Where a clause says that something happened, or that an office was held: the places its phrases name."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_head, is_office, words_of
from pipelines.claims.prose.phrases import Complements, parse_complements
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.tokens import DATE, NAME, Unit
from pipelines.claims.statement import Part, Span

_AT = ("in", "at", "near")


def place_of(text: str, complements: Complements, slots: tuple[str, ...]) -> list[Span]:
    """The places in the first of these slots that names one; a comma joins ``Borovichi, Novgorod Governorate``."""
    near = [slot for slot in slots if slot in _AT]
    for wanted in ([near, *([slot] for slot in slots if slot not in near)]) if near else [[slot] for slot in slots]:
        for first in complements.phrases:
            if first.slot not in wanted or first.link or not is_place_like(first) or fits(first, "school_house"):
                continue
            return _join_places(text, complements, first)
    return []


def _join_places(text: str, complements: Complements, first: Phrase) -> list[Span]:
    run = [first]
    place = complements.index(first)
    for following in complements.phrases[place + 1 :]:
        between = text[run[-1].span.end : following.span.start].strip().lower()
        if (
            following.slot == first.slot
            and is_place_like(following)
            and not fits(following, "school")
            and following.first.kind == NAME
            and between in (",", "and", ", and", ", in the", ", in", ", the", "and the")
        ) or (following.slot == "in" and between in (", in the", ", in") and is_place_like(following)):
            run.append(following)
        else:
            break
    if len(run) > 1 and run[-1].link == "and":
        return [phrase.span for phrase in run]
    return [Span(run[0].span.start, run[-1].span.end)]


def leave_works(complements: Complements, places: list[Span]) -> list[Span]:
    """The places of a debut without the work it was made in: ``in Tosca at the Marsh Opera``."""
    at = [phrase for phrase in complements.phrases if phrase.slot == "at" and is_place_like(phrase)]
    if at:
        return [at[0].span]
    kept = []
    for place in places:
        held = next((phrase for phrase in complements.phrases if phrase.span.start == place.start), None)
        is_work = held is None or held.notes or held.article == "the" or "'s" in held.first.lower or len(held.units) > 1
        if not is_work and held is not None and held.first.lower.split()[0] not in ("the", "a", "an", "un", "la", "il"):
            kept.append(place)
    return kept


def place_of_predicate(setting: Setting, complements: Complements, phrase: Phrase, end: int) -> Part | None:
    """Where somebody is said to have been something: right behind it, before ``where``, or as ``there``."""
    place = place_behind(setting.text, complements, phrase, end)
    if place is None and setting.clause.connector == "where":
        place = next(iter(place_before_where(setting.units, setting.clause)), None)
    if place is None and setting.there is not None:
        return Part("place", setting.there, "antecedent")
    return Part("place", place) if place is not None else None


def place_behind(text: str, complements: Complements, phrase: Phrase, end: int) -> Span | None:
    """The place right behind what somebody is said to have been: ``consul at Veracruz``, ``a cellist in Stuttgart``.

    None where a body stands there, which is no place.
    """
    at = complements.index(phrase) + 1
    following = next((each for each in complements.phrases[at:] if each.span.start >= end), None)
    if following is None or following.slot not in _AT or following.link or "," in text[end : following.span.start]:
        return None
    is_none = _is_body(following) or following.head in _OF_LORDS or not is_place_like(following)
    if is_none or fits(following, "school_house") or fits(following, "subject"):
        return None  # "Lecturer in History"
    return _join_places(text, complements, following)[0]


def place_before_where(units: list[Unit], clause: Clause) -> list[Span]:
    """``in Perpignan, where she lived until 1941``: the place named last before ``where``."""
    begin = clause.begin
    at = begin - 1
    while at > 0 and (units[at].lower == "," or units[at].kind == DATE or units[at].lower in ("in", "on")):
        at -= 1
    if units[begin].lower != "where" or at < 1 or units[at].kind != NAME:
        return []
    if units[at - 1].lower not in ("in", "to", "at", "for", "near", "from", "of"):
        return []
    if is_head(head_of([units[at]]), "school"):
        return []  # "at Patna College, where she took a degree"
    if units[at - 1].lower == "of" and any(
        is_head(head_of([units[at - 2]]), key) for key in ("school", "body", "party")
    ):
        return []  # "the Royal Academy of Music, where she studied"
    return [Span(units[at].start, units[at].end)]


_RAISED = {"raised", "brought", "bred", "educated", "grew", "reared", "schooled"}


def place_of_raising(setting: Setting) -> list[Span]:
    """``was born and brought up in Leith``: the place that both share."""
    units, at = setting.units, setting.clause.verb + 1
    if at + 1 >= len(units) or units[at].lower != "and" or units[at + 1].lower not in _RAISED:
        return []
    end = next(
        (n for n in range(at + 2, len(units)) if units[n].lower in (",", ";", "and", "who", "where")), len(units)
    )
    return place_of(setting.text, parse_complements(units, at + 2, end), ("in", "at", "near"))


def says_there(units: list[Unit], begin: int, end: int) -> bool:
    """Whether a stretch of a sentence says ``there`` of a place: not ``there were``."""
    return any(
        units[at].lower == "there" and (at + 1 == len(units) or units[at + 1].lower not in _EXISTING)
        for at in range(begin, min(end, len(units)))
    )


_EXISTING = {"is", "are", "was", "were", "be", "been", "has", "have", "had", "remain", "remained", "followed", "came"}
"""Verbs behind a ``there`` that means no place."""


def seat_behind(text: str, complements: Complements, phrase: Phrase, end: int) -> Span | None:
    """The town or country an entry names for an office: ``Attaché, Constantinople, 1896`` · ``…, Coal Board, Leeds``.

    Behind a comma stands a firm or a journal as often, so that there only the office, or a body before, tells a place.
    """
    place = place_behind(text, complements, phrase, end)
    if place is not None:
        return place
    run = [each for each in complements.phrases[complements.index(phrase) + 1 :] if each.span.start >= end][:2]
    is_sent = phrase.head in _SENT or (phrase.head == "secretary" and words_of(phrase)[0] in _ORDINALS)
    for following in run:
        if following.link != "," or following.first.kind != NAME or text[end : following.span.start].strip() != ",":
            return None
        if not _is_body(following):
            is_named = is_sent and is_place_like(following) and not is_office(following)
            return following.span if is_named else None
        is_sent, end = True, following.span.end
    return None


def is_town_of_school(phrase: Phrase) -> bool:
    """``Queen's College, Oxford``: the town behind the comma is no second school."""
    words = words_of(phrase)
    named = [word for word in words if word not in _SCHOOL_TOWNS]
    return phrase.link == "," and len(words) <= 2 and not any(is_head(word, "school") for word in named)


def town_behind(text: str, complements: Complements, school: Span) -> Span | None:
    """The town, and what it lies in, behind the comma of a school: ``Bowdoin College, Brunswick, Maine``.

    None in a list of schools, where a name between commas is the next one's.
    """
    run: list[Phrase] = []
    for phrase in complements.phrases:
        end = run[-1].span.end if run else school.end
        if phrase.span.start < end:
            continue
        is_next = text[end : phrase.span.start].strip() == "," and phrase.first.kind == NAME
        if not is_next or not is_town_of_school(phrase) or fits(phrase, "degree"):
            lists_on = (
                phrase.link == "and" and phrase.first.kind == NAME and text[end : phrase.span.start].strip() == "and"
            )
            run = [] if lists_on else run
            break
        run.append(phrase)
    return Span(run[0].span.start, run[-1].span.end) if run else None


def _is_body(phrase: Phrase) -> bool:
    return any(is_head(phrase.head, key) for key in ("body", "force", "school", "party"))


_OF_LORDS = {"household", "service", "court", "employ", "entourage", "retinue", "suite"}
"""What a lord has about him: ``a clerk in the household of Seffrid``."""

_SENT = {
    "attaché", "consul", "vice-consul", "consul-general", "d'affaires", "ambassador", "envoy", "minister", "counsellor",
    "nuncio", "legate", "embassy", "vicar", "rector", "curate", "organist", "postmaster", "magistrate", "resident",
}  # fmt: skip
"""Heads of offices held at a place that is named behind a comma; ``Counsellor of Embassy`` ends in one."""

_ORDINALS = {"first", "second", "third", "1st", "2nd", "3rd"}

_SCHOOL_TOWNS = {
    "oxford", "cambridge", "eton", "paris", "sandhurst", "woolwich", "annapolis", "winchester", "westminster", "rugby",
    "harrow", "princeton",
}  # fmt: skip
"""Towns that elsewhere stand for the school in them."""
