"""What a clause rests on where it is told on somebody's word: ``Troxler claimed that``, ``it was rumoured that``.

A report gives its clause a modality and a speaker; an infinitive under ``is said to`` or ``a plan to`` likewise. What
such a clause tells with a verb no frame knows is an action all the same. The words are data (`modality.toml`).
"""

from dataclasses import dataclass, replace
from functools import cache

from pipelines.claims import lexicon
from pipelines.claims.prose.amounts import with_amounts
from pipelines.claims.prose.clauses import INFINITIVE, Clause
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, QUOTE, WORD, Unit
from pipelines.claims.prose.verbs import ING
from pipelines.claims.statement import Part, Span, Statement


@dataclass(frozen=True, slots=True)
class Report:
    """How a clause is told: its modality, the word that says so, and who says it (null where nobody is named)."""

    modality: str
    word: Unit
    speaker: Span | None = None

    def parts(self) -> tuple[Part, ...]:
        """The parts ``attribute`` (modality) and ``speaker``."""
        made = [Part("attribute", Span(self.word.start, self.word.end), "modality", self.modality)]
        if self.speaker is not None:
            made.append(Part("speaker", self.speaker))
        return tuple(made)


@cache
def words_of_report() -> frozenset[str]:
    """The words without one of which a sentence reports nothing."""
    data = lexicon.load("modality")
    doubted = (word for word, made in data["governors"].items() if made in ("alleged", "rumoured"))
    return frozenset((*data["saying"], *data["told_by"], *data["plans"], *doubted, "according"))


def find_report(units: list[Unit], clauses: list[Clause], place: int) -> Report | None:
    """The report a clause stands in; null where the narrator says it."""
    clause = clauses[place]
    if clause.kind == INFINITIVE:
        return _said_to(units, clauses, place)
    if clause.connector == "that" and units[clause.begin].lower == "that":
        return _before_that(units, clauses, place)
    before = clauses[place - 1] if place else None
    is_gerund = clause.form == ING or units[clause.group].lower in ("having", "being")
    if clause.subject is None and is_gerund and before is not None and clause.group == before.verb + 1:
        word = units[before.verb]
        return Report("denied", word) if word.lower in ("denied", "denies") and not before.passive else None
    saying: dict[str, str] = lexicon.load("modality")["saying"]
    if (
        before is not None and clause.subject is not None and clause.subject[0] == before.verb + 1
        and units[before.verb].lower in saying and not before.passive
    ):  # fmt: skip
        return _report(saying[units[before.verb].lower], units, before)
    if (
        before is not None
        and place + 1 == len(clauses)
        and units[before.verb].lower in saying
        and clause.connector == "and"
    ):
        # "said that he was a spy and had fled": what goes on with a report
        return find_report(units, clauses, place - 1) if clause.subject is None and before.connector == "that" else None
    return _according_to(units, clauses, place)


def _before_that(units: list[Unit], clauses: list[Clause], place: int) -> Report | None:
    """``claimed that`` · ``it was rumoured that`` · ``the report that … is denied``."""
    data = lexicon.load("modality")
    at = clauses[place].begin - 1
    if at >= 0 and units[at].kind in (DATE, BRACKET):
        at -= 1
    if at >= 0 and units[at].lower in ("in", "on"):
        at -= 1
    if at < 0 or units[at].kind != WORD:
        return None
    lower = units[at].lower
    if lower == "it" and at > 1 and units[at - 1].lower in ("has", "had") and units[at - 2].lower in data["told_by"]:
        return Report(data["told_by"][units[at - 2].lower], units[at - 2])  # "Legend has it that"
    verb = next((each for each in reversed(clauses[max(0, place - 4) : place]) if each.verb == at), None)
    if verb is None and lower in data["told_by"]:
        verdict = _verdict(units, clauses, place, data["verdicts"])
        if verdict is not None:
            return Report(data["verdicts"][verdict.lower], verdict)
        return Report(data["told_by"][lower], units[at])
    if lower not in data["saying"]:
        return None
    if verb is not None and not verb.passive:
        return _report(data["saying"][lower], units, verb)
    return Report(data["saying"][lower], units[at]) if data["saying"][lower] != "asserted" else None


def _verdict(units: list[Unit], clauses: list[Clause], place: int, verdicts: dict[str, str]) -> Unit | None:
    """The word that says afterwards what the report was worth; null where none does."""
    for clause in clauses[place + 1 : place + 3]:
        for unit in units[clause.group : clause.verb + 2]:
            if unit.kind == WORD and unit.lower in verdicts:
                return unit
    return None


def _report(modality: str, units: list[Unit], saying: Clause) -> Report:
    """A report by the subject of its verb; a speaker told by a pronoun is left to who reads on."""
    speaker = None
    if saying.subject is not None:
        first, last = saying.subject
        while first < last and units[first].lower in ("the", "a", "an", "that", "some"):
            first += 1
        while last > first and units[last - 1].kind == BRACKET:
            last -= 1
        if last - first > 1 and units[last - 1].kind == NAME and units[first].lower in ("his", "her", "their"):
            first = last - 1  # "her colleague Agnes Toft"
        words = units[first:last]
        if words and not (len(words) == 1 and words[0].lower in _PRONOUNS):
            speaker = Span(words[0].start, words[-1].end)
    return Report(modality, units[saying.verb], speaker)


_PRONOUNS = {"he", "she", "they", "it", "who", "which", "that", "i", "we"}


