"""Frames matched to clauses: the slots filled from the words, and the statements they make."""

from bisect import bisect_left
from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted, to_number
from pipelines.claims.prose.charges import read_deed_after_for
from pipelines.claims.prose.clauses import ADVERBIAL, GIVEN, INFINITIVE, PARTICIPIAL, REDUCED, RELATIVE, Clause
from pipelines.claims.prose.dating import date_of, give_own_dates, leave_undated, read_duration, repeat_for_dates
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame, frame_index, frames_near
from pipelines.claims.prose.governing import place_before_where
from pipelines.claims.prose.groups import GROUP_EVENTS, group_at, read_body, read_group
from pipelines.claims.prose.kinds import head_of, is_head, is_place_like
from pipelines.claims.prose.objects import Object, Setting, find_objects
from pipelines.claims.prose.participants import (
    doers_of,
    is_of_another_gender,
    other_side,
    others_of,
    owner_of_object,
    owner_of_subject,
    person_meant,
    read_companions,
    read_occasion,
    read_roles,
    read_thing,
    recipient_of,
)
from pipelines.claims.prose.phrases import Complements, place_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, LENGTH, MARK, NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def match_clause(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Statement]:
    """The statements of a clause: those of the first frame whose slots its words fill.

    Where further frames of the same verb read other words of the clause (``joined the Red Army and the Party``), theirs
    are added.
    """
    units, clause = setting.units, setting.clause
    verb = units[clause.verb]
    near = {unit.lower for unit in units[clause.verb + 1 : clause.verb + 10]} | {"his", "her"}
    office = discourse.last_office[1] if discourse.last_office is not None else None
    speaks = _speaks_of_an_office(units, clause, office)
    frames = frame_index().get(verb.lower, ()) if speaks else frames_near(verb.lower, near)
    if clause.either_voice:  # "was arrested and died": the passive goes on only where there is one
        following = units[clause.verb + 1] if clause.verb + 1 < len(units) else None
        takes_object = following is not None and (
            (following.kind == NAME and not is_head(head_of([following]), "office"))
            or (following.kind == WORD and following.lower in lexicon.words("words", "determiners"))
        )
        is_first = clause.connector in (None, ",")
        opens_given = clause.group <= 1 and verb.lower in GIVEN  # "Granted a pardon in 1847, she": given to her
        prefers_active = (takes_object and is_first and not opens_given) or verb.lower in _GOING
        frames = tuple(sorted(frames, key=lambda frame: frame.passive == prefers_active))
        if opens_given:
            frames = tuple(frame for frame in frames if frame.passive)
    if speaks:
        frames = tuple(frame for frame in frames if frame.anaphoric)[:1]
    about_office = bool(frames) and frames[0].anaphoric and speaks
    if about_office:
        setting = replace(setting, fronted=None)  # "In 1930 he became chairman, a post he held for four months"
    made: list[Statement] = []
    read_by = frames[0] if frames else None
    starts: dict[tuple[str, ...], int | None] = {(): clause.verb + 1}
    for frame in frames:
        if frame.passive != clause.passive and not clause.either_voice:
            continue
        if made and not (
            frame.need
            and frame.kind in _NAMED_KINDS
            and frame.who == "subject"
            and read_by is not None
            and (frame.passive, frame.object[:1]) == (read_by.passive, read_by.object[:1])
        ):
            continue
        if frame.adverb is not None and not any(
            unit.lower == frame.adverb for unit in units[clause.group : clause.verb]
        ):
            continue
        if frame.main and clause.kind in (PARTICIPIAL, INFINITIVE):
            continue
        if (
            frame.not_after is not None
            and clause.verb + 1 < len(units)
            and units[clause.verb + 1].lower == frame.not_after
        ):
            continue
        if frame.amid is not None and not _stands_amid(units, clause, frame.amid):
            continue
        if frame.after not in starts:
            starts[frame.after] = _after_words(units, clause, frame)
        start = clause.verb + 1 if about_office else starts[frame.after]
        if start is None:
            continue
        complements = setting.complements_from(start)
        doers = owner_of_subject(discourse, units, clause, frame.owned) if frame.owned is not None else who
        if frame.event == "award" and not any(each.person is not None and each.person.is_subject for each in doers):
            doers = owner_of_subject(discourse, units, clause, "work") or doers
        found = _fill(discourse, setting, frame, start, complements, doers)
        if not made:
            made, read_by = found, frame
            if made and (frame.who != "subject" or frame.anaphoric or not frame.need):
                return made
        else:
            made += _of_other_words(made, found)
    return made


