"""Whose each clause of a sentence is: its own subject, one it shares, or one named along with it."""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import (
    ADVERBIAL,
    INFINITIVE,
    MAIN,
    PARTICIPIAL,
    REDUCED,
    RELATIVE,
    Clause,
    causee_of,
    is_aside_of_new,
)
from pipelines.claims.prose.people import Person
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, MARK, NAME, WORD, Unit
from pipelines.claims.statement import Span


def resolve_subjects(discourse: Discourse, units: list[Unit], clauses: list[Clause]) -> list[list[Who]]:
    """The persons of each clause's subject: its own, or shared with the clause it continues."""
    found: list[list[Who]] = []
    focus: Who | None = None
    for place, clause in enumerate(clauses):
        who: list[Who] = []
        if clause.subject is not None:
            who = _widow(discourse, units, clause)
            who = who or discourse.resolve_subject(units[clause.subject[0] : clause.subject[1]], focus)
            if focus is not None and clause.kind == ADVERBIAL and clause.connector in ("where", "until"):
                who = _of_the_main_clause(discourse, units, clause, focus) or who
            last = units[clause.subject[1] - 1]
            if not who and clause.kind == REDUCED and last.kind == NAME and units[clause.verb].lower == "born":
                named = discourse.resolve_owner(last)
                who = [named] if named is not None else []  # "Pentti, born 1927, and Ritva, born 1931"
            if not who and clause.kind == RELATIVE and clause.connector == "who":
                who = _by_place(discourse, units, clause) or _apposed(discourse, units, clause)
            if (
                clause.kind in (RELATIVE, REDUCED)
                and not who
                and place
                and _is_predicate_of(units, clauses[place - 1], clause)
            ):
                who = found[place - 1]
            if not who and place and units[clause.subject[0]].lower == "those":
                who = found[place - 1]  # "was among those executed"
            if not who and clause.connector == "who" and place:
                who = _told_as(discourse, units, clauses[place - 1], clause)
            if not who and clause.connector in ("who", "whose") and _is_lead_alone(discourse, units, clauses[:place]):
                who = [discourse.subject_who()]
            if clause.kind in (RELATIVE, REDUCED):
                who = [each.shared() for each in who]
            for each in who:
                if each.span is not None and each.antecedents == () and clause.kind != RELATIVE:
                    discourse.last_mention[each.name] = each.span
        elif clause.connector == "who" and place and _is_lead_alone(discourse, units, clauses[:place]):
            who = [discourse.subject_who()]  # "German chemist whose studies … and who was awarded"
        elif (caused := causee_of(units, clause)) is not None:
            is_name = caused.kind == NAME
            meant = discourse.resolve_owner(caused) if is_name else discourse.resolve_pronoun(caused, focus)
            who = [meant] if meant is not None else []
        elif place and (brought := _brought_in(discourse, units, clauses, place)) is not None:
            who = [brought]
        elif place and _continues(clause):
            who = [each.shared() for each in found[_giver(units, clauses, place)]]
        elif clause.begin <= 1 and place == 0 and clause.kind in (PARTICIPIAL, MAIN):
            who = []
        if len(who) == 1 and clause.kind == MAIN and clause.subject is not None:
            who = who + _along_with(discourse, units, clause)
        found.append(who)
        if who and clause.kind == MAIN and clause.subject is not None:
            focus = who[0]
    if clauses and not found[0] and clauses[0].kind == REDUCED:
        found[0] = _named_behind(discourse, units, clauses)
    # a participle that opens the sentence takes the subject that follows it
    for place, clause in enumerate(clauses):
        if found[place] or clause.subject is not None or clause.kind in (REDUCED, RELATIVE, INFINITIVE):
            continue
        if clause.begin <= 1 or place == 0:
            later = next(
                (
                    found[at]
                    for at in range(place + 1, len(clauses))
                    if clauses[at].kind == MAIN and clauses[at].subject is not None
                ),
                None,
            )  # fmt: skip
            if later:
                found[place] = [each.shared() for each in later if each]
            elif later is None and clause.form != "base" and _opens_without_subject(units, clause):
                found[place] = [each.shared() for each in discourse.segment_who] or [discourse.subject_who()]
                _hand_on(units, clauses, found, place)
    return found


