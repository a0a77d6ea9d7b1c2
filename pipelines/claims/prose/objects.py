"""The objects of a frame: what its slots hold, judged by kind, split where the words list several."""

from pipelines.claims.awards import count_award
from pipelines.claims.prose.amounts import find_money
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import Phrase, is_award, is_head, words_of
from pipelines.claims.prose.offices import body_of_membership, extend_body, further_bodies, office_parts
from pipelines.claims.prose.person_objects import find_persons, person_before_whom
from pipelines.claims.prose.phrases import Complements, extend_office
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.speech import infinitive_of, quoted_words, told_after_that
from pipelines.claims.prose.subjects import Discourse
from pipelines.claims.prose.tokens import DATE, LENGTH, NAME, QUOTE, WORD, Unit, index_of
from pipelines.claims.prose.verdicts import charges_of, length_penalty
from pipelines.claims.prose.where import is_town_of_school, town_behind
from pipelines.claims.statement import Part, Span
from pipelines.claims.values import trim

_SAID_AGAIN = frozenset(["post", "position", "role", "office", "job", "title", "honour", "honor", "distinction"])
"""What an apposition calls the thing named before."""


def find_objects(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> list[Object]:
    """The objects a clause gives a frame; none where its slots hold nothing of the kind asked for."""
    if frame.kind == "person":
        return find_persons(discourse, setting, frame, complements, start) or person_before_whom(
            discourse, setting, frame.event
        )
    if frame.kind == "quote":
        return quoted_words(setting, start)
    if frame.kind == "that":
        return told_after_that(setting, start)
    if frame.kind == "length_term":
        return _years_given(setting, start)
    if frame.kind == "penalty":
        length = length_penalty(setting, complements)
        before = next((each for slot in frame.object for each in complements.slot(slot)), None)
        is_told = before is not None and before.head in _PENALTIES_OF_NO_LENGTH
        if length is not None and not (is_told and before is not None and before.span.start < length.start):
            return [Object(length)]
    if frame.event == "sentence" and setting.units[setting.clause.verb].lower in ("fined", "fine"):
        return _fine(setting, complements)
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
            if place > 0 and phrase.link == "," and phrase.article == "a" and phrase.head in _SAID_AGAIN:
                break  # "succeeded her as head of the clinic, a post he held until 1958"
            if place > 0 and frame.kind in ("school", "named_not_person") and is_town_of_school(phrase):
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
                    frame.kind not in ("school", "battle", "member_body", "force", "work", "body", "headed")
                    or phrase.first.kind != NAME
                ):
                    break
                if run[-1].link != "and" and frame.kind != "school":
                    break
            if found and frame.kind == "award" and _is_rest_of_name(setting, phrase):
                continue
            if found and frame.kind == "body" and _is_none_behind_date(setting, phrase):
                break
            titled = _title_behind(setting.text, complements, phrase) if frame.event == "publication" else None
            found.append(_object(setting, frame, phrase, complements) if titled is None else Object(titled))
        if found:
            break
    if not found and frame.kind in ("award", "office") and "" in frame.object:
        others = [each for each in complements.slot("among") if each.link and fits(each, frame.kind)]
        found = [_object(setting, frame, each, complements) for each in others]
    if found and frame.kind == "award" and "with" in frame.object:  # "… in 1955 and with the Order of the Dale in 1967"
        again = [each for each in complements.phrases if each.slot == "with" and each.span.start > found[-1].span.end]
        found += [_object(setting, frame, each, complements) for each in again if not each.link and is_award(each)]
    if found and frame.kind == "battle":  # "in the Battle of Marsh and in the siege of Kern"
        behind = [each for each in complements.phrases if each.slot in ("in", "at") and not each.link]
        behind = [each for each in behind if each.span.start > found[-1].span.end and fits(each, frame.kind)]
        found += [_object(setting, frame, each, complements) for each in behind]
    if found and frame.kind == "subject":  # "philosophy at Graz and theology at Riga"
        listed = [each for each in complements.phrases if each.slot in ("at", "in") and each.link == "and"]
        found += [Object(each.span) for each in listed if each.first.kind == WORD and fits(each, "subject")]
    last = frame.after[-1] if frame.after else ""
    kinds = ("member_body", "office_held", "office", "headed", "job" if last == "as" else "")
    if found and last in ("to", "of", "at", "as") and frame.kind in kinds:
        again = [each for each in complements.slot(last) if each.span.start > found[-1].span.end and not each.link]
        again = [each for each in again if frame.kind != "job" or not fits(each, "office")]
        found += [_object(setting, frame, each, complements) for each in again if fits(each, frame.kind)]
    if found and frame.kind == "membership":
        found += [
            _object_of(setting.text, phrase)
            for phrase in complements.phrases
            if phrase.slot == "of" and phrase.span.start > found[-1].span.end and phrase.first.kind == NAME
        ]  # "a member of the Academy in 1793 and of the Physiographic Society in 1794"
        held = [each for each in complements.phrases if each.span.end == found[-1].span.end]
        found += [_object_of(setting.text, each) for each in (further_bodies(complements, held[0]) if held else [])]
    if not found and frame.event == "death" and frame.kind == "cause":  # "in childbirth", "after a long illness"
        fatal = (each for each in complements.phrases if each.slot in _FATAL_SLOTS and is_head(each.head, "fatal"))
        found = [Object(each.span) for each in fatal if not each.link][:1]
    if not found and frame.kind == "school" and last in ("at", "in"):
        found = [  # "was educated at home and at Trinity College"
            _object(setting, frame, phrase, complements)
            for phrase in complements.slot("at")
            if fits(phrase, "school") and phrase.first.kind == NAME
        ][:1]
    if found and frame.rule == "prose.education_other":
        found += [_object_of(setting.text, p) for p in complements.slot("at") if _is_further_town(setting, p)]
    if found and frame.kind == "school":
        later = [
            p
            for p in complements.phrases
            if p.span.start > found[-1].span.end
            and (p.slot in ("at", "from") or (p.link == "and" and p.first.kind == NAME and fits(p, "school")))
        ]
        found += _of_universities(setting, complements, found[0])
        found += [
            _object(setting, frame, phrase, complements)
            for phrase in later
            if (fits(phrase, "school") or _is_further_town(setting, phrase) or phrase.head in ("hospital", "infirmary"))
            and not is_town_of_school(phrase)
        ]
        for each in found:
            each.place = each.place or town_behind(setting.text, complements, each.span)
    if not found and frame.kind == "penalty":
        return _to_be_done(setting, start)
    if not found and frame.trigger_is_object:
        return []
    return found