def _stands_amid(units: list[Unit], clause: Clause, key: str) -> bool:
    """Whether a word of that list stands in the sentence before the verb: ``the purge …, targeting``."""
    words = lexicon.words("heads", key)
    return any(unit.kind == WORD and unit.lower in words for unit in units[max(0, clause.verb - 30) : clause.verb])


_OFFICE_KINDS = frozenset(["headed", "office", "office_held", "member_body", "seat", "bare_noun", "unknown_office"])
"""Kinds of object that a later ``was re-elected`` or ``a post he held`` may speak of."""

_GOING = frozenset(["moved", "returned", "retired", "settled"])
"""Participles that open an entry as what somebody did, not as what was done to somebody."""

_KEPT_OFFICES = frozenset(["office", "office_held", "unknown_office", "member_body", "seat"])
"""Kinds of object that a later ``served from`` or ``was re-elected`` speaks of."""

_NAMED_KINDS = frozenset(
    ["office", "award", "member_body", "force", "school", "rank", "membership", "degree", "battle"]
)
"""Kinds sure enough to be read beside what another frame of the verb has read."""

_LIST_GAP = 40
"""Code points that may stand between two things of one list: a date, an article, a comma."""


def _of_other_words(made: list[Statement], found: list[Statement]) -> list[Statement]:
    """The statements whose object stands in words no statement has taken, behind an object that one has."""
    taken = [part.span for one in made for part in one.parts if part.part == "object" and part.span is not None]
    spans = [part.span for one in made for part in one.parts if part.span is not None and part.part != "antecedent"]
    kept: list[Statement] = []
    for statement in found:
        held = statement.first("object")
        if held is None or held.span is None or not taken:
            continue
        span = held.span
        if min(abs(span.start - taken[-1].end), abs(taken[0].start - span.end)) > _LIST_GAP:
            continue
        if any(each.start < span.end and span.start < each.end for each in spans):
            continue
        kept.append(replace(statement, confidence=round(min(statement.confidence, 0.86), 3)))
    return kept


_OF_BODIES = frozenset(["decision", "investigation", "statement"])
"""What bodies and states do."""

_OF_PERSONS = frozenset(
    ["birth", "appointment", "arrest", "trial", "sentence", "execution", "rehabilitation", "education", "promotion"]
)
"""What befalls persons only, so that a lone capitalised word before the passive is a surname."""


def _lone_surname(setting: Setting) -> Who | None:
    """``Vosnesensky was appointed``: a surname the page says nothing more of."""
    clause = setting.clause
    if clause.subject is None or clause.subject[1] - clause.subject[0] != 1:
        return None
    unit = setting.units[clause.subject[0]]
    if unit.kind != NAME or " " in unit.lower or unit.end - unit.start < 4:
        return None
    if unit.lower in lexicon.words("words", "not_person") or unit.lower in lexicon.words("words", "months"):
        return None
    span = Span(unit.start, unit.end)
    return Who(setting.text[span.start : span.end], None, span, (), -0.08)


_POSTS = {
    "position", "post", "office", "role", "seat", "see", "chair", "title", "command", "job", "dignity", "appointment",
    "living", "ministry", "portfolio", "professorship", "rank", "charge",
}  # fmt: skip


_HOLDING = {"held", "retained", "hold", "filled", "occupied", "kept", "exercised", "discharged"}


def _speaks_of_an_office(units: list[Unit], clause: Clause, office: Span | None) -> bool:
    """``…, a position he held until 1959``: the office named last."""
    if clause.subject is None or clause.subject[0] < 2 or units[clause.verb].lower not in _HOLDING:
        return False
    before = clause.subject[0] - 1
    if units[before].lower in ("which", "that") and before > 1:
        before -= 1
        if office is not None and 0 < units[before].end - office.end < 40:
            return clause.end - clause.verb > 1  # "offered the chair at Calcutta, which he occupied from 1922"
    if units[before].lower not in _POSTS:
        return False
    return clause.end - clause.verb > 1 and units[clause.verb + 1].kind != NAME


