"""How a clause puts what it says: asserted, alleged, rumoured, planned or denied; null where nothing is stated."""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import INFINITIVE, Clause, causee_of
from pipelines.claims.prose.tokens import NAME, WORD, Unit
from pipelines.claims.statement import Part, Span


def modality_of(units: list[Unit], clause: Clause) -> tuple[str | None, Part | None]:
    """The modality of a clause and the words that give it; ``(None, None)`` where the clause only supposes."""
    data = lexicon.load("modality")
    marked: dict[str, str] = data["adverbs"]
    begin = 0 if clause.begin <= 2 else clause.begin  # "Reportedly, he married"
    for unit in units[begin : min(clause.verb + 2, len(units))]:
        if unit.kind == WORD and unit.lower in marked:
            return marked[unit.lower], Part("attribute", Span(unit.start, unit.end), "modality", marked[unit.lower])
    if clause.negated:
        return "denied", None
    if clause.modal in ("could", "might", "may", "should", "must", "can", "shall"):
        return None, None
    if clause.kind == INFINITIVE:
        return _infinitive(units, clause, data)
    if clause.connector in ("if", "whether") or "whether" in (units[clause.begin].lower, units[clause.begin - 1].lower):
        return None, None
    if clause.modal in ("would", "will") and any(unit.lower in ("if", "unless") for unit in units if unit.kind == WORD):
        return None, None
    if clause.modal == "would" and _supposed(units, clause):
        return None, None
    if units[min(clause.verb, len(units) - 1)].lower == "offered" and any(
        unit.kind == WORD and unit.lower in _REFUSED for unit in units[clause.verb + 1 :]
    ):
        return None, None  # "was offered the chair at Jena but refused it"
    return "asserted", None


def _supposed(units: list[Unit], clause: Clause) -> bool:
    """``Had he lived, he would have been made professor``: a sentence opened by the verb supposes."""
    fronted = units[0].lower in ("had", "were") and clause.group > 0
    return fronted and any(unit.lower == "have" for unit in units[clause.group : clause.verb + 1])


_REFUSED = {"refused", "declined", "rejected", "turned", "refusing", "declining", "rejecting", "turning"}
"""Words by which what was offered was not taken."""


def _infinitive(units: list[Unit], clause: Clause, data: dict[str, dict[str, str]]) -> tuple[str | None, Part | None]:
    """``went on to become`` happened, ``planned to study`` was planned, ``refused to join`` is denied."""
    if causee_of(units, clause) is not None:
        return "asserted", None  # "nominated Holm to be Secretary of State"
    at = clause.group - 1
    steps = 0
    while at >= 0 and steps < 4:
        unit = units[at]
        governing = data["governors"].get(unit.lower) if unit.kind == WORD else None
        if governing is not None:
            if governing == "asserted":
                is_denied = any(each.lower in ("not", "never", "n't") for each in units[max(0, at - 3) : at])
                return (None, None) if is_denied else ("asserted", None)  # "was not allowed to study"
            return governing, Part("attribute", Span(unit.start, unit.end), "modality", governing)
        if unit.lower in ("first", "only", "last", "youngest", "oldest") and unit.kind == WORD:
            return "asserted", None  # "the first woman to hold the office"
        at -= 1
        steps += 1
    if any(unit.lower in _TOGETHER for unit in units[max(0, clause.group - 14) : clause.group]):
        return "asserted", None  # "collaborated with Berg and Lie to organise the fair"
    for back in range(clause.group - 1, max(-1, clause.group - 10), -1):
        if units[back].kind != WORD and units[back].kind != NAME:
            break
        if units[back].lower in ("first", "only", "youngest", "oldest", "last") and units[back].kind == WORD:
            return "asserted", None  # "the first woman in her country to obtain a doctorate"
    while at >= 0 and steps < 12 and units[at].lower not in (";", ":"):
        if units[at].kind == WORD and units[at].lower in data["leaving"]:
            return "asserted", None  # "left the Foreign Office in 1929 to become professor"
        at -= 1
        steps += 1
    return None, None


_TOGETHER = {"collaborated", "cooperated", "joined", "united", "teamed", "worked"}
"""Verbs of working together, after which an infinitive says what was done."""
