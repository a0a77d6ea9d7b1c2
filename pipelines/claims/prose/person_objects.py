"""The persons a frame's slots name: its object where only a person can be meant, with what else is said of them."""

from pipelines.claims import lexicon
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import Phrase, words_of
from pipelines.claims.prose.phrases import Complements, person_of
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.subjects import Discourse
from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, WORD, Unit, index_of
from pipelines.claims.statement import Part, Span


def person_before_whom(discourse: Discourse, setting: Setting, event: str) -> list[Object]:
    """``Marie Le Goff, whom he had married``: the name before ``whom`` is the object."""
    begin = setting.clause.begin
    if setting.units[begin].lower != "whom":
        return []
    at = begin - 1
    if event == "kinship" and setting.units[at].lower in ("with", "by"):
        return []  # "Elspeth Kerr, with whom he adopted two children"
    while at >= 0 and (setting.units[at].lower in (",", "with") or setting.units[at].kind == BRACKET):
        at -= 1
    if at > 2 and setting.units[at].kind == WORD:  # "Tom Hadley, a surveyor, whom she married"
        opens = next((n for n in range(at, max(1, at - 7), -1) if setting.units[n].lower in ("a", "an", "the")), 0)
        at = opens - 2 if opens > 1 and setting.units[opens - 1].lower == "," else at
    if at < 0 or setting.units[at].kind != NAME:
        return []
    if event in ("marriage", "engagement"):
        at = _child_before(setting.units, at)
    who = discourse.resolve_name(setting.units[at])
    if who is None or who.span is None:
        name = new_name(setting.units[at])
        return [Object(name, name=setting.text[name.start : name.end])] if name is not None else []
    words = setting.text[who.span.start : who.span.end]
    value = (Part("object", who.span, None, who.name),) if words != who.name else ()
    return [Object(who.span, name=who.name, parts=value)]


def _child_before(units: list[Unit], at: int) -> int:
    """``Fanny, daughter of the merchant Karl Lund, whom he married``: Fanny's place, else that of the name itself."""
    for place in range(at - 1, max(1, at - 8), -1):
        if units[place].lower in ("daughter", "widow", "sister", "niece", "granddaughter", "cousin", "son", "brother"):
            before = place - 1
            while before > 0 and units[before].kind == WORD and place - before < 5:
                before -= 1
            is_apposed = units[place + 1].lower == "of" and units[before].lower == ","
            return before - 1 if is_apposed and before and units[before - 1].kind == NAME else at
    return at


def find_persons(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> list[Object]:
    """The persons in the slots of a frame; none where what stands there is no name."""
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
            if frame.event in ("marriage", "engagement") and not found and _is_lord(phrase):
                found.append(Object(phrase.span))  # "married the 3rd Earl of Dunmore"
                break
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
    if not found and frame.event in ("marriage", "engagement"):
        found = _behind_date(discourse, setting, start)
    return found


def _behind_date(discourse: Discourse, setting: Setting, start: int) -> list[Object]:
    """``married in Calcutta on 5 May 1826 Mary Anne`` · ``a widow named Barbara Ott``: the name that comes late."""
    units, end = setting.units, setting.clause.end
    named: Unit | None = None
    for at in range(start, min(end, start + 10)):
        if units[at].lower in (",", ";", "and", "to"):
            break
        if at > start and units[at].kind == NAME and units[at - 1].kind == DATE:
            named = units[at]
            break
    if named is None and end + 1 < len(units) and units[end].lower in ("named", "called") and end - start < 6:
        named = units[end + 1] if units[end + 1].kind == NAME and units[start].lower in ("a", "an") else None
    if named is None:
        return []
    who = discourse.resolve_name(named)
    span = who.span if who is not None else new_name(named)
    if span is None or (who is not None and who.person is not None and who.person.is_subject):
        return []
    name = who.name if who is not None else setting.text[span.start : span.end]
    told = (Part("object", span, None, name),) if setting.text[span.start : span.end] != name else ()
    behind = units[index_of(units, named) + 1 : index_of(units, named) + 4] if named.start >= units[end - 1].end else []
    dated = next((unit.dated for unit in behind[:2] if unit.kind == DATE), None)
    return [Object(span, told, name=name, dated=dated)]


_LORDLY = {"earl", "duke", "count", "baron", "viscount", "marquess", "marquis", "prince", "margrave", "landgrave"}


def _is_lord(phrase: Phrase) -> bool:
    """Whether a person is named by his dignity alone: ``the 3rd Earl of Dunmore``."""
    words = words_of(phrase)
    at = next((n for n, word in enumerate(words) if word in _LORDLY), None)
    is_bare = at == 0 or (at == 1 and words[0][:1].isdigit())
    return is_bare and words[(at or 0) + 1 :][:1] == ["of"] and phrase.units[-1].kind == NAME


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
    at = complements.index(phrase) + 1
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
    if len(words) > 1 and words[0] in lexicon.words("words", "titles"):
        words = words[1:]  # "succeeded General Crofton"
    if len(words) > 5 or any(word.strip(".,") in not_person for word in words):
        return None
    return Span(unit.start, unit.end)
