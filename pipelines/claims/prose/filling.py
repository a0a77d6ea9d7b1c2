"""The slots of one frame filled from the words of one clause: persons, objects, places, roles, dates."""

from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted
from pipelines.claims.prose.amounts import with_amounts
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.dating import date_of, read_duration
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.groups import GROUP_EVENTS, group_at, read_body
from pipelines.claims.prose.how_often import times_told
from pipelines.claims.prose.implied import SLAIN, charges_with, fallen, retired, schools_of
from pipelines.claims.prose.kinds import head_of, is_head, is_of_captives
from pipelines.claims.prose.making import make_statement, read_manner
from pipelines.claims.prose.no_fates import is_no_fate
from pipelines.claims.prose.object_dates import again_without_object, give_own_dates, leave_undated, repeat_for_dates
from pipelines.claims.prose.objects import find_objects
from pipelines.claims.prose.owned import owner_of_object, thing_decided, thing_owned, whose_freedom
from pipelines.claims.prose.participants import (
    doers_of,
    is_of_another_gender,
    listed_behind,
    named_behind_office,
    other_side,
    others_of,
    person_meant,
    read_companions,
    read_occasion,
    read_roles,
    read_thing,
    recipient_of,
)
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.relatives import relatives_at, relatives_of_subject
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.shares import leave_places_of_apposed, parts_beside, places_beside
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, LENGTH, NAME, WORD, Unit
from pipelines.claims.prose.where import leave_works, place_before_where, place_of, place_of_raising
from pipelines.claims.statement import Part, Span, Statement

_OFFICE_KINDS = frozenset(["headed", "office", "office_held", "member_body", "seat", "bare_noun", "unknown_office"])
"""Kinds of object that a later ``was re-elected`` or ``a post he held`` may speak of."""


_OF_BODIES = frozenset(["decision", "investigation", "statement"])
"""What bodies and states do."""


_OF_PERSONS = frozenset(
    ["birth", "appointment", "arrest", "trial", "sentence", "execution", "rehabilitation", "education", "promotion"]
)
"""What befalls persons only, so that a lone capitalised word before the passive is a surname."""


_CONTRACTS = {"contract", "contracts", "deal", "terms", "forms", "agreement"}
"""What one signs with who employs one."""

_ESCAPED = {"capture", "arrest", "death", "execution", "assassination", "injury", "punishment", "detection", "prison"}
"""What one escapes without moving anywhere."""

_LASTING = frozenset(["tenure", "imprisonment"])
"""What is sure where it is told how long it lasted."""


def may_lack_doer(frame: Frame) -> bool:
    """Whether a frame said of its subject may be filled where that names nobody known: a group, a body, a surname."""
    return frame.event in GROUP_EVENTS or frame.event in _OF_BODIES or frame.event == "residence" or (
        frame.passive and frame.event in _OF_PERSONS
    )  # fmt: skip


def _lone_surname(setting: Setting) -> Who | None:
    """``Vosnesensky was appointed``: a surname the page says nothing more of."""
    clause = setting.clause
    if clause.subject is None or clause.subject[1] - clause.subject[0] != 1:
        return None
    unit = setting.units[clause.subject[0]]
    if unit.kind != NAME or " " in unit.lower or unit.end - unit.start < 4:
        return None
    if setting.units[clause.verb].lower in ("burned", "burnt"):
        return None  # "Kalmar was burned in 1457": a town as likely
    if unit.lower in lexicon.words("words", "not_person") or unit.lower in lexicon.words("words", "months"):
        return None
    span = Span(unit.start, unit.end)
    return Who(setting.text[span.start : span.end], None, span, (), -0.08)


def _spends_time(setting: Setting, start: int, place: Span) -> bool:
    """``spent three years in Rome``, but not ``spent his holidays in`` or ``spent a year at the Institute``."""
    told = [unit for unit in setting.units[start : start + 5] if unit.end <= place.start]
    is_body = is_head(setting.text[place.start : place.end].lower().split()[-1], "body")
    return not is_body and any(unit.kind in (LENGTH, DATE) or unit.lower in _TIMES for unit in told)