_PENALTIES_OF_NO_LENGTH = {"death", "hanging", "execution", "decapitation", "beheading", "life"}
"""``sentenced to death in a session lasting fifteen minutes``: no length behind them is the penalty."""


def _title_behind(text: str, complements: Complements, phrase: Phrase) -> Span | None:
    """``his first novel, The Marsh, in 1920``: the title between commas is the work."""
    at = complements.index(phrase) + 1
    following = complements.phrases[at] if at < len(complements.phrases) else None
    if (
        following is None
        or following.link != ","
        or following.slot != phrase.slot
        or following.article not in ("", "the")
    ):
        return None
    between = text[phrase.span.end : following.span.start].lower().replace("the", "").strip()
    is_titled = following.first.kind == NAME == following.units[-1].kind and between == ","
    behind = text[following.span.end : following.span.end + 3].strip()[:1]
    if not is_titled or any(unit.kind == NAME for unit in phrase.units) or behind not in (",", ".", "(", ";", ""):
        return None
    return following.span


def _is_rest_of_name(setting: Setting, phrase: Phrase) -> bool:
    """``the Order of Independence and Freedom``: a lone word behind ``and`` is no second award."""
    words = setting.text[phrase.span.start : phrase.span.end]
    is_lone = len(phrase.units) == 1 and phrase.first.kind == NAME and " " not in words and not words.isupper()
    return is_lone and phrase.link == "and" and not phrase.article and not phrase.notes


def _is_none_behind_date(setting: Setting, phrase: Phrase) -> bool:
    """``taught at the Conservatory until 1848, Marietta Alvisi being among his pupils``: no second body."""
    at = index_of(setting.units, phrase.first)
    is_behind = phrase.link == "," and at > 1 and setting.units[at - 2].kind == DATE
    return is_behind and not any(is_head(word, "body") or is_head(word, "school") for word in words_of(phrase))


def _object_of(text: str, phrase: Phrase) -> Object:
    return Object(trim(text, phrase.span.start, phrase.span.end))


