"""Which date a clause has: its own, the one that opens the sentence, a bracket's, or the year in an event's name."""

from pipelines.claims.prose.clauses import INFINITIVE, REDUCED, RELATIVE, causee_of
from pipelines.claims.prose.governing import year_of_named
from pipelines.claims.prose.kinds import Phrase, is_head
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.terms import (
    LASTING,
    close_term,
    end_of,
    end_only,
    parts_of,
    stands_after_until,
)
from pipelines.claims.prose.tokens import DATE, LENGTH, MARK, NAME, Unit, index_of
from pipelines.claims.statement import Part, Span
from pipelines.claims.when import Dated, is_year, year_of


def date_of(
    setting: Setting, complements: Complements, event: str, *, is_person: bool
) -> tuple[Dated | None, list[Part], bool]:
    """The date of a clause, its parts, and whether it stands inside the clause (and so in the quote)."""
    units, verb = setting.units, setting.clause.verb
    own = [unit for unit, slot in complements.dates if slot not in ("outside", "aside")]
    own = [unit for unit in own if not _names_happening(units, unit)]
    if setting.fronted is None:
        own += [unit for unit, slot in complements.dates if slot == "aside"]
    if own and _is_of_another_time(units, verb, own[0]):
        own = own[1:]
    if own and len(complements.phrases) > 1 and opens_next(units, own[0]):
        own = own[1:]  # "shop steward and, two years later, branch secretary"
    closing = [unit for unit in own if stands_after_until(units, verb, unit)]
    own = [unit for unit in own if unit not in closing]
    if event == "death" and closing and not own:
        own = closing[:1]  # "survived him until 1709"
    whole = (
        setting.fronted.dated.when.edtf if setting.fronted is not None and setting.fronted.dated is not None else None
    )
    is_closed = (
        whole is not None and "/" in whole and ".." not in whole
    )  # "From 1900 to 1904 she studied …, then, until"
    if not own and closing and event in LASTING and closing[0].dated is not None and not is_closed:
        ended = end_only(closing[0].dated)
        return ended, list(closing[0].dated.parts(setting.offset)), True
    before = [unit for unit in setting.units[setting.clause.begin : setting.clause.verb] if unit.kind == DATE]
    before = [] if before and _opens_with_what_he_was(setting, before[-1]) else before
    if event not in LASTING and setting.clause.subject is not None and setting.clause.subject[0] < len(units):
        opened = units[setting.clause.subject[0]].start
        before = [each for each in before if each.start < opened or not _lasts(each)]  # "Holm, mayor from 1880, fell"
    chosen = year_of_named(units, own[0]) if own else before[-1] if before else None
    if own and len(own) > 1 and (own[0].dated is None or own[0].dated.when.edtf is None):
        chosen = own[1]  # "died three days later, on 9 May 1950"
    elif len(own) > 1 and _is_told_closer(units, own[0], own[1]):
        chosen = own[1]  # "died three years later, on 14 March 851"
    inside = chosen is not None
    if chosen is None and setting.clause.connector == "when":
        chosen = before_when(units, setting.clause.begin)
        inside = chosen is not None
        last = end_of(chosen.dated) if chosen is not None and chosen.dated is not None else None
        if last is not None:
            return last, [last.part()], True
    if chosen is None and setting.clause.connector == "where":
        near = before_when(units, setting.clause.begin)
        begin = setting.clause.begin
        is_during = any(unit.lower == "during" for unit in units[max(0, begin - 8) : begin])
        chosen, inside = (near, near is not None) if is_during else (None, False)
    if chosen is None:
        chosen = _in_which_year(units, setting.clause.begin, setting.clause.group)
        inside = chosen is not None
        if chosen is not None and chosen.dated is not None and _lasts(chosen) and not _ends_there(chosen):
            last = end_of(chosen.dated)  # "from 1879 until 1885, in which year he"
            return (last, [last.part()], True) if last is not None else (None, [], False)
    if chosen is None and setting.clause.kind == INFINITIVE:
        chosen = _before_infinitive(units, setting.clause.group)
        inside = chosen is not None
    if chosen is None:
        chosen = _before_aside(units, setting.clause.begin)
        inside = chosen is not None
    if (
        chosen is None
        and setting.fronted is not None
        and (
            setting.clause.kind not in (RELATIVE, REDUCED, INFINITIVE)
            or _completes_became(setting)
            or _is_brought_about(setting)
            or causee_of(units, setting.clause) is not None  # "In 1288 the magnates forced him to abdicate"
        )
        and setting.clause.connector not in ("where", "whence", "as", "because", "although", "though")
        and (event in LASTING or setting.clause.connector not in ("until", "till"))
    ):
        chosen = None if event in _SERVED and complements.lengths else setting.fronted
        inside = chosen is not None
    if chosen is None and setting.following is not None:
        chosen = setting.following
    if chosen is None and event == "death":
        chosen = _behind_wounds(units, setting.clause.end)
        inside = chosen is not None
    if chosen is None and setting.clause.kind not in (REDUCED, INFINITIVE):
        year = _named_year(complements)
        if year is not None:
            return year, [year.part()], True
    if chosen is None:
        noted = (
            []
            if is_person
            else [
                unit
                for phrase in complements.phrases
                for unit in phrase.notes or ()
                if unit.kind == DATE
                and not (event in ("tenure", "appointment") and _goes_on_as(units, complements, phrase))
                and not ((len(phrase.units) == 1 or event == "birth") and _is_life(unit))
                and (phrase.notes or [unit])[0].lower.rstrip(".") not in _OF_LIVES
            ]
        )
        if len(noted) > 1 and any(phrase.link == "and" and phrase.notes for phrase in complements.phrases):
            noted = noted[:1]  # "worked for Bell (1947–1951) and Reaction Motors (1951–1958)"
        chosen = noted[-1] if noted and setting.clause.kind not in (REDUCED, INFINITIVE) else None
        inside = chosen is not None
    if chosen is None and event == "marriage":
        chosen = _noted_wedding(complements)
        inside = chosen is not None
    if chosen is None or chosen.dated is None:
        return None, [], False
    if event in LASTING or event == "marriage":
        dated, rests_on = close_term(units, chosen)
        return dated, parts_of(rests_on, setting.offset), inside
    return chosen.dated, list(chosen.dated.parts(setting.offset)), inside


