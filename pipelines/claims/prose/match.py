"""Frames matched to clauses: the slots filled from the words, and the statements they make."""

from dataclasses import dataclass

from pipelines.claims import lexicon
from pipelines.claims.awards import count_award
from pipelines.claims.prose.clauses import ADVERBIAL, INFINITIVE, PARTICIPIAL, REDUCED, RELATIVE, Clause
from pipelines.claims.prose.frames import Frame, frame_index
from pipelines.claims.prose.kinds import Phrase, fits, is_head
from pipelines.claims.prose.offices import office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements, person_of, place_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Figure, Part, Span, Statement
from pipelines.claims.values import trim
from pipelines.claims.when import Dated


@dataclass(slots=True)
class Setting:
    """The clause to be matched with what stands around it: its sentence's units, the date that governs it, its modality."""

    text: str
    units: list[Unit]
    clause: Clause
    fronted: Unit | None
    following: Unit | None
    modality: str
    modal_part: Part | None
    offset: int
    fronted_places: list[Span]


def match_clause(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Statement]:
    """The statements of a clause: those of the first frame whose slots its words fill."""
    units, clause = setting.units, setting.clause
    verb = units[clause.verb]
    frames = frame_index().get(verb.lower, ())
    for frame in frames:
        if frame.passive != clause.passive:
            continue
        start = _after_words(units, clause, frame)
        if start is None:
            continue
        complements = parse_complements(setting.text, units, start, max(clause.end, start))
        made = _fill(discourse, setting, frame, start, complements, who)
        if made:
            return made
    return []


def _after_words(units: list[Unit], clause: Clause, frame: Frame) -> int | None:
    """Where the complements begin if the frame's fixed words follow the verb; null where they do not."""
    at = clause.verb + 1
    adverbs = lexicon.words("words", "adverbs")
    for word in frame.after:
        while at < clause.end and units[at].kind == WORD and units[at].lower != word and (
            units[at].lower in adverbs or units[at].lower.endswith("ly") or units[at].lower in ("a", "an", "the")
        ):
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
    if frame.who == "object":
        first = next((phrase for phrase in complements.phrases if phrase.slot == ""), None)
        patient = _person(discourse, setting, first, start)
        if patient is None:
            return []
        persons = [patient]
        if frame.doer is not None and who:
            parts.extend(_doer(text, doer, frame.doer) for doer in who)
    if not persons:
        return []
    objects = _objects(discourse, setting, frame, complements, start)
    if frame.need and not objects:
        return []
    places = place_of(text, complements, frame.place) if frame.place else []
    if frame.need_place and not places:
        return []
    roles, has_needed = _roles(discourse, setting, frame, complements, start)
    if frame.need_role is not None and not has_needed:
        return []
    dated, date_parts, in_quote = _date(setting, complements)
    if frame.need_date and dated is None:
        return []
    if frame.kind == "quote" or (not places and not frame.need_place and frame.place and setting.fronted_places and frame.event not in ("membership", "marriage", "award")):
        places = places or setting.fronted_places
    parts += roles
    parts += date_parts
    parts += _extras(text, setting, complements)
    duration = _duration(complements, parts)
    statements: list[Statement] = []
    chosen: list[_Object | None] = list(objects) if objects else [None]
    for person in persons:
        for chosen_object in chosen:
            for place in places or [None]:
                statements.append(
                    _statement(setting, frame, person, chosen_object, place, dated, parts, duration, in_quote)
                )
    if frame.event == "marriage" and persons[0].person is discourse.people.subject and objects:
        discourse.spouse = objects[0].name or text[objects[0].span.start : objects[0].span.end]
    return statements


@dataclass(slots=True)
class _Object:
    span: Span
    parts: tuple[Part, ...] = ()
    figure: Figure | None = None
    is_quotation: bool = False
    name: str | None = None
    place: Span | None = None
    dated: Dated | None = None
    subtype: str | None = None
    event: str | None = None


def _person(discourse: Discourse, setting: Setting, phrase: Phrase | None, start: int) -> Who | None:
    """The person a direct object names, pronouns included."""
    at = start
    if at < len(setting.units) and setting.units[at].kind == WORD and setting.units[at].lower in ("him", "her"):
        following = setting.units[at + 1] if at + 1 < len(setting.units) else None
        if setting.units[at].lower == "her" and following is not None and following.kind in (NAME, WORD) and following.lower not in ("in", "on", "to", "as", "of", "from", "for", "and", "by", "at"):
            pass
        else:
            return discourse.resolve_pronoun(setting.units[at], None)
    if phrase is None:
        return None
    unit = person_of(phrase)
    return None if unit is None else discourse.resolve_name(unit)