def _named_behind(discourse: Discourse, units: list[Unit], clauses: list[Clause]) -> list[Who]:
    """``Among those arrested in 1937 were Holm and Berg``: the names behind the verb are theirs."""
    if units[0].lower not in ("among", "amongst") or len(clauses) < 2 or units[clauses[1].verb].lower not in _WAS:
        return []
    named: list[Who] = []
    for unit in units[clauses[1].verb + 1 : clauses[1].verb + 9]:
        who = discourse.resolve_owner(unit) if unit.kind == NAME else None
        if who is not None:
            named.append(who)
        elif unit.lower not in (",", "and", "also"):
            break
    return named


_WAS = {"was", "were"}


def _by_place(discourse: Discourse, units: list[Unit], clause: Clause) -> list[Who]:
    """``Hoyer of Falkenstein, who was murdered``: a name told apart by a place is a person's before ``who``."""
    assert clause.subject is not None
    begin = clause.subject[0]
    if begin > 1 and units[begin - 1].lower == "of" and units[begin - 2].kind == NAME:
        begin -= 2
    said = units[begin : clause.subject[1]]
    if [unit.kind for unit in said] != [NAME, WORD, NAME] or said[1].lower != "of":
        return []
    span = Span(said[0].start, said[2].end)
    found = discourse.people.find(discourse.text[said[0].start : said[0].end])
    return [Who(found.name if found is not None else discourse.text[span.start : span.end], found, span)]


def _is_lead_alone(discourse: Discourse, units: list[Unit], before: list[Clause]) -> bool:
    """``Karl Roe (born 1846—died 1913), German chemist who won``: a first sentence that describes its subject."""
    lead = discourse.lead
    opens = lead is not None and units[0].start <= lead.start < units[min(3, len(units) - 1)].end
    return opens and all(
        clause.kind in (RELATIVE, REDUCED)
        or clause.connector == "whose"
        or any(unit.lower == "whose" for unit in units[max(0, clause.begin - 4) : clause.verb])
        for clause in before
    )


def _widow(discourse: Discourse, units: list[Unit], clause: Clause) -> list[Who]:
    """``Eleanor, widow of Karl Lund of Graz, who survived him``: not the dead; nobody where none stands there."""
    if clause.connector != "who" or clause.subject is None or units[clause.group].lower == "had":
        return []
    for at in range(clause.subject[0] - 1, max(2, clause.subject[0] - 7), -1):
        if units[at].lower in ("widow", "widower") and units[at + 1].lower == "of":
            before = at - 1 if units[at - 1].lower != "the" else at - 2
            if units[before].lower == "," and units[before - 1].kind == NAME:
                named = discourse.resolve_name(units[before - 1]) or discourse.resolve_owner(units[before - 1])
                return [named] if named is not None else []
    return []


def _apposed(discourse: Discourse, units: list[Unit], clause: Clause) -> list[Who]:
    """``her husband Ezra, a docker who had been in prison``: the name that ``a docker`` stands beside."""
    assert clause.subject is not None
    at = clause.subject[0]
    if at < 2 or units[at].lower not in ("a", "an", "the") or units[at - 1].lower != ",":
        return []
    who = discourse.resolve_name(units[at - 2]) if units[at - 2].kind == NAME else None
    return [who] if who is not None else []


def _brought_in(discourse: Discourse, units: list[Unit], clauses: list[Clause], place: int) -> Who | None:
    """``…, and František Tomšů, consecrated in April 1949, died``: a name between ``and`` and its participle."""
    begin = clauses[place].begin
    following = clauses[place + 1] if place + 1 < len(clauses) else None
    if following is None or following.subject is not None or clauses[place].connector != "," or begin < 4:
        return None
    before = [unit.lower for unit in units[begin - 3 : begin + 1]]
    is_new = units[begin - 1].kind == NAME and before[:2] == [",", "and"] and before[3] == ","
    if not is_new or units[begin - 4].kind == NAME:
        return None
    return discourse.resolve_name(units[begin - 1])