def _said_to(units: list[Unit], clauses: list[Clause], place: int) -> Report | None:
    """``was said by the prosecutor to have plotted`` · ``a plan to make him ambassador``."""
    data = lexicon.load("modality")
    clause = clauses[place]
    at = clause.group - 1
    if at >= 0 and units[at].kind == WORD and units[at].lower in data["plans"]:
        return Report(data["plans"][units[at].lower], units[at])
    before = clauses[place - 1] if place else None
    is_meant = before is not None and data["governors"].get(units[before.verb].lower) == "planned"
    if before is not None and is_meant and before.connector == "that" and not before.passive:
        return _before_that(units, clauses, place - 1)  # "the charge that he had planned to poison the queen"
    if before is None or not before.passive:
        return None
    modality = data["governors"].get(units[before.verb].lower)
    if modality is None or modality in ("asserted", "planned"):
        return None
    speaker = None
    if units[before.verb + 1].lower == "by" and clause.group - before.verb > 2:
        words = units[before.verb + 2 : clause.group]
        while words and words[0].lower in ("the", "a", "an", "his", "her", "some"):
            words = words[1:]
        speaker = Span(words[0].start, words[-1].end) if words and len(words) < 8 else None
    return Report(modality, units[before.verb], speaker)


def _according_to(units: list[Unit], clauses: list[Clause], place: int) -> Report | None:
    """``According to the chronicler Panaretos, he was poisoned``: the words up to the comma say it."""
    if place or [unit.lower for unit in units[:2]] != ["according", "to"]:
        return None
    limit = clauses[place].begin if clauses[place].begin > 2 else clauses[place].group
    end = next((at for at in range(2, min(limit + 1, 16)) if at < len(units) and units[at].lower == ","), None)
    if end is None or end < 3:
        return None
    first = 2
    while first < end and units[first].lower in ("the", "a", "an", "his", "her", "some"):
        first += 1
    named = [unit for unit in units[first:end] if unit.kind == NAME]
    span = Span(units[first].start, units[end - 1].end) if first < end else None
    if named and units[first].kind == WORD and units[end - 1] is named[-1]:
        span = Span(named[-1].start, named[-1].end)  # "the chronicler Panaretos"
    return Report("alleged", units[0], span)


def under_report(statement: Statement, report: Report) -> Statement:
    """A statement as its report tells it."""
    if statement.event_type == "statement":
        return statement
    modality = report.modality if statement.modality == "asserted" else statement.modality
    if report.modality == "asserted" and report.speaker is None:
        return statement
    return replace(statement, modality=modality, parts=(*statement.parts, *report.parts()))


_REACH = 14


def end_of_deed(setting: Setting, report: Report, following: list[Clause]) -> int | None:
    """Where the words of a reported deed end, from its verb on; null where they say nothing."""
    clause, units = setting.clause, setting.units
    word = report.word.start
    judged = next(
        (
            each
            for each in following
            if units[each.group].start <= word <= units[min(each.verb + 1, len(units) - 1)].start
        ),
        None,
    )
    limit = max(clause.end, judged.group) if judged is not None else clause.end
    if report.word.start < units[clause.begin].start and following and following[0].connector is None:
        limit = following[0].group  # "the charge that he had poisoned the queen was fabricated"
    end = clause.verb + 1
    while end < min(limit, clause.verb + _REACH) and not (
        units[end].kind == MARK or units[end].kind == DATE or units[end].lower in ("and", "but", "who", "which", "when")
    ):
        end += 1
    while end > clause.verb + 1 and units[end - 1].lower in (
        "in",
        "on",
        "since",
        "from",
        "by",
        "at",
        "to",
        "of",
        "is",
        "was",
    ):
        end -= 1
    if units[end - 1].lower in lexicon.words("words", "determiners"):
        return None  # what was done to whom has been lost
    if not any(unit.kind in (WORD, NAME, QUOTE) and unit.lower not in _EMPTY for unit in units[clause.verb + 1 : end]):
        return None
    return end


def read_reported_action(setting: Setting, who: list[Who], report: Report, following: list[Clause]) -> list[Statement]:
    """What a reported clause says somebody did, where no frame knows its verb: the deed in its own words.

    ``following`` are the clauses behind: up to the verb of the one that judges the report, the words are the deed's.
    """
    clause, units = setting.clause, setting.units
    verb = units[clause.verb]
    if (
        report.modality == "asserted" or len(who) != 1 or clause.passive or clause.negated
        or verb.lower in lexicon.words("words", "auxiliaries") or verb.lower in lexicon.words("words", "no_action")
        or verb.lower in lexicon.load("modality")["saying"]
    ):  # fmt: skip
        return []
    if following and following[0].kind == INFINITIVE and following[0].group == clause.verb + 1:
        return []  # "that he had planned to poison the queen": the deed is the infinitive's
    end = end_of_deed(setting, report, following)
    if end is None:
        return []
    deed = Span(verb.start, units[end - 1].end)
    date = next((unit for unit in units[end : min(clause.end, end + 3)] if unit.kind == DATE), None)
    dated = date.dated if date is not None else None
    parts = [Part("trigger", Span(verb.start, verb.end)), *who[0].parts(setting.text), Part("object", deed)]
    parts += [*report.parts(), *(dated.parts(setting.offset) if dated is not None else ())]
    stood = [deed, *([dated.span] if dated is not None else [])]
    if who[0].span is not None and who[0].span.start >= units[0].start:
        stood.append(who[0].span)
    quote = Span(min(each.start for each in stood), max(each.end for each in stood))
    told = Statement(
        "action", who[0].name, quote, tuple(parts), "reports.deed", round(0.78 + who[0].sure, 3),
        modality=report.modality, when=dated.when if dated is not None else None,
    )  # fmt: skip
    return with_amounts(setting.text, [told], deed.end)


_EMPTY = {"him", "her", "it", "them", "so", "this", "that", "in", "to", "at", "there", "himself", "herself"}
