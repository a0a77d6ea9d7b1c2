"""Who else has a part in what a clause states: doers, recipients, predecessors, who was tried together with whom."""

from dataclasses import replace
from itertools import zip_longest

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import ADVERBIAL, MAIN, RELATIVE
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import Phrase, is_head, is_job, is_office, words_of
from pipelines.claims.prose.person_objects import new_name
from pipelines.claims.prose.phrases import Complements, person_of
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, NUMBER, WORD
from pipelines.claims.statement import Part, Span, Statement


def person_meant(
    discourse: Discourse, setting: Setting, phrase: Phrase | None, start: int, *, indirect: bool
) -> Who | None:
    """The person a direct object names, pronouns included."""
    at = start
    if at < len(setting.units) and setting.units[at].kind == WORD and setting.units[at].lower in ("him", "her"):
        following = setting.units[at + 1] if at + 1 < len(setting.units) else None
        if (
            not indirect
            and setting.units[at].lower == "her"
            and following is not None
            and following.kind in (NAME, WORD)
            and following.lower not in lexicon.words("words", "prepositions")
            and following.lower not in lexicon.words("words", "connectors")
        ):
            pass
        else:
            return discourse.resolve_pronoun(setting.units[at], None)
    if phrase is None:
        return None
    unit = person_of(phrase)
    return None if unit is None else discourse.resolve_name(unit)


def listed_behind(discourse: Discourse, complements: Complements, first: Phrase) -> list[Who]:
    """``accused Kolar, Rehak and Zeman of``: the persons behind the first of a list."""
    found: list[Who] = []
    for phrase in complements.phrases[complements.index(first) + 1 :]:
        unit = person_of(phrase) if phrase.slot == first.slot and phrase.link in (",", "and") else None
        is_whole = len(phrase.units) == 1 or phrase.units[1].lower == "of"  # "… and Zeman of treason"
        who = discourse.resolve_owner(unit) if unit is not None and is_whole else None
        if who is None:
            break
        found.append(who)
    return found


def named_behind_office(discourse: Discourse, complements: Complements, first: Phrase) -> Who | None:
    """``expelled the Genoese consul, Percivalle Doria``: who the office or calling names, between commas."""
    behind = complements.phrases[complements.index(first) + 1 :][:1]
    is_one = first.article in ("the", "his", "her", "its") and (is_office(first) or is_job(first))
    if not is_one or not behind or behind[0].link != "," or not _is_name(behind[0]):
        return None
    return discourse.resolve_owner(behind[0].first)


def read_companions(discourse: Discourse, setting: Setting, statements: list[Statement]) -> list[Statement]:
    """Who was tried or sentenced together with somebody was so too: a claim each."""
    made: list[Statement] = []
    for statement in statements:
        if statement.event_type not in ("trial", "sentence", "execution", "arrest"):
            continue
        for part in statement.parts:
            if part.part != "participant" or part.role != "together_with" or part.span is None:
                continue
            words = setting.text[part.span.start : part.span.end]
            person = discourse.people.find(words) or discourse.named_last(words)
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


_OF_COURTS = frozenset(["sentence", "rehabilitation", "acquittal"])


def role_of_doer(event: str, role: str, words: str) -> str:
    """A court is told apart from the body or ruler that sentences, clears or restores somebody."""
    if event not in _OF_COURTS or role not in ("by", "court"):
        return role
    said = words.lower().replace("-", " ").split()
    if role == "court" and event == "sentence":
        return "by" if any(word in _NO_COURTS for word in said) else role
    return "court" if any(word in lexicon.words("heads", "courts") for word in said) else "by"


_NO_COURTS = {
    "senate", "house", "congress", "parliament", "federation", "office", "association", "league", "union", "party",
    "academy", "club", "diet", "convention",
}  # fmt: skip
"""What punishes and is no court."""


def doers_of(setting: Setting, frame: Frame, who: list[Who]) -> list[Part]:
    """Who did it, as participants: the persons of the subject, else its words (a body, a state)."""
    if frame.doer is None:
        return []
    if who:
        return [_doer(setting.text, doer, frame.doer) for doer in who]
    if setting.clause.subject is None:
        return []
    first, last = setting.clause.subject
    words = setting.units[first:last]
    if len(words) > 1 and words[0].lower in ("the", "a", "an"):
        words = words[1:]
    span = Span(words[0].start, words[-1].end)
    role = role_of_doer(frame.event, frame.doer, setting.text[span.start : span.end])
    return [Part("participant", span, role)]