_SERVED = frozenset(["imprisonment", "exile"])
"""What lasts as long as its own words say, not at the time that opens the sentence: ``and held for four months``."""


def _is_of_another_time(units: list[Unit], verb: int, unit: Unit) -> bool:
    """``wounded at Wuchang and again in the Rising of 1927``: the only date is that of the second time."""
    words = [each.lower for each in units[verb + 1 : index_of(units, unit)]]
    return any(words[at : at + 2] == ["and", "again"] for at in range(len(words) - 2))


def opens_next(units: list[Unit], unit: Unit) -> bool:
    """``and, two years later, branch secretary`` · ``and, from 1899 to 1904, at``: a date of what comes behind it."""
    at = index_of(units, unit)
    words = [each.lower for each in units[max(0, at - 3) : at]]
    if words and words[-1] in ("in", "on", "from", "since"):
        words = words[:-1]
        if at > 4 and units[at - 2].kind == LENGTH and units[at - 3].lower == "for":
            words = [each.lower for each in units[at - 5 : at - 3]]  # "and, for 118 days in 1873, as Grand Vizier"
    return words[-2:] == ["and", ","] and units[at + 1 : at + 2] != [] and units[at + 1].lower == ","


def _goes_on_as(units: list[Unit], complements: Complements, phrase: Phrase) -> bool:
    """``served on the commission (1900–02), and as a director``: the bracket is of what stands before ``and as``."""
    later = [each for each in complements.phrases if each.slot == "as" and each.span.start > phrase.span.end]
    opening = later[0].preposition if later else None
    return opening is not None and units[index_of(units, opening) - 1].lower == "and"


_OF_LIVES = {"†", "*", "d", "b", "died", "born", "née"}
"""What opens a bracket that dates a life and nothing else: ``Dorothea Lange († 1771)``."""

_SUFFERED = {"received", "sustained", "suffered", "contracted", "inflicted", "incurred", "caught"}


def _behind_wounds(units: list[Unit], end: int) -> Unit | None:
    """``died of wounds received at Inkerman in December 1854``: the date behind what he died of."""
    if end >= len(units) or units[end].lower not in _SUFFERED or units[end - 1].kind == MARK:
        return None
    for at in range(end + 1, min(len(units), end + 9)):
        if units[at].kind == DATE:
            return units[at]
        if units[at].kind == MARK or units[at].lower in ("and", "who", "which", "while"):
            return None
    return None


def _opens_with_what_he_was(setting: Setting, unit: Unit) -> bool:
    """``An honorary citizen since 1926, he was …``: the date is of what the subject is called before it."""
    units, subject = setting.units, setting.clause.subject
    if subject is None or units[0].lower not in ("a", "an") or unit.start > units[subject[0]].start:
        return False
    at = index_of(units, unit)
    return (
        at > 2 and at + 1 < len(units) and units[at + 1].lower == "," and units[at - 1].lower in ("since", "from", "in")
    )


def _lasts(unit: Unit) -> bool:
    return unit.dated is not None and "/" in (unit.dated.when.edtf or "")


def _in_which_year(units: list[Unit], begin: int, group: int) -> Unit | None:
    """``until 1911, in which year he married``: the date before the clause."""
    words = [unit.lower for unit in units[max(0, begin - 2) : group]]
    if not any(words[at : at + 2] in (["which", "year"], ["which", "month"]) for at in range(len(words))):
        return None
    return next((unit for unit in reversed(units[max(0, begin - 6) : begin]) if unit.kind == DATE), None)


def _ends_there(unit: Unit) -> bool:
    return unit.dated is not None and (unit.dated.when.edtf or "").startswith("../")


