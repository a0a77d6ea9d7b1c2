"""Frames matched to clauses: the slots filled from the words, and the statements they make."""

from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import ADVERBIAL, INFINITIVE, PARTICIPIAL, REDUCED, RELATIVE, Clause
from pipelines.claims.prose.dating import date_of, give_own_dates, read_duration
from pipelines.claims.prose.frames import Frame, frame_index
from pipelines.claims.prose.kinds import Phrase
from pipelines.claims.prose.objects import Object, Setting, find_objects, new_name
from pipelines.claims.prose.phrases import Complements, parse_complements, person_of, place_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def match_clause(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Statement]:
    """The statements of a clause: those of the first frame whose slots its words fill."""
    units, clause = setting.units, setting.clause
    verb = units[clause.verb]
    frames = frame_index().get(verb.lower, ())
    if clause.either_voice:  # "was arrested and died": the passive goes on only where there is one
        following = units[clause.verb + 1] if clause.verb + 1 < len(units) else None
        takes_object = following is not None and (
            following.kind == NAME
            or (following.kind == WORD and following.lower not in lexicon.words("words", "prepositions"))
        )
        is_first = clause.connector in (None, ",")
        frames = tuple(sorted(frames, key=lambda frame: frame.passive == (takes_object and is_first)))
    if _speaks_of_an_office(units, clause):
        frames = tuple(frame for frame in frames if frame.anaphoric)[:1]
    for frame in frames:
        if frame.passive != clause.passive and not clause.either_voice:
            continue
        start = clause.verb + 1 if _speaks_of_an_office(units, clause) else _after_words(units, clause, frame)
        if start is None:
            continue
        complements = parse_complements(units, start, max(clause.end, start))
        made = _fill(discourse, setting, frame, start, complements, who)
        if made:
            return made
    return []


def _speaks_of_an_office(units: list[Unit], clause: Clause) -> bool:
    """``…, a position he held until 1959``: the office named last."""
    if clause.subject is None or clause.subject[0] < 2 or units[clause.verb].lower not in ("held", "retained", "hold"):
        return False
    before = clause.subject[0] - 1
    if units[before].lower in ("which", "that") and before > 1:
        before -= 1
    if units[before].lower not in ("position", "post", "office", "role", "seat"):
        return False
    return clause.end - clause.verb > 1 and units[clause.verb + 1].kind != NAME


def _after_words(units: list[Unit], clause: Clause, frame: Frame) -> int | None:
    """Where the complements begin if the frame's fixed words follow the verb; null where they do not."""
    at = clause.verb + 1
    adverbs = lexicon.words("words", "adverbs")
    for word in frame.after:
        while (
            at < clause.end
            and units[at].kind == WORD
            and units[at].lower != word
            and (units[at].lower in adverbs or units[at].lower.endswith("ly") or units[at].lower in ("a", "an", "the"))
        ):
            at += 1
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
    parts: list[Part] = [Part("trigger", Span(setting.units[clause.verb].start, setting.units[start - 1].end))]
    persons = who
    if frame.who == "on":
        patient = _recipient(discourse, setting, start)
        if patient is None:
            return []
        persons = [patient]
        parts.extend(_doers(setting, frame, who))
    elif frame.who == "object":
        first = next((phrase for phrase in complements.phrases if phrase.slot == ""), None)
        patient = _person(discourse, setting, first, start, indirect=frame.indirect)
        if patient is None:
            return []
        persons = [patient]
        parts.extend(_doers(setting, frame, who))
    if not persons:
        return []
    objects = find_objects(discourse, setting, frame, complements, start)
    if frame.anaphoric:
        if discourse.last_office is None or discourse.last_office[0] != persons[0].name:
            return []
        objects = [Object(discourse.last_office[1])]
    if frame.need and not objects:
        return []
    if objects and frame.event in ("tenure", "appointment") and not frame.anaphoric and frame.kind == "office":
        discourse.last_office = (persons[0].name, objects[-1].span)
    places = place_of(text, complements, frame.place) if frame.place else []
    if frame.need_place and not places:
        return []
    roles, has_needed = _roles(discourse, setting, frame, complements, start)
    if frame.need_role is not None and not has_needed:
        return []
    dated, date_parts, in_quote = date_of(setting, complements, is_person=frame.kind == "person")
    if frame.need_date and dated is None:
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
    parts += date_parts
    parts += _extras(setting)
    duration = read_duration(complements, parts)
    give_own_dates(complements, objects)
    statements: list[Statement] = []
    chosen: list[Object | None] = list(objects) if objects else [None]
    for person in persons:
        for chosen_object in chosen:
            for place in [*places] if places else [None]:
                statements.append(
                    _statement(setting, frame, person, chosen_object, place, dated, parts, duration, in_quote)
                )
    statements += _charges(frame, statements)
    statements += _companions(discourse, setting, statements)
    if frame.event == "marriage" and persons[0].person is discourse.people.subject and objects:
        discourse.spouse = objects[0].name or text[objects[0].span.start : objects[0].span.end]
    return statements