def recipient_of(discourse: Discourse, setting: Setting, start: int) -> Who | None:
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


def read_roles(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> tuple[list[Part], bool]:
    """The participants in the roles a frame has, and whether the one it needs is among them."""
    made: list[Part] = []
    has_needed = False
    for slot, role in frame.roles:
        if not role:
            continue
        run = complements.slot(slot)
        if not run and slot == "by" and start > setting.clause.verb + 2:  # "appointed by King Otto as consul"
            earlier = setting.complements_from(setting.clause.verb + 1).slot(slot)
            run = [phrase for phrase in earlier if phrase.span.end < setting.units[start - 1].start]
        for place, phrase in enumerate(run):
            if phrase.link == "run" or (phrase.link == "," and role != "together_with"):
                break
            if role == "school" and phrase.first.kind == WORD and fits(phrase, "subject"):
                continue  # "philosophy at Graz and theology at Riga"
            span = phrase.span
            value: str | None = None
            unit = person_of(phrase)
            if unit is None and place + 1 < len(run) and run[place + 1].link == "," and _is_name(run[place + 1]):
                unit = run[place + 1].first  # "by a former pupil, Giulio Fanti"
            if role == "together_with" and any(is_head(word, "work") for word in words_of(phrase)):
                continue  # "won the prize with his Symphony in D minor"
            if role == "together_with" and unit is not None and phrase.head not in unit.lower:
                continue  # "in connection with the Dreyfus affair": nobody's company
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
            elif role in ("predecessor", "successor") and phrase.head in lexicon.load("heads")["kin"]:
                pass  # "succeeded his father as organist"
            elif role == "together_with" and phrase.head in lexicon.words("heads", "people"):
                pass  # "tried with other officials"
            elif role in ("predecessor", "successor", "teacher", "under", "together_with"):
                continue
            if role == "accuser" and span == phrase.span:
                span = _without_charge(phrase)
            told = role_of_doer(frame.event, role, setting.text[span.start : span.end])
            made.append(Part("participant", span, told, value))
            has_needed = has_needed or role == frame.need_role
        if (
            not made
            and slot == ""
            and role in (frame.need_role, "recipient")
            and start < len(setting.units)
            and setting.units[start].lower in ("him", "her")
        ):
            pronoun = discourse.resolve_pronoun(setting.units[start], None)
            if pronoun is not None and pronoun.span is not None:
                made.append(Part("participant", pronoun.span, role, pronoun.name))
                has_needed = True
    if frame.event in ("appointment", "tenure", "departure"):
        made += _before_or_after(discourse, setting, frame, complements)
    return made, has_needed


def _without_charge(phrase: Phrase) -> Span:
    """``by the deputy Schönerer of cruelty``: the accuser's words end before the charge."""
    of = next((n for n in range(len(phrase.units) - 2, 0, -1) if phrase.units[n].lower == "of"), None)
    if of is None or phrase.units[of + 1].kind != WORD or phrase.units[of - 1].kind != NAME:
        return phrase.span
    return Span(phrase.span.start, phrase.units[of - 1].end)


def _before_or_after(discourse: Discourse, setting: Setting, frame: Frame, complements: Complements) -> list[Part]:
    """``in succession to Karl Lund`` · ``resigned in favour of her niece Sophia``: who held it before, or next."""
    for phrase, following in zip_longest(complements.phrases, complements.phrases[1:]):
        if phrase.slot != "in" or phrase.head not in ("succession", "favour", "favor"):
            continue
        leaves = frame.event == "departure"
        if leaves == (phrase.head == "succession") or (not leaves and (following is None or following.slot != "to")):
            continue
        unit = phrase.units[-1] if leaves or following is None else person_of(following)
        if unit is None or unit.kind != NAME:
            continue
        who = discourse.resolve_name(unit)
        span = who.span if who is not None and who.span is not None else new_name(unit)
        if span is None:
            continue
        name = who.name if who is not None and setting.text[span.start : span.end] != who.name else None
        return [Part("participant", span, "successor" if leaves else "predecessor", name)]
    return []


def _is_name(phrase: Phrase) -> bool:
    return len(phrase.units) == 1 and phrase.first.kind == NAME and " " in phrase.first.lower


def read_thing(discourse: Discourse, setting: Setting, frame: Frame, complements: Complements) -> Who | None:
    """What a clause without a person is about, or who gave it: ``the abbey was dissolved`` · ``was given by X``."""
    clause, units = setting.clause, setting.units
    if clause.subject is None or clause.kind not in (MAIN, ADVERBIAL, RELATIVE):
        return None
    if frame.who == "giver":
        doer = next(iter(complements.slot("by")), None)
        unit = person_of(doer) if doer is not None else None
        return discourse.resolve_name(unit) if unit is not None else None
    kept = [unit for unit in units[clause.subject[0] : clause.subject[1]] if unit.kind != BRACKET]
    while kept and kept[0].kind == WORD and kept[0].lower in ("the", "a", "an", "this"):
        kept = kept[1:]
    if any(unit.lower in lexicon.load("nouns")["nouns"] for unit in kept):
        return None  # "His trial opened": an event of somebody, told by its noun
    if kept and (is_head(kept[-1].lower, "health") or is_head(kept[-1].lower, "name")):
        return None  # "His health was restored": no thing of its own
    if kept and (is_head(kept[-1].lower, "union") or kept[0].lower == "according"):
        return None
    if not kept or len(kept) > 9 or (len(kept) == 1 and kept[0].lower in _NO_THING):
        return None
    span = Span(kept[0].start, kept[-1].end)
    return Who(setting.text[span.start : span.end], None, span, (), -0.02)


_NO_THING = {
    "he",
    "she",
    "it",
    "they",
    "who",
    "which",
    "that",
    "both",
    "all",
    "we",
    "i",
    "one",
    "others",
    "some",
    "many",
}


_SHARED = frozenset(["trial", "sentence", "execution", "arrest", "action", "award", "imprisonment", "exile"])
"""What several suffer or do together, so that each is the others' companion."""


def others_of(text: str, frame: Frame, person: Who, persons: list[Who]) -> tuple[Part, ...]:
    """The others of several subjects as participants."""
    if len(persons) < 2 or frame.event not in _SHARED:
        return ()
    return tuple(
        Part(
            "participant",
            each.span,
            "together_with",
            each.name if text[each.span.start : each.span.end] != each.name else None,
        )
        for each in persons
        if each.name != person.name and each.span is not None and each.span != person.span
    )


_OCCASIONED = frozenset(["appointment", "award", "statement", "arrest", "decision", "testimony", "membership"])
_AT = {"at", "during", "in"}
_FAR = 30
"""Units from a verb to its occasion, so that reading stays linear."""


def read_occasion(setting: Setting, frame: Frame) -> tuple[Part, ...]:
    """At what something was done: ``at the 18th Party Congress`` · ``during the purge``; nothing for other events."""
    if frame.event not in _OCCASIONED:
        return ()
    units = setting.units
    heads = lexicon.words("heads", "occasion")
    verb = setting.clause.verb
    floor = setting.clause.begin if setting.clause.subject is None else 0  # "…, and was awarded the medal"
    for place in range(max(floor, verb - _FAR), min(setting.clause.end, verb + _FAR)):
        unit = units[place]
        if unit.kind not in (NAME, WORD) or unit.lower.split()[-1] not in heads:
            continue
        at = place - 1
        while (
            at >= 0 and place - at < 6 and units[at].lower not in _AT and units[at].kind in (NAME, WORD, NUMBER, DATE)
        ):
            at -= 1
        if at < 0 or units[at].lower not in _AT:
            continue
        begin = at + 1
        while begin < place and units[begin].lower in ("the", "a", "an", "his", "her"):
            begin += 1
        end = place
        while end + 2 < len(units) and units[end + 1].lower in ("of", "the") and end - place < 8:
            end += 1 if units[end + 2].kind != NAME else 2
        while units[end].kind == WORD and units[end].lower in ("of", "the"):
            end -= 1
        return (Part("participant", Span(units[begin].start, units[end].end), "occasion"),)
    return ()


def is_of_another_gender(setting: Setting, start: int, who: Who) -> bool:
    """``one compositor shot himself`` in a sentence about a woman: the reflexive tells that she is not meant."""
    gender = who.person.gender if who.person is not None else None
    for unit in setting.units[start - 1 : start + 1]:
        if unit.lower in ("himself", "herself"):
            return gender is not None and gender != ("m" if unit.lower == "himself" else "f")
    return False


def other_side(text: str, who: Who) -> Object:
    """The second of two subjects as the object: ``they married`` · ``Holm and Sigrid Moe were married``."""
    span = who.span or who.antecedents[0]
    named = text[span.start : span.end] == who.name
    return Object(span, () if named else (Part("object", span, None, who.name),), name=who.name)