def _of_the_main_clause(discourse: Discourse, units: list[Unit], clause: Clause, focus: Who) -> list[Who]:
    """``his brother Karel was interned in Mauthausen, where he perished``: the one the main clause is about.

    Not where the page's subject is spoken of between the two.
    """
    assert clause.subject is not None
    said = units[clause.subject[0] : clause.subject[1]]
    if len(said) != 1 or said[0].lower not in ("he", "she") or focus.span is None:
        return []
    if focus.person is None or focus.person.is_subject:
        return []
    if focus.person.gender not in (None, "m" if said[0].lower == "he" else "f"):
        return []
    own = discourse.people.subject
    for unit in units:
        if focus.span.end <= unit.start < said[0].start:
            if unit.lower in ("him", "her", "his", "he", "she"):
                return []
            found = discourse.name_in(unit) if unit.kind == NAME else None
            if found is not None and found[0] is own:
                return []
    return [Who(focus.name, focus.person, Span(said[0].start, said[0].end), (focus.span,), focus.sure - 0.06)]


def _hand_on(units: list[Unit], clauses: list[Clause], found: list[list[Who]], first: int) -> None:
    """Give the subject of a clause that names none to those that share it: ``elected to fill …, and served from``."""
    for place in range(first + 1, len(clauses)):
        clause = clauses[place]
        if not found[place] and clause.subject is None and _continues(clause):
            found[place] = [each.shared() for each in found[_giver(units, clauses, place)]]


def _along_with(discourse: Discourse, units: list[Unit], clause: Clause) -> list[Who]:
    """Further subjects: ``Holm, along with Berg and others, was tried`` · ``Together with Lie, Holm founded``."""
    assert clause.subject is not None
    begin, end = clause.subject[1], clause.group
    if end - begin < 4 and clause.subject[0] > 3:
        begin, end = 0, clause.subject[0]
    at = begin + 1 if begin < len(units) and units[begin].lower == "," else begin
    if at + 2 >= end or units[at].lower not in ("along", "together", "alongside", "jointly"):
        return []
    found = []
    for unit in units[at + 1 : min(end, at + 24)]:
        if unit.kind == NAME:
            who = discourse.resolve_name(unit)
            if who is not None and who.span is not None and (who.person is not None or len(who.name.split()) > 1):
                found.append(Who(who.name, who.person, who.span, who.antecedents, who.sure - 0.06))
    return found


def _is_predicate_of(units: list[Unit], before: Clause, clause: Clause) -> bool:
    """Whether a relative clause hangs on what somebody is said to be: ``was a runner who won``."""
    verb = units[before.verb]
    kin = lexicon.load("heads")["kin"]
    if any(units[at].lower in kin and units[at + 1].lower == "of" for at in range(before.verb, clause.group - 1)):
        return False  # "was the son of a forester deported": the forester was
    return verb.lower in ("was", "is", "were", "became") and not before.passive and clause.subject is not None


def _told_as(discourse: Discourse, units: list[Unit], before: Clause, clause: Clause) -> list[Who]:
    """``portrayed him as a functionary who had risen``: whom the clause before describes."""
    for at in range(before.verb + 1, clause.begin - 1):
        if units[at].lower in ("him", "her") and units[at + 1].lower == "as":
            who = discourse.resolve_pronoun(units[at], None)
            return [who] if who is not None else []
    return []


def _opens_without_subject(units: list[Unit], clause: Clause) -> bool:
    """Clause-style entries and sentences that lost their subject: only a date or adverb stands before the verb."""
    return all(
        unit.kind in (DATE, MARK) or (unit.kind == WORD and (unit.lower in _OPENING or unit.lower.endswith("ly")))
        for unit in units[: clause.group]
    )


_OPENING = {
    "-",
    "*",
    "from",
    "in",
    "on",
    "since",
    "after",
    "by",
    "until",
    "between",
    "then",
    "later",
    "also",
    "and",
    "first",
    "to",
    "during",
}


def _continues(clause: Clause) -> bool:
    return clause.kind in (MAIN, PARTICIPIAL, INFINITIVE) or clause.connector in ("and", "but", ",")


def _ends_a_life(units: list[Unit], born: Clause, died: Clause) -> bool:
    """Whether a death follows somebody's birth with no more than its date and place between."""
    if units[died.verb].lower not in ("died", "killed", "murdered", "shot") or units[born.verb].lower != "born":
        return False
    between = units[born.verb + 1 : died.group]
    return born.kind == REDUCED and len(between) < 7 and any(unit.kind == DATE for unit in between)