_SKIPPED = {
    "a", "an", "the", "long", "close", "lasting", "lifelong", "brief", "warm", "intimate", "early", "second", "third",
}  # fmt: skip
"""Words that may stand among a frame's fixed words."""


def _after_words(units: list[Unit], clause: Clause, frame: Frame) -> int | None:
    """Where the complements begin if the frame's fixed words follow the verb; null where they do not."""
    at = clause.verb + 1
    adverbs = lexicon.words("words", "adverbs")
    for word in frame.after:
        if word != "for" and at + 1 < clause.end and units[at].lower == "for" and units[at + 1].kind == LENGTH:
            at += 2  # "worked for four months as a stevedore"
        if at + 2 < clause.end and units[at].lower in ("at", "aged") and to_number(units[at + 1].lower) is not None:
            at += 2  # "was sent at fifteen to a convent school"
        if at + 2 < clause.end and units[at].lower in ("in", "on") and units[at + 1].kind == DATE:
            at += 2  # "was promoted in 1908 to the post of"
        while (
            at < clause.end
            and units[at].kind == WORD
            and units[at].lower != word
            and (
                units[at].lower in adverbs
                or units[at].lower.endswith("ly")
                or units[at].lower in _SKIPPED
                or (word in ("scholarship", "exhibition", "bursary", "place") and at < clause.verb + 5)
            )
        ):
            at += 1
        if at < clause.end and units[at].lower == "by" and word in ("to", "as", "from"):
            # "presented by the earl of Manchester to the rectory"
            behind = next((n for n in range(at + 1, min(clause.end, at + 9)) if units[n].lower == word), None)
            if behind is not None and not any(unit.kind == MARK for unit in units[at:behind]):
                at = behind
        if at + 1 < clause.end and units[at].lower == "," and units[at + 1].lower == word and at > clause.verb + 1:
            at += 1
        if at >= clause.end:
            return None
        lower = units[at].lower
        if lower != word and not (word in ("his", "her") and lower in ("his", "her", "their")):
            return None
        at += 1
    return at


def _fill(
    discourse: Discourse, setting: Setting, frame: Frame, start: int, complements: Complements, who: list[Who]
) -> list[Statement]:
    text, clause = setting.text, setting.clause
    if frame.who == "subject" and frame.kind != "person" and frame.need and frame.object[:1] == ("",):
        following = setting.units[start] if start < len(setting.units) else None
        behind = setting.units[start + 1] if start + 1 < len(setting.units) else None
        is_her = (
            following is not None and following.lower == "her" and behind is not None and behind.lower in ("a", "an")
        )
        if is_her or (following is not None and following.kind == WORD and following.lower in ("him", "them", "me")):
            return []  # "Nelson made him captain": it is his, not Nelson's
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
        if patient is None and frame.event in GROUP_EVENTS:
            found = group_at(text, setting.units, start)
            if found is not None:
                patient, group = found[0], found[:2]
        if patient is None:
            return []
        persons = [patient]
        parts.extend(doers_of(setting, frame, who))
    if not persons and frame.who == "subject" and frame.event in GROUP_EVENTS:
        group = read_group(text, setting.units, clause)
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
    if not persons:
        return []
    objects = find_objects(discourse, setting, frame, complements, start)
    if is_of_another_gender(setting, start, persons[0]):
        return []
    if frame.anaphoric:
        if discourse.last_office is None or discourse.last_office[0] != persons[0].name:
            return []
        objects = [Object(discourse.last_office[1])]
    if frame.event in ("marriage", "engagement") and not objects and len(persons) == 2:
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
        discourse.last_office = (persons[0].name, objects[-1].span)
    places = place_of(text, complements, frame.place) if frame.place else []
    if frame.place and not places and clause.connector == "where":
        places = place_before_where(setting.units, clause)
    if frame.event in ("birth", "death") and not places and clause.subject is None and clause.group <= 1:
        bare = next((phrase for phrase in complements.slot("")[:1] if phrase.first.kind == NAME), None)
        places = [bare.span] if bare is not None and is_place_like(bare) else []  # "Born Breslau, 14 June 1901"
    if frame.need_place and not places:
        return []
    if frame.kind == "prison_strict" and len(places) > 1 and objects:
        held = objects[0].span  # "held at Lichtenburg and Esterwegen camps": each is where
        objects += [Object(place) for place in places if not held.start <= place.start < held.end]
        places = []
    if frame.event == "residence" and any(_is_prison(text[place.start : place.end]) for place in places):
        return []
    roles, has_needed = read_roles(discourse, setting, frame, complements, start)
    if frame.need_role is not None and not has_needed:
        return []
    dated, date_parts, in_quote = date_of(setting, complements, frame.event, is_person=frame.kind == "person")
    if frame.undated:
        dated, date_parts = None, []
    if frame.need_date and dated is None and not (frame.event == "tenure" and complements.lengths):
        return []
    if frame.kind == "quote" or (
        not places
        and not frame.need_place
        and frame.place
        and setting.fronted_places
        and frame.event not in ("membership", "marriage", "award")
    ):
        places = places or setting.fronted_places
    parts += roles
    parts += read_occasion(setting, frame)
    parts += date_parts
    parts += _extras(setting)
    duration = read_duration(complements, parts)
    give_own_dates(setting, complements, frame.event, objects)
    objects = leave_undated(objects, dated)
    objects = repeat_for_dates(setting, complements, frame.event, objects, dated)
    if frame.event == "birth" and dated is None and not places and not roles and not objects:
        return []  # "born Johann Oberhuber": a name and no more
    statements: list[Statement] = []
    chosen: list[Object | None] = list(objects) if objects else [None]
    undated = [part for part in parts if part.part not in ("date", "date_anchor")]
    for person in persons:
        for chosen_object in chosen:
            is_bare = chosen_object is not None and chosen_object.undated
            for place in [*places] if places else [None]:
                statements.append(
                    _statement(
                        setting, frame, person, chosen_object, place, None if is_bare else dated,
                        [*(undated if is_bare else parts), *others_of(text, frame, person, persons)], duration,
                        in_quote,
                    )
                )  # fmt: skip
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
    charges = _charges(setting, frame, statements)
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
    if frame.event == "marriage" and objects and objects[0].name is not None:
        spouse = Who(objects[0].name, discourse.people.find(objects[0].name), objects[0].span)
        discourse.pair = (persons[0].shared(), spouse)
    if frame.event == "marriage" and persons[0].person is discourse.people.subject and objects:
        discourse.spouse = objects[0].name or text[objects[0].span.start : objects[0].span.end]
        discourse.relatives["husband" if discourse.people.subject.gender == "f" else "wife"] = discourse.spouse
        discourse.last_mention.setdefault(discourse.spouse, objects[0].span)
    return statements


