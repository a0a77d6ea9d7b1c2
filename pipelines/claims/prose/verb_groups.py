"""Verbs where they stand: auxiliaries, adverbs and the verb they carry, with its form and voice.

Whether a word that can be a verb is one is told by what stands around it. Clauses are cut in `clauses`.
"""

from dataclasses import dataclass

from pipelines.claims import lexicon
from pipelines.claims.prose.describing import DESCRIBING, calls_office
from pipelines.claims.prose.frames import words_after
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, WORD, Unit
from pipelines.claims.prose.verbs import BASE, ING, PARTICIPLE, PAST, PRESENT, THIRD, is_adverb, known_forms


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries: the places of the first of them and of the verb, and how it is put."""

    first: int
    verb: int
    form: str
    passive: bool
    has_auxiliary: bool
    negated: bool
    modal: str | None
    infinitive: bool


_MODALS = {"would", "could", "might", "may", "should", "will", "shall", "must", "can"}


def find_verb_groups(units: list[Unit]) -> list[VerbGroup]:
    """The verbs of a sentence, in order."""
    forms = known_forms()
    auxiliaries = lexicon.words("words", "auxiliaries")
    adverbs = lexicon.words("words", "adverbs")
    groups: list[VerbGroup] = []
    place = 0
    count = len(units)
    while place < count:
        unit = units[place]
        if unit.kind != WORD:
            place += 1
            continue
        lower = unit.lower
        told_of = _become_group(units, place, forms)
        if told_of is not None:
            groups.append(told_of)
            place += 2
            continue
        if lower in auxiliaries and lower != "to":
            group = _auxiliary_group(units, place, forms, auxiliaries, adverbs)
            group.first = _after_subject(units, group.first)
            groups.append(group)
            place = group.verb + 1
            continue
        if lower == "to":
            at = place + 1
            while at < count and units[at].kind == WORD and is_adverb(units[at].lower):
                at += 1
            is_noun = (
                at < count and units[at].lower in ("exile", "court") and (at + 1 == count or units[at + 1].kind != NAME)
            )
            is_noun = is_noun and (at + 1 == count or units[at + 1].lower not in ("him", "her", "them", "the", "all"))
            is_noun = is_noun or (place > 0 and units[place - 1].lower in _RISING)  # "promoted to captain in 1888"
            is_noun = is_noun or (at < count and _returns_to(units, place, at))
            if at < count and units[at].kind == WORD and BASE in forms.get(units[at].lower, ()) and not is_noun:
                form = units[at].lower
                if form in ("be", "have") and at + 1 < count:
                    group = _auxiliary_group(units, at, forms, auxiliaries, adverbs)
                    groups.append(VerbGroup(place, group.verb, group.form, group.passive, True, False, "to", True))
                    place = group.verb + 1
                    continue
                groups.append(VerbGroup(place, at, BASE, False, False, False, "to", True))
                place = at + 1
                continue
            place += 1
            continue
        told = None if _is_taught(units, place) else forms.get(lower)
        if told is None and _looks_past(units, place):
            told = frozenset((PAST,))
        if told is not None and _is_verb_here(units, place, told):
            form = PAST if PAST in told else ING if ING in told else PARTICIPLE if PARTICIPLE in told else THIRD
            first = place
            while first > 0 and units[first - 1].kind == WORD and is_adverb(units[first - 1].lower):
                first -= 1
            negated = any(units[at].lower in ("not", "never") for at in range(first, place))
            groups.append(VerbGroup(first, place, form, False, False, negated, None, False))
        place += 1
    return groups


def _after_subject(units: list[Unit], first: int) -> int:
    """``he also was mayor``: where a group begins with the adverbs before its auxiliary."""
    while first > 1 and units[first - 1].kind == WORD and is_adverb(units[first - 1].lower):
        first -= 1
    return first


def _returns_to(units: list[Unit], place: int, at: int) -> bool:
    """``returned to research in 1936``, ``devoted himself to study``: what one turns to, no verb with an object."""
    if not place or units[place - 1].lower not in _TURNING or units[at].lower not in _PURSUITS:
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or following.kind in (MARK, DATE) or following.lower in ("in", "at", "as", "after", "and")


_TURNING = {"returned", "returning", "turned", "back", "himself", "herself", "devoted", "dedicated"}
_PURSUITS = {"research", "work", "study", "practice", "practise", "farm", "paint", "trade", "business"}


def _become_group(units: list[Unit], place: int, forms: dict[str, frozenset[str]]) -> VerbGroup | None:
    """``became engaged to``: one verb with its word where a frame says so, else a passive of the word."""
    if units[place].lower not in ("became", "becoming") or place + 1 >= len(units):
        return None
    following = units[place + 1]
    if following.kind != WORD or not following.lower.endswith("ed") or following.lower not in forms:
        return None
    form = PAST if units[place].lower == "became" else ING
    if following.lower in words_after("become"):
        return VerbGroup(place, place, form, False, form == PAST, False, None, False) if form == PAST else None
    return VerbGroup(place, place + 1, PARTICIPLE, True, True, False, None, False)


def _auxiliary_group(
    units: list[Unit],
    place: int,
    forms: dict[str, frozenset[str]],
    auxiliaries: frozenset[str],
    adverbs: frozenset[str],
) -> VerbGroup:
    """``was later appointed``: auxiliaries and adverbs up to the verb they carry; a bare ``was`` carries itself."""
    be_forms = lexicon.words("words", "be_forms")
    last_auxiliary = units[place].lower
    negated = False
    modal: str | None = last_auxiliary if last_auxiliary in _MODALS else None
    at = place + 1
    verb = place
    count = len(units)
    while at < count and at - place < 9:
        unit = units[at]
        if unit.kind == MARK and unit.lower == "," and at + 2 < count and units[at + 2].lower == ",":
            at += 3  # "was, however, appointed"
            continue
        if unit.kind != WORD:
            break
        lower = unit.lower
        if lower in ("not", "never", "n't"):
            negated = True
        elif lower in auxiliaries and lower != "to":
            last_auxiliary = lower
            verb = at
        elif lower in forms and lower not in adverbs:
            told = forms[lower]
            if last_auxiliary in be_forms:
                if ING in told and calls_office(units, at):
                    break  # "was commanding general of the II Corps"
                if PARTICIPLE in told or ING in told or PAST in told:
                    form = PARTICIPLE if PARTICIPLE in told or PAST in told else ING
                    return VerbGroup(place, at, form, form != ING, True, negated, modal, False)
            elif last_auxiliary in ("had", "has", "have", "having"):
                if PARTICIPLE in told or PAST in told:
                    return VerbGroup(place, at, PAST, False, True, negated, modal, False)
            elif BASE in told:
                return VerbGroup(
                    place, at, PAST if modal in (None, "would") else BASE, False, True, negated, modal, False
                )
            break
        elif is_adverb(lower):
            pass
        elif last_auxiliary in be_forms and lower.endswith("ed") and lower not in ("need", "indeed"):
            return VerbGroup(place, at, PARTICIPLE, True, True, negated, modal, False)
        elif last_auxiliary in ("had", "has", "have", "having") and lower.endswith("ed"):
            return VerbGroup(place, at, PAST, False, True, negated, modal, False)
        else:
            break
        at += 1
    form = ING if units[verb].lower in ("being", "having") else PAST
    return VerbGroup(place, verb, form, False, form != ING, negated, modal, False)


ING_AFTER = {
    "after",
    "before",
    "while",
    "by",
    "upon",
    "since",
    "when",
    "and",
    "or",
    ",",
    "—",
    "in",
    "besides",
    "on",
    ";",
    "then",
    "from",
}
"""Words before a form in -ing that make it a clause of its own."""


_PREPOSITIONAL = {"following", "including", "concerning", "regarding", "according", "owing", "pending", "excluding"}
"""Forms in -ing that stand as prepositions."""


_QUALIFIED = {"retired", "ordained", "trained", "qualified", "exiled", "decorated", "naturalised", "naturalized"}
"""Participles that stand as adjectives between a nationality and what somebody is."""


_SAYS_WHICH = {"linked", "associated", "connected", "tied", "loyal"}
"""Participles behind a group that say which group it is."""


def _looks_past(units: list[Unit], place: int) -> bool:
    """Whether an unknown word in -ed is a verb: right after a name or a pronoun that can only be a subject."""
    lower = units[place].lower
    if place == 0 or len(lower) < 5 or not lower.endswith("ed"):
        return False
    before = units[place - 1]
    following = units[place + 1] if place + 1 < len(units) else None
    if (
        before.lower == "and"
        and place > 3
        and following is not None
        and following.lower in ("in", "at", "with", "for", "to")
    ):
        return True  # "sang at Bayreuth and guested in Vienna"
    return before.kind == NAME or before.lower in ("he", "she", "they", "who", "it", "which")


def _is_verb_here(units: list[Unit], place: int, told: frozenset[str]) -> bool:
    """Whether a word that can be a verb form is one where it stands."""
    at = place - 1
    while at >= 0 and units[at].kind == WORD and is_adverb(units[at].lower):
        at -= 1
    before = units[at] if at >= 0 else None
    following = units[place + 1] if place + 1 < len(units) else None
    forms = known_forms()
    if PAST in told or PARTICIPLE in told:
        if before is None:
            return True
        if (
            before.kind == NAME and at > 0 and units[at - 1].lower in ("a", "an") and units[place].lower in _QUALIFIED
            and following is not None and following.kind == WORD and not _closes_phrase(following)
        ):  # fmt: skip
            return False  # "a Ghanaian retired jurist"
        if (
            before.lower in ("to", "among", "over") and BASE not in told and at == place - 1 and following is not None
            and (following.kind == NAME or (following.kind == WORD and following.lower.endswith("s")))
        ):  # fmt: skip
            return False  # "born to liberated Africans", "among displaced persons"
        if (
            following is not None and units[place].lower in _SAYS_WHICH and following.lower in ("to", "with")
            and before.lower in lexicon.words("heads", "people")
        ):  # fmt: skip
            return False  # "officials linked to the city": it says which
        if before.lower == "those" and at > 0 and units[at - 1].lower in ("among", "of"):
            return True  # "was among those executed"
        if before.kind == WORD and (
            (
                before.lower in lexicon.words("words", "determiners")
                and before.lower not in ("both", "all", "that", "each")
            )
            or before.lower
            in (
                "'s",
                "including",
                "into",
                "through",
                "amid",
                "of",
                "for",
                "with",
                "by",
                "on",
                "from",
                "without",
                "his",
                "her",
                "most",
                "more",
                "very",
                "between",
                "under",
                "against",
            )
        ):
            return False
        if before.kind == LENGTH and "-" in before.lower and following is not None and following.kind == WORD:
            return False  # "a two-year suspended sentence"
        if (
            before.kind == WORD and following is not None and following.kind == WORD
            and PAST in forms.get(before.lower, ()) and before.lower not in lexicon.words("words", "auxiliaries")
            and at == place - 1 and not _closes_phrase(following)
        ):  # fmt: skip
            return False  # "assumed expanded control": an adjective between a verb and its object
        if (
            following is not None
            and not (before.lower == "," and _closes_aside(units, at))
            and before.lower in ("and", ",", "as", "in")
            and following.kind == WORD
            and PAST in told
        ):
            if at > 0 and before.lower == "and" and units[at - 1].kind in (DATE, BRACKET):
                return True  # "ordained elder in 1852 and held pastorates"
            # "fabricated and coerced testimony": an adjective before its noun
            return not _is_plain_noun(following)
        return True
    if ING in told:
        if units[place].lower in _PREPOSITIONAL or (following is not None and following.lower in ("squad", "line")):
            return False
        if calls_office(units, place):
            return False
        if before is None:
            return units[place].lower not in DESCRIBING or not calls_office(units, place)
        if before.kind == NAME and at > 0 and units[at - 1].lower == "with":
            return True  # "with Berg saying that": a clause of its own
        return before.lower in ING_AFTER or (
            before.kind == DATE and place + 1 < len(units) and units[place + 1].lower == "as"
        )
    if BASE in told and before is not None and (before.lower in ("they", "couple") or units[place].lower == "include"):
        return True
    if THIRD in told and before is not None and before.kind == NAME and units[place].lower in PRESENT:
        return True
    if THIRD in told and before is not None and place <= 2 and units[0].kind == DATE and units[place].lower in PRESENT:
        return True  # "1896: marries Julie Engel"
    if (
        THIRD in told
        and before is not None
        and before.lower in ("and", "but")
        and units[place].lower in PRESENT
        and at > 1
    ):
        return True  # "died suddenly and lies buried in Montmartre"
    if THIRD in told:
        return before is not None and before.lower in ("he", "she", "who", "it", "which")
    return False


def _closes_phrase(unit: Unit) -> bool:
    """Whether a word cannot be what an adjective stands before."""
    return any(
        unit.lower in lexicon.words("words", key) for key in ("prepositions", "connectors", "determiners", "adverbs")
    )


def _closes_aside(units: list[Unit], comma: int) -> bool:
    """Whether a comma closes an aside that a preposition opens: ``but, under duress, signed``."""
    prepositions = lexicon.words("words", "prepositions")
    for at in range(comma - 1, max(0, comma - 6), -1):
        if units[at].kind == MARK:
            return False
        if units[at].kind == WORD and units[at].lower in prepositions:
            return at > 0 and units[at - 1].lower in (",", "and", "but", "then")
    return False


def _is_plain_noun(unit: Unit) -> bool:
    lower = unit.lower
    if lower in known_forms() or len(lower) < 4:
        return False
    for key in ("determiners", "prepositions", "connectors", "adverbs", "auxiliaries", "masculine", "feminine"):
        if lower in lexicon.words("words", key):
            return False
    return lower.endswith(("s", "ion", "ment", "ness", "ity", "ance", "ence")) and not lower.endswith("ss")


_RISING = {"promoted", "advanced", "elevated", "breveted", "brevetted", "demoted", "commissioned", "gazetted"}
"""Participles whose ``to`` leads to a rank, though ``captain`` is a verb elsewhere."""


def _is_taught(units: list[Unit], place: int) -> bool:
    """``a degree in engineering from Ohio State``: the name of a subject, though it is a verb elsewhere."""
    return units[place].lower in _TAUGHT and place > 0 and units[place - 1].lower in ("in", "of", "studied")


_TAUGHT = {
    "engineering", "accounting", "nursing", "engraving", "painting", "drawing", "acting", "mining", "marketing",
    "printing", "banking", "surveying", "forestry",
}  # fmt: skip