_TIMES = {"years", "months", "weeks", "winter", "winters", "childhood", "youth", "life", "decades", "war", "boyhood"}


def _body_of_subject(setting: Setting) -> list[Object]:
    """``The Royal Society made him a fellow``: the body that does it is the one he joins."""
    if setting.clause.subject is None:
        return []
    units = setting.units[setting.clause.subject[0] : setting.clause.subject[1]]
    while units and units[0].lower in ("the", "its"):
        units = units[1:]
    is_body = bool(units) and any(is_head(word, key) for word in head_of(units).split() for key in ("body", "party"))
    return [Object(Span(units[0].start, units[-1].end))] if is_body else []


def fill_frame(
    discourse: Discourse, setting: Setting, frame: Frame, start: int, complements: Complements, who: list[Who]
) -> list[Statement]:
    """The statements a frame makes of a clause from a place on; none where a slot it needs stays empty."""
    text, clause = setting.text, setting.clause
    if frame.who == "subject" and frame.kind != "person" and frame.need and frame.object[:1] == ("",):
        following = setting.units[start] if start < len(setting.units) else None
        behind = setting.units[start + 1] if start + 1 < len(setting.units) else None
        is_her = (
            following is not None and following.lower == "her" and behind is not None and behind.lower in ("a", "an")
        )
        if is_her or (following is not None and following.kind == WORD and following.lower in ("him", "them", "me")):
            return []  # "Nelson made him captain": it is his, not Nelson's
    if is_no_fate(setting, frame, complements, start):
        return []
    parts: list[Part] = [Part("trigger", Span(setting.units[clause.verb].start, setting.units[start - 1].end))]
    persons = who
    group: tuple[Who, Counted | None] | None = None
    if frame.who == "spouse":
        own = [each for each in who if each.person is not None and each.person.is_subject]
        if not own or discourse.spouse is None:
            return []
        at = discourse.last_mention.get(discourse.spouse)
        known = discourse.people.find(discourse.spouse)
        persons = [Who(discourse.spouse, known, None, (at,) if at is not None else (), -0.02)]
    if frame.who == "on":
        patient = recipient_of(discourse, setting, start)
        if patient is None:
            return []
        persons = [patient]
        parts.extend(doers_of(setting, frame, who))
    elif frame.who in ("thing", "giver"):
        thing = None if who else read_thing(discourse, setting, frame, complements)
        if thing is None:
            return []
        persons = [thing]
    elif frame.who == "owner":
        owner = owner_of_object(discourse, setting, frame, complements, start)
        if owner is None:
            return []
        persons = [owner]
        parts.extend(doers_of(setting, frame, who))
    elif frame.who == "object":
        first = next((phrase for phrase in complements.phrases if phrase.slot == ""), None)
        is_pronoun = start < len(setting.units) and setting.units[start].lower in ("him", "her")
        if frame.event == "award" and not is_pronoun and first is not None and fits(first, "award"):
            return []  # "won the Prix Renaudot": nobody's name
        patient = person_meant(discourse, setting, first, start, indirect=frame.indirect)
        if patient is None and is_pronoun and first is not None and fits(first, frame.kind):
            patient = discourse.resolve_pronoun(setting.units[start], None)  # "appointed her ambassador to Liberia"
        if patient is None and first is not None and frame.event in GROUP_EVENTS | {"departure"}:
            patient = named_behind_office(discourse, complements, first)
        if patient is None and frame.event in GROUP_EVENTS:
            found = group_at(text, setting.units, start)
            if found is not None:
                patient, group = found[0], found[:2]
        kin = relatives_at(discourse, setting.units, start) if frame.event in GROUP_EVENTS else []
        if patient is None and not kin:
            return []
        persons = [patient] if patient is not None and not kin else kin
        if frame.event in GROUP_EVENTS and first is not None and not is_pronoun and not kin:
            persons += listed_behind(discourse, complements, first)
        parts.extend(doers_of(setting, frame, who))
    if frame.event in GROUP_EVENTS and frame.who == "subject" and clause.subject is not None:
        persons = relatives_of_subject(discourse, setting.units, clause.subject) or persons
    if frame.event == "release" and frame.who == "subject":
        persons = whose_freedom(discourse, setting, start, persons)
    if not persons and frame.who == "subject" and frame.event in GROUP_EVENTS:
        group = setting.read_group()
        persons = [group[0]] if group is not None else []
    if not persons and frame.passive and frame.who == "subject" and frame.event in _OF_PERSONS:
        lone = _lone_surname(setting)
        persons = [lone] if lone is not None else []
    if not persons and frame.who == "subject" and frame.event in _OF_BODIES:
        body = read_body(text, setting.units, clause)
        persons = [body] if body is not None else []
    if not persons and frame.event == "residence" and clause.subject is not None:
        is_family = setting.units[clause.subject[1] - 1].lower == "family"
        persons = [discourse.subject_who(-0.06)] if is_family else []
    if persons and frame.rule == "prose.arrest" and setting.units[clause.verb].lower == "seized":
        persons = [each for each in persons if each.person is not None]  # "O Último Carvão, was seized": a book
    if not persons:
        return []
    objects = find_objects(discourse, setting, frame, complements, start) or thing_owned(setting, frame)
    if frame.rule == "prose.signed" and any(each.head not in _CONTRACTS for each in complements.slot("")[:1]):
        return []  # "signed the Concordat together with Grabski"
    if frame.kind == "bare_member" and objects:
        objects = _body_of_subject(setting)
    if frame.who == "giver" and not objects and frame.event == "decision":
        objects = thing_decided(setting)
    if is_of_another_gender(setting, start, persons[0]):
        return []
    if frame.anaphoric:
        if discourse.last_office is None or discourse.last_office[0] != persons[0].name:
            return []
        office = discourse.last_office[1]
        if setting.units[start : start + 1] and setting.units[start].lower == "of":
            return []  # "held the chair of chemical physics": another is told
        if any(fits(phrase, "office") for phrase in (*complements.slot("as"), *complements.slot("")[:1])):
            return []  # "succeeded him as first secretary": the office is told
        if _is_seat_of_none(setting, text[office.start : office.end]):
            return []
        objects = [Object(each) for each in _offices_meant(discourse, setting, start, persons[0])] or [Object(office)]
    if (
        not objects
        and len(persons) == 2
        and (frame.event in ("marriage", "engagement") or frame.rule == "prose.divorce")
    ):
        if frame.event == "engagement" and persons[0].span == persons[1].span and discourse.pair is None:
            return []
        objects, persons = [other_side(text, persons[1])], persons[:1]
    if not objects and frame.kind == "prison_strict" and clause.connector == "where":
        objects = _prison_before_where(text, setting.units, clause)
    if frame.need and not objects:
        return []
    if (
        objects
        and frame.kind in _OFFICE_KINDS
        and not frame.anaphoric
        and frame.event in ("appointment", "tenure", "membership")
    ):
        for each in objects:
            discourse.tell_office(persons[0].name, each.span)
    places = place_of(text, complements, frame.place) if frame.place else []
    if frame.place and not places and clause.connector == "where":
        places = place_before_where(setting.units, clause)
    if frame.place and not places and setting.there is not None:
        places = [setting.there]
    if frame.event in ("birth", "death") and not places and clause.subject is None and clause.group <= 1:
        bare = next((phrase for phrase in complements.slot("")[:1] if phrase.first.kind == NAME), None)
        places = [bare.span] if bare is not None and is_place_like(bare) else []  # "Born Breslau, 14 June 1901"
    if frame.rule == "prose.debut":
        places = leave_works(complements, places)
    if frame.event == "birth" and not places:
        places = place_of_raising(setting)
    if frame.event == "marriage":
        places = leave_places_of_apposed(text, complements, places)
    if frame.need_place and not places:
        return []
    if frame.kind == "captivity" and not any(unit.kind == LENGTH for unit in setting.units[start : start + 4]):
        return []
    if frame.rule == "prose.spent" and not _spends_time(setting, start, places[0]):
        return []
    if frame.rule == "prose.spent" and any(is_head(each.head, "captivity") for each in complements.phrases[:2]):
        return []
    if frame.kind == "prison_strict" and len(places) > 1 and objects:
        held = objects[0].span  # "held at Lichtenburg and Esterwegen camps": each is where
        further = [
            place for place in places if not text[place.start : place.end].lower().endswith(("ian", "ish", "ese"))
        ]
        objects += [Object(place) for place in further if not held.start <= place.start < held.end]
        places = []
    if frame.kind == "school" and len(objects) > 1:
        taken = {each.span.start for each in objects}
        places = [place for place in places if place.start not in taken]
    if frame.rule == "prose.move" and any(each.head in _ESCAPED for each in complements.slot("")[:1]):
        return []  # "escaped capture at Saint-Valery"
    if frame.event == "residence" and any(_is_prison(text[place.start : place.end]) for place in places):
        return []
    roles, has_needed = read_roles(discourse, setting, frame, complements, start)
    if frame.need_role is not None and not has_needed:
        return []
    dated, date_parts, in_quote = date_of(setting, complements, frame.event, is_person=frame.kind == "person")
    if frame.undated:
        dated, date_parts = None, []
    if frame.need_date and dated is None and not (frame.event in _LASTING and complements.lengths):
        return []
    if frame.kind == "quote" or (
        not places
        and not frame.need_place
        and frame.place
        and setting.fronted_places
        and frame.event not in ("membership", "award")
        and (frame.event != "marriage" or setting.units[0].lower == "on")  # "On 5 May 1883, at Dunedin, she married"
    ):
        places = places or setting.fronted_places
    parts += roles
    parts += read_occasion(setting, frame)
    parts += date_parts
    parts += read_manner(setting)
    duration = read_duration(complements, parts)
    give_own_dates(setting, complements, frame.event, objects)
    objects = leave_undated(objects, dated)
    objects = repeat_for_dates(setting, complements, frame.event, objects, dated)
    if frame.event == "award" and len(objects) == 1 and objects[0].figure is None:
        counted = next(filter(None, (times_told(setting.units, at) for at in range(clause.group, clause.end))), None)
        if counted is not None:  # "was twice awarded the Cross", "won the Prize three times"
            objects[0].figure = counted.figure
            objects[0].parts = (*objects[0].parts, Part("figure", counted.span))
    if frame.event == "birth" and dated is None and not places and not roles and not objects:
        return []  # "born Johann Oberhuber": a name and no more
    statements: list[Statement] = []
    chosen: list[Object | None] = list(objects) if objects else [None]
    undated = [part for part in parts if part.part not in ("date", "date_anchor")]
    where = places_beside(complements, frame, objects, places)
    for person in persons:
        for nth, chosen_object in enumerate(chosen):
            is_bare = chosen_object is not None and chosen_object.undated
            told = parts_beside(undated if is_bare else parts, frame, objects, nth)
            for place in where[nth]:
                statements.append(
                    make_statement(
                        setting, frame, person, chosen_object, place, None if is_bare else dated,
                        [*told, *others_of(text, frame, person, persons)], duration, in_quote,
                    )
                )  # fmt: skip
    statements += again_without_object(setting, complements, frame.event, statements, dated)
    if group is not None and group[1] is not None:
        counted = group[1]
        figure = Part("figure", counted.span)
        statements = [
            replace(
                each, figure=counted.figure, parts=(*each.parts, figure),
                quote=Span(min(each.quote.start, counted.span.start), each.quote.end),
            )
            for each in statements
        ]  # fmt: skip
    is_class = frame.rule in ("prose.degree", "prose.degree_class", "prose.degree_taken", "prose.qualified")
    if is_class or (frame.rule == "prose.study" and len(statements) == 1):
        statements += schools_of(setting, complements, statements)
    if frame.event == "battle" and frame.passive and setting.units[clause.verb].lower in SLAIN:
        verb = setting.units[clause.verb]
        statements += [fallen(each, Span(verb.start, verb.end)) for each in statements]
    if frame.rule == "prose.rank" and setting.units[clause.verb].lower in ("retired", "retiring"):
        statements += [retired(each) for each in statements if each.when is not None]
    charges = charges_with(setting, frame, statements)
    if frame.event in ("trial", "arrest") and len(objects) > 1 and len(persons) * len(objects) == len(statements):
        statements = [
            each for place, each in enumerate(statements) if place % len(objects) == 0
        ]  # one trial, all charges
    statements += charges
    companions = read_companions(discourse, setting, statements)
    if companions:
        discourse.together = [each.shared() for each in persons] + [
            Who(each.subject, discourse.people.find(each.subject), None, (part.span,))
            for each in companions
            if (part := each.first("subject")) is not None and part.span is not None
        ]
    statements += companions
    if frame.event in ("marriage", "engagement") and objects and objects[0].name is not None:
        spouse = Who(objects[0].name, discourse.people.find(objects[0].name), objects[0].span)
        discourse.pair = (persons[0].shared(), spouse)
    if frame.rule == "prose.acquainted" and len(objects) == 1 and objects[0].name is not None:
        other = Who(objects[0].name, discourse.people.find(objects[0].name), objects[0].span)
        discourse.met = (persons[0].shared(), other)
    if frame.event == "marriage" and persons[0].person is discourse.people.subject and objects:
        discourse.spouse = objects[0].name or text[objects[0].span.start : objects[0].span.end]
        discourse.relatives["husband" if discourse.people.subject.gender == "f" else "wife"] = discourse.spouse
        discourse.last_mention.setdefault(discourse.spouse, objects[0].span)
    return with_amounts(text, statements, setting.units[min(clause.end, len(setting.units)) - 1].end)


