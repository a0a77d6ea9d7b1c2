"""The objects of a frame: what its slots hold, judged by kind, split where the words list several."""

from pipelines.claims import lexicon
from pipelines.claims.awards import count_award
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import Phrase, is_head, is_person_name, words_of
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, person_of
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.speech import infinitive_of, quoted_words, told_after_that
from pipelines.claims.prose.subjects import Discourse
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, NAME, QUOTE, WORD, Unit, index_of
from pipelines.claims.prose.verdicts import charges_of, length_penalty
from pipelines.claims.statement import Part, Span
from pipelines.claims.values import trim


def find_objects(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> list[Object]:
    """The objects a clause gives a frame; none where its slots hold nothing of the kind asked for."""
    if frame.kind == "person":
        return _person_objects(discourse, setting, frame, complements, start) or _whom(discourse, setting)
    if frame.kind == "quote":
        return quoted_words(setting, start)
    if frame.kind == "that":
        return told_after_that(setting, start)
    if frame.kind == "length_term":
        return _years_given(setting, start)
    if frame.kind == "penalty":
        length = length_penalty(setting, complements)
        if length is not None:
            return [Object(length)]
    if frame.kind == "charge":
        return charges_of(setting, frame, complements, start)
    if frame.kind == "infinitive":
        return infinitive_of(setting)
    found: list[Object] = []
    for slot in frame.object:
        run = complements.slot(slot)
        examples = _examples(complements, run, frame.kind)
        for place, phrase in enumerate(examples or run):
            if phrase.link == "run":
                continue
            if place > 0 and frame.kind in ("school", "named_not_person") and _is_town_of_school(phrase):
                continue
            if found and frame.kind == "membership" and phrase.head in ("member", "fellow") and phrase.link == "and":
                found.append(Object(phrase.span))  # "a corresponding member of the Academy and a full member"
                continue
            if found and frame.kind == "office" and phrase.link == "and" and fits(phrase, "job"):
                found.append(Object(phrase.span))  # "appointed docent in 1785 and demonstrator in 1790"
                continue
            if not fits(phrase, frame.kind):
                if found and frame.kind in ("office", "job") and phrase.link:
                    continue
                if frame.kind in ("thing", "cause") or not found:
                    if place > 0 or frame.kind not in _LISTED_KINDS:
                        break
                    continue
                break
            if (
                place > 0
                and frame.kind
                in (
                    "thing",
                    "cause",
                    "penalty",
                    "means",
                    "prison",
                    "school",
                    "headed",
                    "body",
                    "letter",
                    "work",
                    "battle",
                    "force",
                    "member_body",
                )
                and phrase.link == ","
            ):
                if (
                    frame.kind not in ("school", "battle", "member_body", "force", "work", "body")
                    or phrase.first.kind != NAME
                ):
                    break
                if run[-1].link != "and":
                    break
            if found and frame.kind == "body" and _is_person_behind_date(setting, phrase):
                break
            found.append(_object(setting, frame, phrase, complements))
        if found:
            break
    if not found and frame.kind in ("award", "office") and "" in frame.object:
        others = [each for each in complements.slot("among") if each.link and fits(each, frame.kind)]
        found = [_object(setting, frame, each, complements) for each in others]
    last = frame.after[-1] if frame.after else ""
    if found and last in ("to", "of", "at", "as") and frame.kind in ("member_body", "office_held", "office", "headed"):
        again = [each for each in complements.slot(last) if each.span.start > found[-1].span.end and not each.link]
        found += [_object(setting, frame, each, complements) for each in again if fits(each, frame.kind)]
    if found and frame.kind == "membership":
        found += [
            _object_of(setting.text, phrase)
            for phrase in complements.phrases
            if phrase.slot == "of" and phrase.span.start > found[-1].span.end and phrase.first.kind == NAME
        ]  # "a member of the Academy in 1793 and of the Physiographic Society in 1794"
    if found and frame.kind == "school":
        later = [
            p
            for p in complements.phrases
            if p.span.start > found[-1].span.end
            and (p.slot in ("at", "from") or (p.link == "and" and p.first.kind == NAME and fits(p, "school")))
        ]
        found += [
            _object(setting, frame, phrase, complements)
            for phrase in later
            if (fits(phrase, "school") or phrase.head in ("hospital", "infirmary")) and not _is_town_of_school(phrase)
        ]
    if not found and frame.trigger_is_object:
        return []
    return found


def _is_person_behind_date(setting: Setting, phrase: Phrase) -> bool:
    """``taught at the Conservatory until 1848, Marietta Alvisi being among his pupils``: no second body."""
    at = index_of(setting.units, phrase.first)
    return phrase.link == "," and at > 1 and setting.units[at - 2].kind == DATE and is_person_name(phrase.first.lower)


def _object_of(text: str, phrase: Phrase) -> Object:
    return Object(trim(text, phrase.span.start, phrase.span.end))


def _is_town_of_school(phrase: Phrase) -> bool:
    """``Queen's College, Oxford``: the town after the school is no second school."""
    words = words_of(phrase)
    named = [word for word in words if word not in ("oxford", "cambridge", "eton", "paris")]
    return phrase.link == "," and len(words) <= 2 and not any(is_head(word, "school") for word in named)


_LISTED_KINDS = ("prison_strict", "award", "office", "membership", "member_body", "force", "hall")
"""Kinds whose object may stand behind another thing of the same list."""

_GENERAL = {
    "positions",
    "posts",
    "roles",
    "offices",
    "awards",
    "medals",
    "honours",
    "honors",
    "decorations",
    "prizes",
    "jobs",
    "orders",
}


def _examples(complements: Complements, run: list[Phrase], kind: str) -> list[Phrase]:
    """``various positions including A, B and C`` · ``medals such as A and B``: the named ones stand for the general."""
    if not run or not any(word in _GENERAL for word in words_of(run[0])) or kind not in ("office", "award", "job"):
        return []
    following = complements.phrases[complements.phrases.index(run[0]) + 1 :]
    for slot in ("including", "as", "like", "among", "aside"):
        found = [phrase for phrase in following if phrase.slot == slot]
        if any(fits(phrase, kind) for phrase in found):
            return [phrase for phrase in found if fits(phrase, kind)]
    return []


def _object(setting: Setting, frame: Frame, phrase: Phrase, complements: Complements) -> Object:
    text = setting.text
    span = phrase.span
    made = Object(span)
    if frame.kind in ("office", "office_or_body", "job") and fits(phrase, "office"):
        span = extend_office(text, phrase, complements)
        made.span = span
        made.parts = office_parts(text, span)
        made.place = next((part.span for part in made.parts if part.part == "place"), None)
        made.parts = tuple(part for part in made.parts if part.part != "place")
    elif frame.kind == "membership":
        of = text.lower().find(" of ", span.start, span.end)
        if of == -1:
            made.span = body_of_membership(text, span)
            return made
        body = trim(text, of + 4, span.end)
        made.parts = (Part("attribute", Span(span.start, of), "capacity"),)
        for article in ("the ", "an ", "a "):
            if text[body.start : body.start + len(article)].lower() == article:
                body = Span(body.start + len(article), body.end)
        made.span = body
    elif frame.kind == "award":
        counted, figure, more = count_award(text, _with_field(text, phrase, complements))
        made.span, made.figure, made.parts = counted, figure, more
    elif frame.kind == "rank":
        words = text[span.start : span.end].lower()
        for opening in ("rank of ", "post of "):
            if words.startswith(opening):
                made.span = Span(span.start + len(opening), span.end)
    elif frame.kind in ("thing", "words") and len(phrase.units) == 1 and phrase.first.kind == QUOTE:
        made.span = Span(span.start + 1, span.end - 1)
        made.is_quotation = True
    elif frame.kind in ("work", "thing") and phrase.first.kind == QUOTE and len(phrase.units) == 1:
        made.span = Span(span.start + 1, span.end - 1)
    if phrase.notes:
        noted = [unit.dated for unit in phrase.notes if unit.kind == DATE and unit.dated is not None]
        if noted:
            made.dated, made.more_dates = noted[0], tuple(noted[1:])
    return made


def _with_field(text: str, phrase: Phrase, complements: Complements) -> Span:
    """``Nobel Prize`` with ``in Physics``: the field a prize is given in is part of its name and no place."""
    at = complements.phrases.index(phrase) + 1
    if at >= len(complements.phrases):
        return phrase.span
    field_of = complements.phrases[at]
    is_near = text[phrase.span.end : field_of.span.start].strip().lower() in ("in", "for")
    if not is_near or len(field_of.units) > 2 or not fits(field_of, "subject"):
        return phrase.span
    return Span(phrase.span.start, field_of.units[0].end)


def _years_given(setting: Setting, start: int) -> list[Object]:
    """``received three years for fraud`` · ``was given six months``: a length behind the verb, of no other use."""
    units = setting.units
    if start >= len(units) or units[start].kind != LENGTH:
        return []
    behind = units[start + 1 : start + 3]
    if behind and behind[0].lower not in ("for", "in", ".", ";"):
        return []
    if behind and behind[0].lower == "in" and behind[1:] and behind[1].kind not in (DATE, WORD):
        return []
    return [Object(Span(units[start].start, units[start].end))]


def _whom(discourse: Discourse, setting: Setting) -> list[Object]:
    """``Marie Le Goff, whom he had married``: the name before ``whom`` is the object."""
    begin = setting.clause.begin
    if setting.units[begin].lower != "whom":
        return []
    at = begin - 1
    while at >= 0 and (setting.units[at].lower in (",", "with") or setting.units[at].kind == BRACKET):
        at -= 1
    if at < 0 or setting.units[at].kind != NAME:
        return []
    who = discourse.resolve_name(setting.units[at])
    if who is None or who.span is None:
        name = new_name(setting.units[at])
        return [Object(name, name=setting.text[name.start : name.end])] if name is not None else []
    words = setting.text[who.span.start : who.span.end]
    value = (Part("object", who.span, None, who.name),) if words != who.name else ()
    return [Object(who.span, name=who.name, parts=value)]


def _person_objects(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> list[Object]:
    found: list[Object] = []
    for slot in frame.object:
        for phrase in complements.slot(slot):
            if phrase.link in (",", "run") and found:
                break
            unit = person_of(phrase)
            if frame.event == "kinship" and unit is not None and _counts_kin(setting.units, unit):
                break  # "bore Peter two children"
            if frame.event in ("marriage", "engagement") and phrase.head in _RELATIVES and "of" in words_of(phrase):
                named = _named_behind(complements, phrase)
                if named is None:
                    found.append(Object(phrase.span))  # "married the daughter of General Krag": not the general
                    break
                unit = named
            if unit is None:
                if found:
                    break
                continue
            behind = _named_behind(complements, phrase) if phrase.article in ("a", "an") else None
            if behind is not None and len(unit.lower.split()) == 1:
                unit = behind  # "married a Frenchwoman, Adèle Dumont"
            at = index_of(setting.units, unit)
            if frame.event == "marriage" and 0 <= at < len(setting.units) - 2 and setting.units[at + 1].kind == DATE:
                further = setting.units[at + 2]
                if further.kind == NAME and discourse.name_in(unit) is None:
                    unit = further  # "Married Riga 1829 Emilie Grave"
            who = discourse.resolve_name(unit)
            if who is None or who.span is None:
                last = phrase.units[-1]
                if (
                    last.kind == WORD
                    and unit.end < last.start
                    and len(unit.lower.split()) == 1
                    and last.lower != "family"
                ):
                    continue  # "met Allied agents"
                name = new_name(unit)
                if name is None or found:
                    continue
                found.append(Object(name, name=setting.text[name.start : name.end]))
                continue
            value = who.name if setting.text[who.span.start : who.span.end] != who.name else None
            found.append(
                Object(who.span, name=who.name, parts=(Part("object", who.span, None, value),) if value else ())
            )
        if found:
            break
        if (
            slot == ""
            and start < len(setting.units)
            and setting.units[start].lower in ("him", "her")
            and (
                (frame.event not in ("marriage", "kinship") and setting.units[start].lower == "him")
                or _stands_alone(setting.units, start)
            )
        ):
            pronoun = discourse.resolve_pronoun(setting.units[start], None)
            if pronoun is not None and pronoun.span is not None:
                return [
                    Object(pronoun.span, name=pronoun.name, parts=(Part("object", pronoun.span, None, pronoun.name),))
                ]
    if not found and frame.event == "marriage" and start < len(setting.units) and setting.units[start].lower == ",":
        found = _behind_aside(discourse, setting, start)
    return found


def _behind_aside(discourse: Discourse, setting: Setting, start: int) -> list[Object]:
    """``married, by licence dated 3 May 1645, Sarah Fenn``: the name behind the aside."""
    units = setting.units
    commas = [at for at in range(start + 1, min(len(units) - 1, start + 14)) if units[at].lower == ","]
    for comma in commas:
        at = comma + 1
        while (
            at < len(units) and units[at].kind == WORD and units[at].lower not in ("and", "he", "she", "who", "whose")
        ):
            at += 1
        is_dated = units[comma - 1].kind == DATE  # "Married, 1696, Anne, dau. of Sir Thomas Yarburgh"
        if at < len(units) and units[at].kind == NAME and (is_dated or len(units[at].lower.split()) > 1):
            break
    else:
        return []
    who = discourse.resolve_name(units[at])
    span = who.span if who is not None else new_name(units[at])
    if span is None:
        return []
    name = who.name if who is not None else setting.text[span.start : span.end]
    told = (Part("object", span, None, name),) if setting.text[span.start : span.end] != name else ()
    return [Object(span, told, name=name)]


_RELATIVES = {
    "daughter", "sister", "widow", "niece", "granddaughter", "son", "brother", "nephew", "grandson", "heiress", "heir",
    "cousin", "stepdaughter", "daughters",
}  # fmt: skip


def _counts_kin(units: list[Unit], unit: Unit) -> bool:
    """Whether children are counted right behind a name: he is their father."""
    kin = lexicon.load("heads")["kin"]
    at = index_of(units, unit)
    return any(each.kind == WORD and each.lower in kin for each in units[at + 1 : at + 4]) and not any(
        each.lower in (",", "and") for each in units[at + 1 : at + 3]
    )


def _named_behind(complements: Complements, phrase: Phrase) -> Unit | None:
    """``the daughter of a brewer, Anna Lund``: the name after the comma is the spouse's."""
    at = complements.phrases.index(phrase) + 1
    following = complements.phrases[at] if at < len(complements.phrases) else None
    if following is None or following.link != "," or following.slot != phrase.slot:
        return None
    is_name = following.first.kind == NAME and len(following.units) == 1 and len(following.first.lower.split()) > 1
    is_bare = len(phrase.units) == 1 or not any(unit.kind == NAME for unit in phrase.units)
    return following.first if is_name and is_bare else None


def _stands_alone(units: list[Unit], place: int) -> bool:
    """Whether ``her`` is the person and no possessive: ``married her in 1745``, not ``married her cousin``."""
    following = units[place + 1] if place + 1 < len(units) else None
    return following is None or following.lower in ("on", "in", "at", "and", "the", "after", "when", ".", ",")


def new_name(unit: Unit) -> Span | None:
    """A name nobody else on the page bears, in a slot only a person can fill: at most five capitalised words."""
    not_person = lexicon.words("words", "not_person")
    words = unit.lower.split()
    if len(words) > 5 or any(word.strip(".,") in not_person for word in words):
        return None
    return Span(unit.start, unit.end)
