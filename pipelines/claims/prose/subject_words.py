"""Where the words of a subject stand before a verb: a noun phrase, a name, what an aside sets apart."""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, NUMBER, QUOTE, WORD, Unit
from pipelines.claims.prose.verbs import BASE, THIRD, known_forms


def name_before(units: list[Unit], comma: int) -> tuple[int, int] | None:
    """A name or pronoun that opens the sentence, or follows its fronted part, right before a comma."""
    at = comma - 1
    if at >= 0 and units[at].kind == BRACKET:
        at -= 1
    if at < 0 or units[at].kind != NAME:
        return None
    return (at, at + 1) if at == 0 or units[at - 1].lower in (",", "and", "when", "while") else None


def aside_before(units: list[Unit], comma: int, floor: int) -> tuple[int, int] | None:
    """The subject before an aside that ends at ``comma``: ``Holm, along with others,`` · ``his mentor, Berg,``."""
    at = comma - 1
    steps = 0
    while at >= floor and steps < 40:
        if units[at].lower == ",":
            inner = units[at + 1 : comma]
            outer = noun_phrase_before(units, at, floor)
            if outer is not None and floor > 0 and outer[0] > floor and units[outer[0] - 1].lower in _BEFORE_ASIDES:
                return None  # "at Trinity College, Cambridge, in 1628, took"
            if outer is not None and 0 < floor == outer[0] and inner and inner[0].lower == "and":
                return None  # "held the Order of Vasa, and the Order of Olav, set in brilliants"
            names = [unit for unit in inner if unit.kind == NAME]
            if outer is None:
                if len(inner) == 1 and names:
                    return (at + 1, comma)  # "In 1905, Kuznetsov, ..." is cut by its own comma
                return None
            if len(inner) > 1 and inner[-1].kind == BRACKET:
                inner = inner[:-1]  # "his daughter, the soprano Ludmila Veselá (1898–1970), was married"
            is_apposed = inner[-1:] and inner[-1].kind == NAME and inner[0].lower in ("the", "a") and len(inner) <= 5
            kin = lexicon.load("heads")["kin"]
            if is_apposed and any(unit.lower in kin for unit in units[outer[0] : outer[1]]):
                return (comma - 1, comma)  # "her husband, the painter Otto Venn, had died"
            if (
                len(inner) <= 2
                and names
                and units[outer[1] - 1].kind == WORD
                and units[outer[0]].lower in ("his", "her", "the", "their", "a", "another", "one")
            ):
                return (comma - 1, comma)
            if units[outer[1] - 1].lower in ("himself", "herself") and outer[1] - outer[0] > 1:
                return (outer[0], outer[1] - 1)  # "Holm himself, a diabetic, succumbed"
            return outer
        at -= 1
        steps += 1
    return None


def is_set_up(units: list[Unit], preposition: int, verb: int) -> bool:
    """``sat in the Senate created under the new constitution``: a participle says how the body came to be."""
    following = units[verb + 1].lower if verb + 1 < len(units) else ""
    is_placed = units[preposition].lower in ("in", "on", "into", "at") and units[preposition + 1].lower == "the"
    return is_placed and units[verb].lower in _SET_UP and following in ("under", "by", "in", "for", "after", "to")


_SET_UP = {"created", "established", "founded", "formed", "convened", "constituted", "elected", "appointed", "summoned"}


def aside_of_next(units: list[Unit], comma: int, floor: int) -> int | None:
    """``joined in 1920 and, after postings in Cairo and Rome, became``: where the ``and`` of that aside stands."""
    for at in range(comma - 2, max(floor, comma - 16), -1):
        if units[at].lower in _BEFORE_NEXT and units[at - 1].lower == "," and units[at - 2].lower in ("and", "but"):
            return at - 2
    return None


_BEFORE_NEXT = {"after", "following", "during", "despite", "having"}

_BEFORE_ASIDES = {",", "in", "at", "of", "for", "with", "from", "after", "following", "during", "despite"}
"""Words before a noun that make it none that a later verb has: ``and, after postings in Cairo and Rome, became``."""


_NOT_NOUN = frozenset((BASE, THIRD))
"""Forms of verbs that are nouns as well: ``work``, ``engineers``."""


_PLACING = {"in", "at", "to", "from", "near", "into"}
"""Prepositions before a name that is no subject: ``was banned in Prussia and Kessler was fined``."""


_FURTHER = {"two", "three", "four", "five", "six", "several", "others", "other", "his", "her", "some", "many", "eleven"}
"""Words that open the rest of a list of subjects: ``Holm and two ministers``."""


def noun_phrase_before(units: list[Unit], end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before ``end``, as places; null where none stands there."""
    prepositions = lexicon.words("words", "prepositions")
    connectors = lexicon.words("words", "connectors")
    at = end - 1
    if at >= floor and units[at].kind == BRACKET:
        at -= 1
    if at >= floor + 2 and units[at].kind == DATE and units[at - 1].lower in ("in", "on", "of"):
        at -= 2  # "an inquiry in 1885 exonerated him"
    last = at + 1
    began = last
    if at >= floor and units[at].kind == WORD and units[at].lower in ("he", "she", "they", "it", "who", "we", "i"):
        return (at, last)
    while at >= floor:
        unit = units[at]
        if unit.kind == WORD and unit.lower == "and" and began < last and _opens_with_pronoun(units, at, began, floor):
            return (at - 1, last)
        if unit.kind in (NAME, NUMBER, QUOTE):
            began = at
        elif unit.kind == BRACKET:
            pass
        elif unit.kind in (DATE, LENGTH) or unit.kind == MARK:
            break
        elif (
            unit.lower == "of"
            or (
                unit.lower in ("in", "for", "on", "at", "to", "against")
                and began < last
                and _is_noun_like(units, at - 1, floor)
            )
            or (
                unit.lower == "and"
                and began < last
                and at - 1 >= floor
                and units[at - 1].kind in (NAME, BRACKET)
                and not (at - 2 >= floor > 0 and units[at - 2].lower in _PLACING)
                and (units[began].kind == NAME or (units[began].lower in _FURTHER and (at - 1 > floor or floor == 0)))
            )
        ):
            pass
        elif (
            unit.lower in connectors
            or unit.lower in prepositions
            or (
                unit.lower in known_forms()
                and unit.lower not in ("work", "works")
                and at != end - 1
                and not known_forms()[unit.lower] & _NOT_NOUN
                and units[at - 1 if at else 0].lower not in ("the", "a", "an", "his", "her", "their", "its")
            )
        ):
            break
        else:
            began = at
        at -= 1
    return (began, last) if began < last else None


def _opens_with_pronoun(units: list[Unit], joint: int, began: int, floor: int) -> bool:
    """``he and his wife``: whether a list opens with the one whose relatives it goes on with."""
    return (
        joint > floor and units[joint - 1].lower in ("he", "she") and began == joint + 1
        and units[began].lower in ("his", "her")
    )  # fmt: skip


def _is_noun_like(units: list[Unit], at: int, floor: int) -> bool:
    if at < floor:
        return False
    unit = units[at]
    return unit.kind == NAME or (
        unit.kind == WORD
        and unit.lower not in lexicon.words("words", "prepositions")
        and unit.lower not in lexicon.words("words", "connectors")
    )


def opens_with_name(units: list[Unit], first: int) -> bool:
    """Whether a sentence opens with a name set off by commas from its verb."""
    if first < 4 or units[0].kind != NAME:
        return False
    at = 2 if units[1].kind == BRACKET else 1
    return units[at].lower == "," and not any(unit.kind == DATE for unit in units[at:3])