def _person(discourse: Discourse, setting: Setting, phrase: Phrase | None, start: int, *, indirect: bool) -> Who | None:
    """The person a direct object names, pronouns included."""
    at = start
    if at < len(setting.units) and setting.units[at].kind == WORD and setting.units[at].lower in ("him", "her"):
        following = setting.units[at + 1] if at + 1 < len(setting.units) else None
        if (
            not indirect
            and setting.units[at].lower == "her"
            and following is not None
            and following.kind in (NAME, WORD)
            and following.lower not in ("in", "on", "to", "as", "of", "from", "for", "and", "by", "at")
        ):
            pass
        else:
            return discourse.resolve_pronoun(setting.units[at], None)
    if phrase is None:
        return None
    unit = person_of(phrase)
    return None if unit is None else discourse.resolve_name(unit)


def _charges(frame: Frame, statements: list[Statement]) -> list[Statement]:
    """A trial or conviction on a charge tells of the accusation too."""
    if frame.event != "trial":
        return []
    return [
        replace(statement, event_type="accusation", rule=frame.rule + "_charge", confidence=0.86)
        for statement in statements
        if statement.first("object") is not None
    ]


def _companions(discourse: Discourse, setting: Setting, statements: list[Statement]) -> list[Statement]:
    """Who was tried or sentenced together with somebody was so too: a claim each."""
    made: list[Statement] = []
    for statement in statements:
        if statement.event_type not in ("trial", "sentence", "execution", "arrest"):
            continue
        for part in statement.parts:
            if part.part != "participant" or part.role != "together_with" or part.span is None:
                continue
            words = setting.text[part.span.start : part.span.end]
            person = discourse.people.find(words)
            if person is None and len(words.split()) < 2:
                continue
            others = tuple(
                other for other in statement.parts if other is not part and other.part not in ("subject", "antecedent")
            )
            name = person.name if person is not None else words
            subject = Part("subject", part.span, None, name if name != words else None)
            made.append(
                replace(
                    statement, subject=name, parts=(subject, *others), confidence=round(statement.confidence - 0.08, 3)
                )
            )
    return made


def _doers(setting: Setting, frame: Frame, who: list[Who]) -> list[Part]:
    """Who did it, as participants: the persons of the subject, else its words (a body, a state)."""
    if frame.doer is None:
        return []
    if who:
        return [_doer(setting.text, doer, frame.doer) for doer in who]
    if setting.clause.subject is None:
        return []
    first, last = setting.clause.subject
    return [Part("participant", Span(setting.units[first].start, setting.units[last - 1].end), frame.doer)]


def _recipient(discourse: Discourse, setting: Setting, start: int) -> Who | None:
    """Whom something is bestowed on: a pronoun or name after ``on`` or ``to``."""
    for place in range(start, min(len(setting.units) - 1, setting.clause.end)):
        unit, following = setting.units[place], setting.units[place + 1]
        if unit.lower in ("on", "upon", "to") and unit.kind == WORD:
            if following.kind == WORD and following.lower in ("him", "her"):
                return discourse.resolve_pronoun(following, None)
            if following.kind == NAME:
                return discourse.resolve_name(following)
    return None


def _doer(text: str, doer: Who, role: str) -> Part:
    span = doer.span or (doer.antecedents[0] if doer.antecedents else None)
    words = None if span is None else text[span.start : span.end]
    return Part("participant", span, role, doer.name if words != doer.name else None)


def _roles(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> tuple[list[Part], bool]:
    made: list[Part] = []
    has_needed = False
    for slot, role in frame.roles:
        if not role:
            continue
        for phrase in complements.slot(slot):
            if phrase.link == "run" or (phrase.link == "," and role != "together_with"):
                break
            span = phrase.span
            value: str | None = None
            unit = person_of(phrase)
            if unit is not None:
                who = discourse.resolve_name(unit)
                if who is not None and who.span is not None:
                    span = who.span
                    value = who.name if setting.text[span.start : span.end] != who.name else None
                    if who.name == discourse.people.subject.name and role == frame.need_role and not frame.passive:
                        continue
                elif role in ("predecessor", "successor", "teacher"):
                    named = new_name(unit)
                    if named is None:
                        continue
                    span = named
            elif role in ("predecessor", "successor", "teacher", "under", "together_with"):
                continue
            made.append(Part("participant", span, role, value))
            has_needed = has_needed or role == frame.need_role
        if (
            not made
            and slot == ""
            and frame.need_role == role
            and start < len(setting.units)
            and setting.units[start].lower in ("him", "her")
        ):
            pronoun = discourse.resolve_pronoun(setting.units[start], None)
            if pronoun is not None and pronoun.span is not None:
                made.append(Part("participant", pronoun.span, role, pronoun.name))
                has_needed = True
    return made, has_needed


def _extras(setting: Setting) -> list[Part]:
    made: list[Part] = []
    if setting.modal_part is not None:
        made.append(setting.modal_part)
    for unit in setting.units[setting.clause.group : setting.clause.verb + 1]:
        if unit.kind == WORD and unit.lower in ("again", "posthumously", "briefly", "unanimously"):
            made.append(Part("attribute", Span(unit.start, unit.end), "manner", None))
    return made


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
    if place is not None and not (chosen is not None and place == chosen.span):
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
    for place, unit in enumerate(setting.units):
        if unit.start == start and place > 0 and unit.kind == DATE and setting.units[place - 1].kind == WORD:
            start = setting.units[place - 1].start
            break
    for unit in setting.units:
        if unit.kind == QUOTE and unit.start < end < unit.end:
            end = unit.end
            break
    return Span(start, end)
