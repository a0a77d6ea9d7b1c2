"""What governs a clause from outside it: the date or place that opens its sentence, the date right behind it."""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import ADVERBIAL, MAIN, Clause
from pipelines.claims.prose.phrases import parse_complements
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.tokens import DATE, MARK, NAME, WORD, Unit
from pipelines.claims.prose.verbs import is_adverb
from pipelines.claims.prose.where import place_of
from pipelines.claims.statement import Span


def year_of_named(units: list[Unit], unit: Unit) -> Unit:
    """``the January strike of 1918``, ``the Christmas amnesty of 1934``: the year behind, not the month."""
    if unit.dated is None or unit.dated.when.basis != "context":
        return unit
    place = next((at for at, each in enumerate(units) if each is unit), len(units))
    for at in range(place + 2, min(len(units), place + 5)):
        if units[at].kind == DATE:
            return units[at] if units[at - 1].lower == "of" else unit
    return unit


def fronted_date(units: list[Unit], clauses: list[Clause]) -> Unit | None:
    """The date that opens the sentence before its first clause, and so governs all of them."""
    main = next((clause for clause in clauses if clause.kind == MAIN), clauses[0] if clauses else None)
    if main is None:
        return None
    if clauses[0].kind == ADVERBIAL and main.subject is None:  # "When he abdicated and withdrew in 1297, she ascended"
        main = next((clause for clause in clauses if clause.kind == MAIN and clause.subject is not None), main)
    told = _date_of_held(units, clauses) or _date_of_opening(units, clauses, main)
    if told is not None:
        return told
    limit = main.subject[0] if main.subject is not None else main.group
    first_other = min(
        (clause.group for clause in clauses if clause is not main and clause.group < main.group), default=limit
    )
    for place, unit in enumerate(units[: min(limit, first_other, 12)]):
        if unit.kind == DATE:
            outside = any(
                units[at].lower in ("following", "after", "before", "despite") and place - at > 1 for at in range(place)
            )
            return None if outside or _is_of_capacity(units, place) else year_of_named(units, unit)
    return None


def _is_of_capacity(units: list[Unit], place: int) -> bool:
    """``A member of the party since 1918, he joined``: the date says since when the subject was what it is called."""
    before = units[place - 1].lower if place else ""
    if before not in ("from", "since", "until", "between"):
        return False
    if units[0].lower in ("as", "a", "an") or _opens_with_noun(units, place):
        return True
    return before == "since" and place > 1 and units[0].lower != "ever" and not is_adverb(units[0].lower)


def _opens_with_noun(units: list[Unit], date: int) -> bool:
    """``A member of the council from 1884 to 1890, she``: the date is of what the sentence says first."""
    first = units[0]
    if date < 3 or first.kind not in (WORD, NAME) or any(unit.lower == "," for unit in units[:date]):
        return False
    return not any(first.lower in lexicon.words("words", key) for key in ("prepositions", "connectors", "adverbs"))


def date_of_own(units: list[Unit], clause: Clause) -> Unit | None:
    """``…, and on 22 February a joint plenum dismissed him``: the date between ``and`` and the clause's subject."""
    if clause.kind != MAIN or clause.subject is None:
        return None
    at = clause.subject[0] - 1
    if at > 0 and units[at].lower == ",":
        at -= 1
    if at < 2 or units[at].kind != DATE:
        return None
    at -= 1
    while at > 0 and units[at].lower in ("in", "on", "from", "by", "about", "around", "early", "late"):
        at -= 1
    if units[at].lower not in ("and", "but", ",", ";", "then"):
        return _date_that_opens(units, clause.subject[0])
    own = units[clause.subject[0] - 1 if units[clause.subject[0] - 1].kind == DATE else clause.subject[0] - 2]
    return own if units[at].lower in ("and", "but", ",", ";", "then") and at > 2 else None


def _date_that_opens(units: list[Unit], subject: int) -> Unit | None:
    """``…, and on her husband's death in 1904 she``: the one date between the comma and the subject."""
    for at in range(subject - 3, max(1, subject - 12), -1):
        if units[at].lower == ",":
            opens = units[at + 1].lower in ("and", "but") and units[at + 2].lower in (
                "on",
                "at",
                "upon",
                "during",
                "with",
            )
            dates = [unit for unit in units[at:subject] if unit.kind == DATE]
            return dates[0] if opens and len(dates) == 1 else None
    return None