def _giver(units: list[Unit], clauses: list[Clause], place: int) -> int:
    """Which earlier clause's subject a clause without one shares: the nearest that is no aside."""
    clause = clauses[place]
    at = place - 1
    if (clause.kind in (MAIN, PARTICIPIAL) and clause.connector == ",") or clause.kind == PARTICIPIAL:
        is_participle = clause.kind == PARTICIPIAL
        while at > 0 and clauses[at].kind in (RELATIVE, REDUCED):
            if is_aside_of_new(units, clauses[at]):
                break  # "…, and Albrecht, born three years later, studied"
            if is_participle and _names_itself(units, clauses[at]):
                break  # "on which she built a monastery, ruling it"
            if _ends_a_life(units, clauses[at], clause):
                break  # "married Ida Holst, born 1.4.1850, died 1931"
            at -= 1
        is_finite = clause.kind == MAIN and clause.connector == ","
        if is_finite and at < place - 1 and clauses[at].kind == ADVERBIAL and clauses[at].connector in _WHILE:
            return place - 1  # "While she was away her husband Ezra, a docker who had …, was found dead"
        return at
    while at > 0 and (
        clauses[at].kind == REDUCED
        or (
            (_is_closed_place(clauses[at]) or _has_another(units, clauses[at]) or _has_died(units, clauses[at]))
            and _opens_at_comma(units, clause)
        )
    ):
        at -= 1
    return at


def _has_another(units: list[Unit], clause: Clause) -> bool:
    """``…, which Duke Bernhard had arranged, and took``: a relative clause about a thing has a subject of its own."""
    if clause.kind != RELATIVE or clause.subject is None or clause.connector not in ("which", "that", "whom"):
        return False
    return units[clause.subject[1] - 1].kind == NAME and clause.subject[0] > clause.begin


def _has_died(units: list[Unit], clause: Clause) -> bool:
    """``married Ida Roe, who died in 1905, and in 1908 married``: the dead do nothing further."""
    return clause.kind == RELATIVE and clause.connector == "who" and units[clause.verb].lower in ("died", "perished")


def _opens_at_comma(units: list[Unit], clause: Clause) -> bool:
    """Whether a comma sets a clause off: at its first unit or right before its ``and``."""
    at = clause.begin
    return units[at].lower == "," or (at > 0 and units[at - 1].lower == ",")


_WHILE = {"while", "when", "after", "before", "as", "since", "once", "although", "though", "because"}
"""Words that open a clause before the main one."""


def _is_closed_place(clause: Clause) -> bool:
    """``…, where Admiral Obdam perished, and was named``: a clause of place that a comma sets off gives no subject."""
    return clause.kind == ADVERBIAL and clause.connector == "where"


def _names_itself(units: list[Unit], clause: Clause) -> bool:
    """Whether a clause has a pronoun of a person as its own subject."""
    return clause.subject is not None and units[clause.subject[1] - 1].lower in ("he", "she")


def _mentions(discourse: Discourse, units: list[Unit], person: Person) -> bool:
    """Whether a sentence about somebody else names the person too, by name or pronoun."""
    pronouns = ("him", "his", "he") if person.gender == "m" else ("her", "she") if person.gender == "f" else ()
    for unit in units:
        if unit.kind == WORD and (unit.lower in pronouns or unit.lower == "their"):
            return True
        if unit.kind == NAME:
            found = discourse.name_in(unit)
            if found is not None and found[0] is person:
                return True
    return False


def remember(discourse: Discourse, units: list[Unit], clauses: list[Clause], subjects: list[list[Who]]) -> None:
    """What the next sentence's pronouns may lean on."""
    for unit in units:
        if unit.kind == NAME:
            found = discourse.name_in(unit)
            if found is not None and found[0] is not None:
                discourse.note(found[1], found[0], found[0].name)
    for clause, who in zip(clauses, subjects, strict=True):
        if clause.kind == MAIN and who and clause.subject is not None:
            if who[0].person is not None:
                discourse.focus = who[0].person
                own = discourse.people.subject
                if not discourse.focus.is_subject and _mentions(discourse, units, own):
                    discourse.focus = own
            break