def _prison_before_where(text: str, units: list[Unit], clause: Clause) -> list[Object]:
    """``sent to Auschwitz, where he spent three years``: the prison named before ``where``."""
    found = place_before_where(units, clause)
    last = text[found[0].start : found[0].end].lower().split()[-1] if found else ""
    return [Object(found[0])] if last in lexicon.words("heads", "prison") else []


def _is_prison(words: str) -> bool:
    return words.rsplit(" ", 1)[-1].lower() in ("gaol", "jail", "prison", "gulag")


def _charges(setting: Setting, frame: Frame, statements: list[Statement]) -> list[Statement]:
    """A trial or conviction on a charge tells of the accusation too; so does an expulsion or arrest for something."""
    deed = read_deed_after_for(setting.units, setting.clause, setting.verbs) if frame.event in _PUNISHED else None
    if deed is not None:
        return [
            replace(
                statement, event_type="accusation", rule=frame.rule + "_deed", confidence=0.8, subtype=None,
                quote=Span(statement.quote.start, max(statement.quote.end, deed.end)),
                parts=(
                    *(part for part in statement.parts if part.part not in ("object", "participant")),
                    Part("object", deed),
                ),
            )
            for statement in statements
        ]  # fmt: skip
    if frame.event in ("expulsion", "arrest"):
        return [made for statement in statements if (made := _charge_of(frame, statement)) is not None]
    if frame.event != "trial":
        return []
    return [
        replace(statement, event_type="accusation", rule=frame.rule + "_charge", confidence=0.86)
        for statement in statements
        if statement.first("object") is not None
    ]


_PUNISHED = frozenset(["sentence", "execution", "imprisonment", "exile", "attribute", "expulsion", "arrest"])
"""What is suffered ``for`` a deed, which then is the charge."""


def _extras(setting: Setting) -> list[Part]:
    made: list[Part] = []
    if setting.modal_part is not None:
        made.append(setting.modal_part)
    for unit in setting.units[setting.clause.group : setting.clause.verb + 1]:
        if unit.kind == WORD and unit.lower in ("again", "posthumously", "briefly", "unanimously"):
            made.append(Part("attribute", Span(unit.start, unit.end), "manner", None))
    return made


