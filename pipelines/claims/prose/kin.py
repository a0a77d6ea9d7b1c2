"""Relatives by a word of kinship beside a name: ``his wife Zinaida`` · ``two sons, X and Y`` · ``X, son of Y``."""

from pipelines.claims import lexicon
from pipelines.claims.figures import to_number
from pipelines.claims.prose.kin_names import (
    BETWEEN,
    INVERSE,
    behind_opening_date,
    is_kin_of_kin,
    is_of_calling,
    named_before,
    names_after,
)
from pipelines.claims.prose.kin_of import of_unnamed, read_kin_of, unnamed_relative
from pipelines.claims.prose.people import Person, gender_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, MARK, NAME, NUMBER, WORD, Unit
from pipelines.claims.statement import Figure, Part, Span, Statement


def read_kin(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """The relatives a sentence names. Read before its clauses, so that those know whom a first name means."""
    kin: dict[str, str] = lexicon.load("heads")["kin"]
    made: list[Statement] = []
    _note_the_born(discourse, units)
    owner: Who | None = None
    owner_at = -100
    for place, unit in enumerate(units):
        if unit.kind != WORD or unit.lower not in kin:
            continue
        subtype, *gender = kin[unit.lower].split()
        if place + 1 < len(units) and units[place + 1].lower == "of":
            made.extend(read_kin_of(discourse, units, place, subtype))
            continue
        if is_of_calling(units, place):  # "Geertruyt, a baker's daughter from Alkmaar"
            calling = Span(units[place - 2].start, units[place - 2].end)
            made += of_unnamed(discourse, unit, discourse.resolve_name(units[place - 5]), calling, subtype)
        if is_kin_of_kin(units, place, kin):
            owner = None
            continue
        found = _kin_owner(discourse, units, place)
        if found is not None:
            owner, owner_at = found, place
        elif owner is None or place - owner_at > 24:
            owner = None
            continue
        assert owner is not None
        number = None if _is_rank_among(units, place) else _count(units, place)
        is_counted = number is not None and unit.lower in _PLURALS and not names_after(units, place, plural=True)
        if number is None and unit.lower in _SINGULARS and _is_last_of_list(units, place):
            number, is_counted = units[place - 1], True
        if is_counted and number is not None:
            made.append(make_counted(discourse, units, place, number, owner, subtype, unit.lower))
        if subtype == "spouse" and _is_by_whom(units, place):
            made += [
                told
                for name in names_after(units, place, plural=True)
                if (told := make_kinship(discourse, units[place], name, owner, "child", None)) is not None
            ]
            continue  # "had two sons by his first wife, Karl and Otto"
        noble = unnamed_relative(units, place + 1) if place + 2 < len(units) else None
        if noble is not None and units[place + 1].lower == "the":  # "his cousin the earl of Inchiquin"
            made += of_unnamed(discourse, unit, owner, noble, INVERSE[subtype])
        apposed = named_before(units, place)
        for name in (
            [apposed]
            if apposed is not None
            else names_after(
                units, place, plural=unit.lower.endswith(("s", "children")) and unit.lower not in ("spouse",)
            )
        ):
            statement = make_kinship(discourse, units[place], name, owner, subtype, gender[0] if gender else None)
            if statement is not None:
                made.append(statement)
    return made


def _is_by_whom(units: list[Unit], place: int) -> bool:
    """Whether children are counted before ``by his wife``, and their names follow."""
    at = next((n for n in range(place - 1, max(1, place - 4), -1) if units[n].lower in ("his", "her")), 0)
    if not at or units[at - 1].lower != "by" or units[place + 1 : place + 2] == [] or units[place + 1].lower != ",":
        return False
    listed = names_after(units, place, plural=True)
    return len(listed) > 1 and any(unit.lower in _PLURALS for unit in units[max(0, at - 4) : at])


def _note_the_born(discourse: Discourse, units: list[Unit]) -> None:
    """``Rosine, born in 1813, became``: a lone name that a birth follows is a person's from here on."""
    for place in range(2, len(units)):
        if units[place].lower != "born" or units[place - 1].lower != "," or units[place - 2].kind != NAME:
            continue
        name = units[place - 2]
        words = discourse.text[name.start : name.end]
        before = units[place - 3].lower if place > 2 else ""
        if (
            " " not in words
            and before not in lexicon.words("words", "prepositions")
            and discourse.name_in(name) is None
        ):
            discourse.people.add(words, Person(words, [words], gender_of(words)))
            discourse.people.bare[name.start] = Span(name.start, name.end)


def _kin_owner(discourse: Discourse, units: list[Unit], place: int) -> Who | None:
    """Whose kin: a possessive before the word, or the subject of a ``had`` before it."""
    at = place - 1
    steps = 0
    while (at >= 0 and steps < 4 and units[at].kind in (WORD, NUMBER) and units[at].lower in BETWEEN) or (
        at >= 0 and steps < 4 and units[at].kind == NUMBER
    ):
        at -= 1
        steps += 1
    if at < 0:
        names_it = discourse.in_reference and units[place + 1 : place + 2] and units[place + 1].lower in (":", "—", "–")
        return discourse.subject_who() if names_it else None
    before = units[at]
    if before.lower == "his" and at > 3 and units[at - 1].lower == "by":
        sired = next((n for n in range(at - 2, max(0, at - 22), -1) if units[n].lower in _PARENTAGE), None)
        if sired is not None and units[sired + 1].lower == "of":
            named = next((unit for unit in units[sired + 2 : sired + 6] if unit.kind == NAME), None)
            if named is not None:
                return discourse.resolve_name(named)  # "son of Sir Ralph Vane, by his wife Sophia"
    if before.lower == "of" and at > 1 and units[at - 1].lower in ("parents", "father", "mother"):
        return _owner_of_parents(discourse, units, at - 1)
    if before.lower == "with" and at and units[at - 1].lower == "married":
        return discourse.subject_who(-0.06)  # "is married with three children"
    if before.lower in ("his", "her") and before.kind == WORD:
        near = at - 2 if at >= 2 and units[at - 1].lower == "and" else -1
        if near >= 0 and units[near].lower == "," and near >= 1:
            near -= 1
            while (
                near >= 2
                and at - near < 12
                and units[near].lower not in _PARENTAGE
                and (units[near].kind == WORD or (units[near].kind == NAME and units[near + 1].kind == WORD))
            ):
                near -= 1  # "Karl Brandauer, a Methodist preacher, and his wife"
            if units[near].lower == "," and units[near - 1].kind == BRACKET:
                near -= 1  # "Richard Thackwell (1717–1790), sugar planter, and his wife"
            if units[near].lower == "," or units[near].kind == BRACKET:
                near -= units[near - 1].kind == NAME
        if (
            near >= 0
            and units[near].kind == NAME
            and any(unit.lower in _PARENTAGE for unit in units[max(0, near - 12) : near])
        ):
            return _as_written(discourse, units[near])  # "born to Daniel and his wife Grace"
        return discourse.resolve_pronoun(before, None)
    if before.lower == "whose" and at > 1:
        near = at - 2 if units[at - 1].lower == "," else at - 1  # "Karl, whose wife Sophie came from Mulhouse"
        near -= units[near].kind == BRACKET
        return discourse.resolve_name(units[near]) if near >= 0 and units[near].kind == NAME else None
    if before.lower == "their" and units[place].lower in ("brother", "sister", "brothers", "sisters"):
        return discourse.subject_who(-0.06)
    if before.lower == "their" and discourse.spouse is not None:
        return discourse.subject_who()
    if before.lower == "their" and any(unit.lower in _MARRYING for unit in units[max(0, at - 24) : at]):
        return discourse.subject_who(-0.04)  # "he married Inga Lund, who survives him with their son, Lars"
    if before.lower in ("'s", "’s") and at > 0 and units[at - 1].kind == NAME:
        return discourse.resolve_name(units[at - 1])
    if before.lower in ("'s", "’s") and at > 0 and units[at - 1].lower in ("couple", "pair"):
        return discourse.subject_who(-0.02) if discourse.spouse is not None else None
    if (
        at == 0
        and units[0].lower in ("a", "an", "another", "one")
        and place + 1 < len(units)
        and units[place + 1].lower == ","
    ):
        return discourse.subject_who(-0.04)
    if [unit.lower for unit in units[place + 1 : place + 3]] == ["were", "born"]:
        return discourse.subject_who(-0.04)
    for back in range(place - 1, max(1, place - 8), -1):
        if units[back].lower == "by" and units[back - 1].lower == "survived":
            aux = back - 2
            while aux > 0 and units[aux].lower in ("been", "also", "has", "had"):
                aux -= 1
            return _owner_of_had(discourse, units, aux)
    if at and before.lower in ("are", "were") and units[at - 1].lower == "there":
        return discourse.subject_who(-0.04)
    for back in range(place - 1, max(-1, place - 9), -1):
        if (
            units[back].lower
            in (
                "had",
                "has",
                "have",
                "having",
                "raised",
                "bore",
                "fathered",
                "produced",
                "left",
                "gave",
                "brought",
                "borne",
                "leaving",
                "leaves",
                "reared",
                "adopted",
            )
            and units[back].kind == WORD
            and (units[back].lower != "brought" or units[back + 1].lower in ("him", "her"))
            and not (units[back].lower == "adopted" and units[back - 1].lower in ("a", "an", "one", "two", "three"))
        ):
            return _owner_of_had(discourse, units, back)
    if before.lower in ("a", "an") and at and units[at - 1].kind == WORD and units[place + 1 : place + 2]:
        is_named = units[place + 1].lower == "," and names_after(units, place, plural=False)
        return discourse.subject_who(-0.06) if is_named else None  # "brought up by an aunt, Ida Roe"
    return None


def _as_written(discourse: Discourse, unit: Unit) -> Who | None:
    """A parent by name: one whose full name is part of the subject's own is no less another."""
    who = discourse.resolve_name(unit)
    if who is None or who.span is None or who.person is not discourse.people.subject:
        return who
    words = discourse.text[who.span.start : who.span.end]
    return Who(words, None, who.span) if " " in words and words != who.name else who


def _owner_of_parents(discourse: Discourse, units: list[Unit], place: int) -> Who | None:
    """``They became the parents of nine children`` · ``she was the mother of two sons``."""
    at = place - 1
    while at > 0 and place - at < 6 and units[at].kind == WORD and units[at].lower in _BEING:
        at -= 1
    if at == place - 1 or at < 0:
        return None
    if units[at].lower == "they":
        return discourse.subject_who(-0.04)
    if units[at].lower in ("he", "she"):
        return discourse.resolve_pronoun(units[at], None)
    return discourse.resolve_name(units[at]) if units[at].kind == NAME else None


_MARRYING = {"married", "marries", "wife", "husband", "widow", "widower", "spouse"}

_BEING = {"the", "proud", "was", "were", "is", "are", "became", "become", "had", "eventually", "later"}


def _owner_of_had(discourse: Discourse, units: list[Unit], had: int) -> Who | None:
    before = units[had - 1] if had else None
    if before is None:
        return None
    given = units[had + 1] if had + 1 < len(units) else None
    if units[had].lower in ("gave", "bore", "brought") and given is not None and given.lower in ("him", "her"):
        meant = discourse.resolve_pronoun(given, None)  # "who gave him four children"
        if meant is not None and meant.person is discourse.people.subject:
            return meant
    if units[had].lower == "leaving" and before.kind == MARK:
        return discourse.segment_who[0].shared() if len(discourse.segment_who) == 1 else discourse.subject_who(-0.04)
    if before.kind == WORD and before.lower in ("he", "she"):
        return discourse.resolve_pronoun(before, None)
    first = units[behind_opening_date(units)]  # "In 1920 he married Ida Roe and had two sons"
    if before.lower == "and" and first.kind == WORD and first.lower in ("he", "she") and had < 24:
        return discourse.resolve_pronoun(first, None)  # "He is married to Nino and has two daughters"
    if before.lower == "and" and first.kind == NAME and had < 24:
        return discourse.resolve_name(first)
    if any(unit.lower in ("marriage", "union") for unit in units[max(0, had - 9) : had]):
        return discourse.subject_who()
    if before.kind == NAME:
        if had >= 3 and units[had - 2].lower in ("wife", "husband") and units[had - 3].lower in ("his", "her"):
            return discourse.resolve_pronoun(units[had - 3], None)  # "he and his wife Emily had four sons"
        return discourse.resolve_name(before)
    if before.lower in ("marriage", "union"):
        return discourse.subject_who()
    if before.lower in ("they", "couple", "pair"):
        return discourse.subject_who()
    return None


_PLURALS = {"children", "sons", "daughters", "siblings", "brothers", "sisters", "grandchildren"}


_SINGULARS = {"son", "daughter", "child"}


_PARENTAGE = {"born", "son", "daughter", "child", "children"}


def _is_last_of_list(units: list[Unit], place: int) -> bool:
    """``two sons and a daughter`` · ``one son and two daughters``: a single child among those counted."""
    if place < 2 or units[place - 1].lower not in ("a", "one"):
        return False
    after = units[place + 1] if place + 1 < len(units) else None
    if [unit.lower for unit in units[max(0, place - 3) : place - 1]] == ["birth", "to"]:
        return after is None or after.kind != NAME  # "gave birth to a son in March 1804"
    if after is not None and after.kind != MARK and after.lower not in ("and", "with", "by", "who", "together"):
        return False
    near = units[place + 2 : place + 6]
    is_told = bool(near) and near[0].kind == WORD and near[0].lower.endswith("ed")  # "one son, killed at Dunkirk"
    if after is not None and after.lower == "," and not is_told and any(unit.kind == NAME for unit in near):
        return False
    if units[place - 2].lower in ("had", "has", "have", "him", "illegitimate"):
        return True
    listed = units[place - 2].lower in ("and", ",") or (after is not None and after.lower in ("and", ","))
    had = any(unit.lower in _WITH for unit in units[max(0, place - 9) : place])
    return listed and had


_WITH = {
    "had", "has", "have", "bore", "by", "with", "left", "leaving", "leaves", "raised", "fathered", "produced", "gave",
}  # fmt: skip


def make_kinship(
    discourse: Discourse, trigger: Unit, name: Unit, owner: Who, subtype: str, gender: str | None
) -> Statement | None:
    """What somebody named is to the owner; null where the name is no person's. The person is known from here on."""
    text = discourse.text
    who = discourse.resolve_name(name)
    span = who.span if who is not None and who.span is not None else Span(name.start, name.end)
    words = text[span.start : span.end]
    if any(word in lexicon.words("words", "not_person") for word in words.lower().split()):
        return None
    if who is not None and _is_of_another_family(discourse, who, words, subtype):
        who = None
    is_elder = who is not None and (who.name in discourse.parents or who.name == discourse.spouse)
    if subtype == "child" and is_elder and len(words.split()) == 1:
        who = None  # a son William is not the grandfather William
    full = who.name if who is not None else words
    if who is not None and who.person is not None:
        if who.person.gender is None:
            who.person.gender = gender
        if who.person.is_subject and (owner.person is not None and owner.person.is_subject):
            # a relative who shares the subject's surname: the form here is the name
            full = words
            is_namesake = subtype == "child" and words in discourse.people.subject.words[:-1]
            if len(words.split()) < 2 and gender_of(words) is None and not is_namesake:
                return None
    if subtype == "spouse" and owner.person is discourse.people.subject:
        discourse.spouse = full
    if owner.person is discourse.people.subject and trigger.lower in ("father", "mother", "wife", "husband"):
        discourse.relatives[trigger.lower] = full
        discourse.last_mention.setdefault(full, span)
        if trigger.lower in ("father", "mother"):
            discourse.parents.add(full)
    if who is None or who.person is None:
        made = Person(full, full.split(), gender)
        discourse.people.add(words, made)
    parts = [
        Part("trigger", Span(trigger.start, trigger.end)), *owner.parts(text),
        Part("object", span, None, full if full != words else None),
    ]  # fmt: skip
    spans = [part.span for part in parts if part.span is not None and part.part != "antecedent"]
    quote = Span(min(s.start for s in spans), max(s.end for s in spans))
    event, kind = ("kinship", subtype)
    return Statement(event, owner.name, quote, tuple(parts), "prose.kin", round(0.93 + owner.sure, 3), subtype=kind)


def _is_of_another_family(discourse: Discourse, who: Who, words: str, subtype: str) -> bool:
    """``her brother Karl`` is not Karl Marx: a lone given name whose only bearer has another surname."""
    if subtype not in ("child", "sibling", "parent") or len(words.split()) != 1 or who.person is None:
        return False
    own = {word.lower() for word in discourse.people.subject.words}
    person = who.person
    return not person.is_subject and len(person.words) > 1 and person.words[-1].lower() not in own


def _is_rank_among(units: list[Unit], place: int) -> bool:
    """``the youngest of seven children``: whose they are is not told here."""
    at = next((n for n in range(place - 1, max(0, place - 4), -1) if units[n].lower == "of"), 0)
    return at > 0 and units[at - 1].lower in _RANKS


_RANKS = {
    "youngest", "eldest", "oldest", "elder", "younger", "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "last", "one", "middle", "only",
}  # fmt: skip


def _count(units: list[Unit], place: int) -> Unit | None:
    at = place - 1
    while at >= 0 and place - at < 4:
        unit = units[at]
        if (unit.kind == NUMBER and len(unit.lower) <= 2) or (unit.kind == WORD and (to_number(unit.lower) or 0) > 1):
            return unit
        if unit.lower not in BETWEEN:
            return None
        at -= 1
    return None


def make_counted(
    discourse: Discourse, units: list[Unit], place: int, number: Unit, owner: Who, subtype: str, measure: str
) -> Statement:
    """How many of some kin somebody has."""
    parts = (
        Part("trigger", Span(units[place].start, units[place].end)), *owner.parts(discourse.text),
        Part("figure", Span(number.start, number.end)),
    )  # fmt: skip
    spans = [part.span for part in parts if part.span is not None and part.part != "antecedent"]
    quote = Span(min(s.start for s in spans), max(s.end for s in spans))
    figure = Figure(value=to_number(number.lower) or 1, measure=measure)
    if subtype == "child" and owner.person is discourse.people.subject:
        discourse.has_children = True
    return Statement(
        "kinship", owner.name, quote, parts, "prose.kin_count", round(0.92 + owner.sure, 3), subtype=subtype,
        figure=figure,
    )  # fmt: skip