def _doer(text: str, doer: Who, role: str) -> Part:
    span = doer.span or (doer.antecedents[0] if doer.antecedents else None)
    words = None if span is None else text[span.start : span.end]
    return Part("participant", span, role, doer.name if words != doer.name else None)


def _objects(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> list[_Object]:
    if frame.kind == "person":
        return _person_objects(discourse, setting, frame, complements, start)
    if frame.kind == "quote":
        return _quoted(setting, start)
    if frame.kind == "infinitive":
        return _infinitive(setting)
    found: list[_Object] = []
    for slot in frame.object:
        run = complements.slot(slot)
        for place, phrase in enumerate(run):
            if phrase.link == "run":
                continue
            if not fits(phrase, frame.kind):
                if found and frame.kind in ("office", "job") and phrase.link:
                    continue
                if frame.kind in ("charge", "thing", "cause") or not found:
                    if place > 0 or frame.kind not in ("award", "office", "membership"):
                        break
                    continue
                break
            if place > 0 and frame.kind in ("thing", "charge", "cause", "penalty", "means", "prison", "school", "headed", "letter", "work", "battle", "force", "member_body") and phrase.link == ",":
                if frame.kind not in ("school", "battle", "member_body", "force", "work") or not phrase.first.kind == NAME:
                    break
                if not run[-1].link == "and":
                    break
            found.append(_object(setting, frame, phrase, complements))
        if found:
            break
    if not found and frame.trigger_is_object:
        return []
    return found


def _object(setting: Setting, frame: Frame, phrase: Phrase, complements: Complements) -> _Object:
    text = setting.text
    span = phrase.span
    made = _Object(span)
    if frame.kind in ("office", "office_or_body", "job") and fits(phrase, "office"):
        span = extend_office(text, phrase, complements)
        made.span = span
        made.parts = office_parts(text, span)
        made.place = next((part.span for part in made.parts if part.part == "place"), None)
        made.parts = tuple(part for part in made.parts if part.part != "place")
    elif frame.kind == "membership":
        of = text.lower().find(" of ", span.start, span.end)
        body = trim(text, of + 4, span.end)
        made.parts = (Part("attribute", Span(span.start, of), "capacity"),)
        for article in ("the ", "an ", "a "):
            if text[body.start : body.start + len(article)].lower() == article:
                body = Span(body.start + len(article), body.end)
        made.span = body
    elif frame.kind == "award":
        counted, figure, more = count_award(text, span)
        made.span, made.figure, made.parts = counted, figure, more
    elif frame.kind == "rank":
        words = text[span.start : span.end].lower()
        for opening in ("rank of ", "post of "):
            if words.startswith(opening):
                made.span = Span(span.start + len(opening), span.end)
    elif frame.kind in ("charge", "thing", "words") and len(phrase.units) == 1 and phrase.first.kind == QUOTE:
        made.span = Span(span.start + 1, span.end - 1)
        made.is_quotation = True
    elif frame.kind in ("work", "thing") and phrase.first.kind == QUOTE and len(phrase.units) == 1:
        made.span = Span(span.start + 1, span.end - 1)
    if frame.kind in ("charge", "penalty", "member_body", "school", "force", "thing", "prison") and frame.event != "membership":
        made.span = _with_of(text, setting, made.span, complements, phrase)
    if frame.kind == "charge":
        words = (phrase.qualified_by + " " + text[max(setting.units[0].start, span.start - 40) : span.end]).lower()
        if any(word in words for word in ("fabricated", "trumped-up", "trumped up", "false charge", "falsely", "bogus", "spurious")):
            made.parts += (Part("attribute", None, "content", "fabricated"),)
    if phrase.notes:
        for unit in phrase.notes:
            if unit.kind == DATE and unit.dated is not None:
                made.dated = unit.dated
                break
    return made


def _with_of(text: str, setting: Setting, span: Span, complements: Complements, phrase: Phrase) -> Span:
    """A charge or penalty with what goes on after it: ``ten years`` with ``in a labour camp``."""
    return span


def _person_objects(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> list[_Object]:
    found: list[_Object] = []
    for slot in frame.object:
        for phrase in complements.slot(slot):
            if phrase.link in (",", "run") and found:
                break
            unit = person_of(phrase)
            if unit is None:
                if found:
                    break
                continue
            who = discourse.resolve_name(unit)
            if who is None or who.span is None:
                name = _new_name(setting.text, unit)
                if name is None or found:
                    continue
                found.append(_Object(name, name=setting.text[name.start : name.end]))
                continue
            value = who.name if setting.text[who.span.start : who.span.end] != who.name else None
            found.append(_Object(who.span, name=who.name, parts=(Part("object", who.span, None, value),) if value else ()))
        if found:
            break
        if slot == "" and start < len(setting.units) and setting.units[start].lower in ("him", "her") and frame.event != "marriage":
            pronoun = discourse.resolve_pronoun(setting.units[start], None)
            if pronoun is not None and pronoun.span is not None:
                return [_Object(pronoun.span, name=pronoun.name, parts=(Part("object", pronoun.span, None, pronoun.name),))]
    return found


def _new_name(text: str, unit: Unit) -> Span | None:
    """A name nobody else on the page bears, in a slot only a person can fill: at most five capitalised words."""
    not_person = lexicon.words("words", "not_person")
    words = unit.lower.split()
    if len(words) > 5 or any(word.strip(".,") in not_person for word in words):
        return None
    return Span(unit.start, unit.end)


def _quoted(setting: Setting, start: int) -> list[_Object]:
    """The words quoted after a verb of saying: right after it, or after a comma or colon."""
    for unit in setting.units[start : start + 14]:
        if unit.kind == QUOTE and unit.end - unit.start > 12:
            inner = trim(setting.text, unit.start + 1, unit.end - 1, " ,.")
            if inner.end > inner.start:
                return [_Object(inner, is_quotation=True)]
    return []


def _infinitive(setting: Setting) -> list[_Object]:
    for place in range(setting.clause.verb + 1, min(len(setting.units), setting.clause.verb + 8)):
        if setting.units[place].lower == "to" and setting.units[place].kind == WORD:
            end = place
            while end + 1 < len(setting.units) and setting.units[end + 1].lower not in (".", ";", ",") :
                end += 1
            if end > place:
                return [_Object(Span(setting.units[place].start, setting.units[end].end))]
    return []


def _roles(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> tuple[list[Part], bool]:
    made: list[Part] = []
    has_needed = False
    for slot, role in frame.roles:
        if not role:
            continue
        for phrase in complements.slot(slot):
            if phrase.link in (",", "run"):
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
                    named = _new_name(setting.text, unit)
                    if named is None:
                        continue
                    span = named
            elif role in ("predecessor", "successor", "teacher", "under", "together_with"):
                continue
            made.append(Part("participant", span, role, value))
            has_needed = has_needed or role == frame.need_role
        if not made and slot == "" and frame.need_role == role and start < len(setting.units) and setting.units[start].lower in ("him", "her"):
            pronoun = discourse.resolve_pronoun(setting.units[start], None)
            if pronoun is not None and pronoun.span is not None:
                made.append(Part("participant", pronoun.span, role, pronoun.name))
                has_needed = True
    return made, has_needed


def _date(setting: Setting, complements: Complements) -> tuple[Dated | None, list[Part], bool]:
    """The date of a clause, its parts, and whether it stands inside the clause (and so in the quote)."""
    own = [unit for unit, slot in complements.dates if slot not in ("outside", "aside")]
    own += [unit for unit, slot in complements.dates if slot == "aside"]
    before = [
        unit for unit in setting.units[setting.clause.begin : setting.clause.verb] if unit.kind == DATE
    ]
    chosen = own[0] if own else before[-1] if before else None
    inside = chosen is not None
    if chosen is None and setting.fronted is not None and setting.clause.kind not in (RELATIVE, REDUCED, INFINITIVE):
        chosen = setting.fronted
        inside = True
    if chosen is None and setting.following is not None:
        chosen = setting.following
    if chosen is None or chosen.dated is None:
        return None, [], False
    return chosen.dated, list(chosen.dated.parts(setting.offset)), inside


def _duration(complements: Complements, parts: list[Part]) -> str | None:
    for unit in complements.lengths:
        mention = unit.dated.mention if unit.dated is not None else None
        if mention is not None and mention.kind == "duration" and mention.duration is not None:
            parts.append(Part("attribute", Span(unit.start, unit.end), "duration", mention.duration))
            return mention.duration
    return None


def _extras(text: str, setting: Setting, complements: Complements) -> list[Part]:
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
    chosen: _Object | None,
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
        is_quotation=chosen is not None and chosen.is_quotation or setting.clause.quoted,
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