def _is_further_town(setting: Setting, phrase: Phrase) -> bool:
    """``at Eton, at Trinity College, Cambridge, and at Heidelberg``: a town in a list of schools stands for its own."""
    if phrase.preposition is None or phrase.slot != "at" or phrase.first.kind != NAME:
        return False
    at = index_of(setting.units, phrase.preposition)
    begin = at - 1
    if not is_place_like(phrase) and setting.units[begin].lower not in ("then", "later", "afterwards"):
        return False
    while begin > 0 and setting.units[begin].lower in ("then", "later", "afterwards", "subsequently", "finally"):
        begin -= 1
    return at > 0 and setting.units[begin].lower == "and" and setting.units[at + 1] is phrase.first


def _of_universities(setting: Setting, complements: Complements, first: Object) -> list[Object]:
    """``the universities of Bonn and Jena``: the further towns, each of which stands for its own."""
    opened = setting.text[first.span.start : first.span.end].lower().split()[0]
    if opened not in ("universities", "colleges", "academies", "conservatories", "polytechnics"):
        return []
    at = next((n for n, each in enumerate(complements.phrases) if each.span.start >= first.span.end), None)
    found = []
    for phrase in complements.phrases[at:] if at is not None else []:
        if phrase.link not in (",", "and") or phrase.first.kind != NAME:
            break
        found.append(_object_of(setting.text, phrase))
    return found


_FATAL_SLOTS = ("of", "from", "in", "after", "following", "during", "with")
"""What leads to the cause of a death, where the frame's own words do not."""

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
    following = complements.phrases[complements.index(run[0]) + 1 :]
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
        whole = extend_body(text, phrase, complements).end
        made.span = Span(body.start, whole) if body.end == span.end else body
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
    if made.span == phrase.span and not made.parts:
        made.span = extend_body(text, phrase, complements)
    last = next((each for each in complements.phrases if each.span.end == made.span.end), phrase)
    if notes := phrase.notes or last.notes:  # "private secretary to Lord Lund (1874–5)"
        noted = [unit.dated for unit in notes if unit.kind == DATE and unit.dated is not None]
        if noted:
            made.dated, made.more_dates = noted[0], tuple(noted[1:])
    return made


def _with_field(text: str, phrase: Phrase, complements: Complements) -> Span:
    """``Nobel Prize`` with ``in Physics``: the field a prize is given in is part of its name and no place."""
    at = complements.index(phrase) + 1
    if at >= len(complements.phrases):
        return phrase.span
    field_of = complements.phrases[at]
    is_near = text[phrase.span.end : field_of.span.start].strip().lower() in ("in", "for")
    if not is_near or len(field_of.units) > 2 or not fits(field_of, "subject"):
        return phrase.span
    return Span(phrase.span.start, field_of.units[0].end)


def _fine(setting: Setting, complements: Complements) -> list[Object]:
    """``fined 50,000 crowns``: the verb with the amount behind it."""
    verb = setting.units[setting.clause.verb]
    first = next((phrase for phrase in complements.slot("") if phrase.span.start - verb.end < 2), None)
    money = find_money(setting.text, first.span.start, first.span.end) if first is not None else None
    return [Object(Span(verb.start, money.span.end))] if money is not None else []


def _years_given(setting: Setting, start: int) -> list[Object]:
    """``received three years for fraud`` · ``was given six months``: a length behind the verb, of no other use."""
    units = setting.units
    if start < len(units) and units[start].lower in ("him", "her", "them"):
        start += 1  # "gave him ten years"
    if start >= len(units) or units[start].kind != LENGTH:
        return []
    behind = units[start + 1 : start + 3]
    if behind and behind[0].lower not in ("for", "in", ".", ";"):
        return []
    if behind[1:] and behind[0].lower == "in" and not _may_be_served(behind[1]):
        return []
    return [Object(Span(units[start].start, units[start].end))]


def _to_be_done(setting: Setting, start: int) -> list[Object]:
    """``sentenced Holm on 30 September to be shot``: the penalty as an infinitive."""
    units = setting.units
    for at in range(start, min(len(units) - 2, start + 8)):
        if units[at].lower == "to" and units[at + 1].lower == "be" and units[at + 2].kind == WORD:
            return [Object(Span(units[at + 1].start, units[at + 2].end))]
    return []


def _may_be_served(unit: Unit) -> bool:
    """``eight years in the camps`` · ``ten years in Norillag``, but not ``two years in Paris``."""
    last = unit.lower.split()[-1]
    return unit.kind in (DATE, WORD) or last.endswith("lag") or is_head(last, "prison")