_SEVERAL = frozenset(["capacities", "posts", "positions", "offices", "roles", "seats", "chairs"])


def _offices_meant(discourse: Discourse, setting: Setting, start: int, who: Who) -> list[Span]:
    """``He served in these capacities until 1949``: the offices the paragraph has told of before; of ``both``, two."""
    said = {unit.lower for unit in setting.units[setting.clause.verb + 1 : start]}
    if not said & _SEVERAL:
        return []
    text = setting.text
    told = {text[span.start : span.end].lower(): span for name, span in discourse.offices if name == who.name}
    meant = [span for span in told.values() if span.start >= setting.offset]
    return meant[-2:] if "both" in said else meant


def _prison_before_where(text: str, units: list[Unit], clause: Clause) -> list[Object]:
    """``sent to Auschwitz, where he spent three years``: the prison named before ``where``."""
    found = place_before_where(units, clause)
    last = text[found[0].start : found[0].end].lower().split()[-1] if found else ""
    return [Object(found[0])] if last in lexicon.words("heads", "prison") else []


def _is_prison(words: str) -> bool:
    said = words.lower().split()
    return said[-1] in ("gaol", "jail", "prison", "gulag") or is_of_captives(said)


def _is_seat_of_none(setting: Setting, office: str) -> bool:
    """``She held the seat until 1979`` after ``matron of the hospital``: no seat that she is told to have had."""
    said = setting.units[setting.clause.verb + 1 : setting.clause.verb + 4]
    return any(unit.lower == "seat" for unit in said) and not any(word in _SEATED for word in office.lower().split())


_SEATED = {
    *("member", "deputy", "mp", "senator", "senate", "councillor", "alderman", "representative", "congressman", "seat"),
    *("parliament", "assembly", "house", "council", "congress", "commons", "bundestag", "reichstag", "duma"),
}