def _date_of_held(units: list[Unit], clauses: list[Clause]) -> Unit | None:
    """``At the First Congress of Writers, held in August 1934, she was elected``: the date of the occasion."""
    first = clauses[0]
    later = next((clause for clause in clauses[1:] if clause.kind == MAIN and clause.subject is not None), None)
    is_occasion = units[0].lower in ("at", "in", "during") and units[first.verb].lower in ("held", "convened")
    if not is_occasion or first.subject is not None or later is None or later.subject is None:
        return None
    said = units[first.verb : later.subject[0]]
    return next((unit for unit in said if unit.kind == DATE), None) if len(said) < 9 else None


def goes_on_aside(clauses: list[Clause], place: int) -> bool:
    """``…, where he spent three years and built a network``: what goes on with an aside has no date that opens."""
    clause, before = clauses[place], clauses[place - 1]
    if clause.subject is not None or clause.connector != "and" or clause.kind != MAIN:
        return False
    return before.connector == "where" and before.group > 0


def is_spent(units: list[Unit], clauses: list[Clause], place: int, fronted: Unit | None, own: Unit | None) -> bool:
    """Whether the date that opened the sentence ends before this clause, which may have one of its ``own``."""
    if fronted is None or place == 0:
        return False
    if _goes_on_then(units, clauses[place], fronted):
        return True
    return own is None and _has_own_date(units, clauses[place - 1], fronted)


def _goes_on_then(units: list[Unit], clause: Clause, fronted: Unit | None) -> bool:
    """``From 1968 to 1971 she taught, and then spent a year``: what comes after a stretch of time is not in it."""
    when = fronted.dated.when if fronted is not None and fronted.dated is not None else None
    if when is None or "/" not in (when.edtf or "") or clause.subject is not None or clause.kind != MAIN:
        return False
    near = units[max(0, clause.group - 2) : clause.verb]
    return any(unit.lower in ("then", "afterwards", "subsequently", "thereafter") for unit in near)


def _has_own_date(units: list[Unit], clause: Clause, fronted: Unit | None) -> bool:
    """Whether a clause has a date besides the one that opens the sentence, in words or bracket: that one ends there."""
    return any(
        unit is not fronted and (unit.kind == DATE or any(inner.kind == DATE for inner in unit.inner or ()))
        for unit in units[clause.begin : clause.end]
    )


def _date_of_opening(units: list[Unit], clauses: list[Clause], main: Clause) -> Unit | None:
    """``It was in 1898 that he`` · ``When war broke out in 1914, he``: the date an opening gives to what follows."""
    words = [unit.lower for unit in units[:5]]
    if words[:2] == ["it", "was"] and len(words) == 5 and words[4] == "that" and units[3].kind == DATE:
        return units[3]
    first = clauses[0]
    is_opening = first.kind == ADVERBIAL and first.connector in ("when", "once") and first.begin == 0
    if not is_opening or main is first or main.group < first.verb:
        return None
    return next((unit for unit in units[first.verb : main.begin] if unit.kind == DATE), None)


def fronted_places(text: str, units: list[Unit], clauses: list[Clause]) -> list[Span]:
    """The places that open the sentence: ``In Tbilisi, he worked``."""
    main = clauses[0] if clauses else None
    begin = 0
    if [unit.kind for unit in units[:3]] == [WORD, DATE, MARK] and units[2].lower == ",":
        begin = 3  # "On 5 May 1883, at Dunedin, she married"
    if (
        main is None or main.subject is None or main.subject[0] < begin + 2
        or units[begin].lower not in ("in", "at", "near")
    ):  # fmt: skip
        return []
    end = main.subject[0]
    complements = parse_complements(units, begin, end)
    phrases = [phrase for phrase in complements.phrases if phrase.slot in ("in", "at") and is_place_like(phrase)]
    return place_of(text, complements, ("in", "at", "near")) if phrases else []


def date_behind(units: list[Unit], clauses: list[Clause], place: int) -> Unit | None:
    """For ``was arrested and executed in 1937``: the date of the clause that follows directly."""
    clause = clauses[place]
    if place + 1 >= len(clauses):
        return None
    following = clauses[place + 1]
    if following.subject is not None or following.connector not in ("and",) or following.group - clause.verb > 3:
        return None
    if clause.connector == "where" and units[following.begin].lower == ",":
        return None
    end = clauses[place + 1].end
    for unit in units[following.verb : end]:
        if unit.kind == DATE:
            return unit
    return None