def _noted_wedding(complements: Complements) -> Unit | None:
    """``married Ida Roe (m. 1880)``: the date of a bracket that says so."""
    for phrase in complements.phrases[:2]:
        inner = phrase.notes or []
        if inner and inner[0].lower.rstrip(".") in ("m", "married", "in"):
            return next((unit for unit in inner if unit.kind == DATE), None)
    return None


def _is_told_closer(units: list[Unit], first: Unit, second: Unit) -> bool:
    """Whether a date reckoned from another is given again to the day right behind it."""
    one, other = first.dated, second.dated
    if one is None or other is None or one.when.basis != "context" or other.when.precision != "day":
        return False
    place = index_of(units, first)
    between = [each.lower for each in units[place + 1 : place + 4]]
    return (
        one.when.precision != "day"
        and between[:1] == [","]
        and any(each is second for each in units[place + 2 : place + 4])
    )


def _completes_became(setting: Setting) -> bool:
    """``In 1943 she became one of the first women elected to parliament``: the opening date is the election's too."""
    before = setting.units[: setting.clause.group]
    kind, reach = setting.clause.kind, [unit.lower for unit in before[-12:]]
    is_first = kind == INFINITIVE and any(
        word in ("first", "only", "last") for word in reach
    )  # "the first to graduate"
    if kind == REDUCED and setting.clause.passive and ("among" in reach or ("one" in reach and "of" in reach)):
        at = max(n for n, word in enumerate(reach) if word in ("among", "one"))
        return at > 0 and reach[at - 1] in ("was", "were", "being")  # "In 1956 he was among the 156 people arrested"
    return (kind == REDUCED or is_first) and "became" in reach


_BROUGHT = {"sent", "able", "allowed", "permitted", "enabled", "went", "came"}


def _is_brought_about(setting: Setting) -> bool:
    """``In 1930 he was sent by the party to study``: the opening date is of what it led to, too."""
    if setting.clause.kind != INFINITIVE or setting.clause.group < 3:
        return False
    before = setting.units[max(0, setting.clause.group - 6) : setting.clause.group]
    return any(unit.lower in _BROUGHT for unit in before) and not any(unit.kind == DATE for unit in before[-2:])


def _names_happening(units: list[Unit], unit: Unit) -> bool:
    """``killed during the 14 July Revolution``: a day that is the name of a happening, and of no year told here."""
    at = index_of(units, unit)
    named = units[at + 1] if at + 1 < len(units) else None
    is_day = unit.dated is not None and unit.dated.when.basis == "context"
    return is_day and named is not None and named.kind == NAME and is_head(named.lower.split()[-1], "battle")


def _is_life(unit: Unit) -> bool:
    """``Jack (1880–1916)``: an interval as long as a life belongs to the one before it."""
    when = unit.dated.when if unit.dated is not None else None
    if when is None or "/" not in (when.edtf or "") or when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest > 15 * 365


def before_when(units: list[Unit], begin: int) -> Unit | None:
    """``until May 1812, when he handed over``: the date right before the comma is when."""
    at = begin - 1
    if at > 0 and units[at].lower == ",":
        at -= 1
    return units[at] if at >= 0 and units[at].kind == DATE else None


def _before_infinitive(units: list[Unit], group: int) -> Unit | None:
    """``he began in 1887 to study chemistry``: the date right before ``to``, behind the verb that governs it."""
    at = group if units[group].lower == "to" else group - 1
    if at < 3 or units[at].lower != "to" or units[at - 1].kind != DATE:
        return None
    return units[at - 1] if units[at - 3].lower in _BEGINNING else None


_BEGINNING = {"began", "started", "went", "left", "returned", "came", "continued", "resumed"}
"""Verbs whose date is that of what they lead to."""


def _before_aside(units: list[Unit], begin: int) -> Unit | None:
    """``…, and from 1961 until she retired in 1978 she held``: the date before the clause that stands in between."""
    for at in range(begin - 1, max(1, begin - 12), -1):
        if units[at].lower in ("until", "till") and units[at - 1].kind == DATE:
            before = units[at - 3].lower if at >= 3 else ""
            return units[at - 1] if at < 3 or before in ("and", ",", ";") else None
        if units[at].lower in (";", "and", ","):
            return None
    return None


def _named_year(complements: Complements) -> Dated | None:
    """The year in an event's name: ``at the 1988 Summer Olympics``."""
    for phrase in complements.phrases:
        is_event = phrase.slot in ("at", "in", "of", "during") and len(phrase.units) > 1
        if is_event and is_year(phrase.first.lower) and phrase.units[1].kind == NAME:
            return year_of(phrase.first.lower, Span(phrase.first.start, phrase.first.end))
    return None


def read_duration(complements: Complements, parts: list[Part]) -> str | None:
    """The first length of time of a clause as ISO 8601; its words are added to the parts."""
    for unit in complements.lengths:
        mention = unit.dated.mention if unit.dated is not None else None
        if mention is not None and mention.kind == "duration" and mention.duration is not None:
            parts.append(Part("attribute", Span(unit.start, unit.end), "duration", mention.duration))
            return mention.duration
    return None