def _charge_of(frame: Frame, statement: Statement) -> Statement | None:
    """What an expulsion or arrest gives as its ground, as the accusation it is."""
    kept = tuple(part for part in statement.parts if part.part not in ("object", "participant"))
    ground = next((part for part in statement.parts if part.part == "participant" and part.role == "reason"), None)
    if frame.event == "arrest":
        ground = statement.first("object")
    if ground is None or ground.span is None:
        return None
    quote = Span(min(statement.quote.start, ground.span.start), max(statement.quote.end, ground.span.end))
    return replace(
        statement, event_type="accusation", rule=frame.rule + "_charge", confidence=0.78, subtype=None, quote=quote,
        parts=(*kept, Part("object", ground.span)),
    )  # fmt: skip


_KIND_COST = {INFINITIVE: 0.15, REDUCED: 0.05, RELATIVE: 0.02, PARTICIPIAL: 0.02, ADVERBIAL: 0.02}


def _statement(
    setting: Setting,
    frame: Frame,
    who: Who,
    chosen: Object | None,
    place: Span | None,
    dated: Dated | None,
    shared: list[Part],
    duration: str | None,
    in_quote: bool,
) -> Statement:
    text = setting.text
    parts = [*who.parts(text), *shared]
    place = place or (chosen.place if chosen is not None else None)
    if chosen is not None and chosen.dated is not None:
        parts = [part for part in parts if part.part not in ("date", "date_anchor")]
        parts.append(chosen.dated.part())
        dated = chosen.dated
    if chosen is not None:
        if not any(part.part == "object" for part in chosen.parts):
            parts.append(Part("object", chosen.span))
        parts.extend(chosen.parts)
    elif frame.trigger_is_object:
        trigger = next(part.span for part in shared if part.part == "trigger")
        parts.append(Part("object", trigger))
    inside = (
        chosen is not None and place is not None and chosen.span.start <= place.start and place.end <= chosen.span.end
    )
    if place is not None and not inside:
        parts.append(Part("place", place))
    for role, value in frame.attributes:
        parts.append(Part("attribute", None, role, value))
    quote = _quote(setting, parts, who, in_quote)
    confidence = frame.confidence + who.sure - _KIND_COST.get(setting.clause.kind, 0.0)
    if setting.modality != "asserted":
        confidence -= 0.08
    if dated is not None and not in_quote:
        confidence -= 0.08
    return Statement(
        event_type=frame.event,
        subject=who.name,
        quote=quote,
        parts=tuple(parts),
        rule=frame.rule,
        confidence=round(max(0.3, min(0.98, confidence)), 3),
        subtype=frame.subtype,
        modality=setting.modality,
        is_quotation=(chosen is not None and chosen.is_quotation) or setting.clause.quoted,
        when=dated.when if dated is not None else None,
        figure=chosen.figure if chosen is not None else None,
        duration=duration,
    )


def _start(unit: Unit) -> int:
    return unit.start


def _quote(setting: Setting, parts: list[Part], who: Who, in_quote: bool) -> Span:
    """The smallest stretch with everything the clause itself says; dates and antecedents outside it stay outside."""
    first = setting.units[0].start
    last = setting.units[-1].end
    inside = [
        part.span
        for part in parts
        if part.span is not None
        and part.part not in ("antecedent", "date_anchor")
        and first <= part.span.start and part.span.end <= last
        and (part.part != "date" or in_quote)
    ]  # fmt: skip
    start = min(span.start for span in inside)
    end = max(span.end for span in inside)
    if who.span is None:  # a shared subject: the words before the verb belong to the clause before
        floor = setting.units[setting.clause.begin].start
        start = max(start, min(floor, next(part.span.start for part in parts if part.part == "trigger" and part.span)))
    units = setting.units
    place = bisect_left(units, start, key=_start)
    if 0 < place < len(units) and units[place].start == start and units[place].kind == DATE:
        start = units[place - 1].start if units[place - 1].kind == WORD else start
    at = bisect_left(units, end, key=_start) - 1
    if at >= 0 and units[at].kind == QUOTE and units[at].start < end < units[at].end:
        end = units[at].end
    return Span(start, end)
