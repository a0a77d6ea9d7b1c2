"""What a dated clause tells of somebody where no frame knows its verb: an action with its object, less sure.

Every dated statement is to be read; a verb that no frame gives a meaning still says that somebody did something then.
Without a date, a deed is told for its number: ``gathered 411 signatures``.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.amounts import has_amount, with_amounts
from pipelines.claims.prose.clauses import ADVERBIAL, MAIN
from pipelines.claims.prose.dating import date_of
from pipelines.claims.prose.frames import frame_index
from pipelines.claims.prose.groups import read_body
from pipelines.claims.prose.kinds import Phrase
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import NAME, NUMBER, QUOTE, WORD
from pipelines.claims.statement import Part, Span, Statement

_SURE = 0.74
"""What unseen biographies allow: about three such actions in four are what a reader would note."""


def read_action(setting: Setting, who: list[Who]) -> list[Statement]:
    """The action of an active clause with a date or number, its doers and an object; nothing where one is missing."""
    clause, units = setting.clause, setting.units
    verb = units[clause.verb]
    if (
        len(who) > _MOST or clause.passive or clause.either_voice or clause.negated or clause.quoted
        or clause.kind not in ((MAIN,) if who else (MAIN, ADVERBIAL)) or _has_meaning(verb.lower)
        or verb.lower in lexicon.words("words", "auxiliaries") or verb.lower in lexicon.words("words", "no_action")
    ):  # fmt: skip
        return []
    behind = units[clause.verb + 1 : clause.verb + 2]
    if behind and behind[0].lower in ("him", "her", "them", "by"):
        return []
    if behind and behind[0].lower in ("himself", "herself") and verb.lower in _CALLING:
        return []  # "declared himself a republican"
    complements = setting.complements_from(clause.verb + 1)
    phrase = _object(complements)
    if phrase is None:
        return []
    if setting.text[phrase.span.end : phrase.span.end + 1] == "°":
        return []  # "reached 66° 20'"
    is_counted = has_amount(setting.text, phrase.span, units[min(clause.end, len(units)) - 1].end)
    is_told = any(u.kind in (NAME, NUMBER, QUOTE) for u in phrase.units) or _is_of_weight(phrase)
    if not (is_told or is_counted):
        return []
    if lexicon.load("nouns")["nouns"].get(phrase.head, {}).get("event") in _SAID:
        return []  # "gave an interview": told by its noun
    dated, date_parts, in_quote = date_of(setting, complements, "action", is_person=False)
    is_work = any(frame.event == "publication" for frame in frame_index().get(verb.lower, ()) if not frame.passive)
    is_worth = bool(who) and is_counted and not is_work and phrase.head != "fine"
    if not (in_quote if dated is not None else is_worth):
        return []
    if not who:
        body = read_body(setting.text, units, clause)
        if body is None:
            return []
        who = [body]
    first = units[0].start
    made: list[Statement] = []
    for doer in who:
        parts = [
            Part("trigger", Span(verb.start, verb.end)), *doer.parts(setting.text), Part("object", phrase.span),
            *date_parts,
        ]  # fmt: skip
        stood = [
            part.span for part in parts
            if part.span is not None and part.part not in ("antecedent", "date_anchor") and part.span.start >= first
        ]  # fmt: skip
        quote = Span(min(span.start for span in stood), max(span.end for span in stood))
        made.append(
            Statement(
                "action", doer.name, quote, tuple(parts), "prose.action", round(_SURE + doer.sure, 3),
                modality=setting.modality, when=dated.when if dated is not None else None,
            )
        )  # fmt: skip
    return with_amounts(setting.text, made, units[min(clause.end, len(units)) - 1].end)


_MOST = 3
"""Doers of one deed: of more, who did it is not sure."""


def _is_of_weight(phrase: Phrase) -> bool:
    """``opened a restaurant``: a thing of its own, not what goes with the verb (``lost his way``)."""
    is_light = phrase.head in _LIGHT or phrase.head in lexicon.load("heads")["kin"]  # "lost his wife"
    is_light = is_light or phrase.head in lexicon.words("heads", "health")
    is_definite = phrase.article in ("the", "his", "her", "their", "its") and not is_light
    is_thing = not phrase.head.endswith(("ed", "'s", "ing", "ly"))
    is_one = phrase.article in ("a", "an") and phrase.head not in _NOTHING
    return is_thing and (is_one or (is_definite and phrase.slot == ""))


_NOTHING = frozenset(["life", "family", "living", "impression", "role", "interest", "lot", "number", "part", "place"])
"""What ``a`` makes no thing of: ``led a quiet life``."""

_LIGHT = frozenset(
    [
        *("way", "place", "part", "time", "chance", "opportunity", "temper", "attention", "interest", "idea", "hope"),
        *("breath", "life", "name", "mark", "day", "year", "age", "position", "view", "opinion", "impression", "rest"),
        *("same", "latter", "former", "following", "first", "last", "job", "work", "role", "eye", "eyes", "heart"),
        *("number", "importance", "need", "right", "floor", "lead", "point", "question", "advantage", "back", "trip"),
        *("decision", "feeling", "voice", "situation", "matter", "subject", "influence", "effect", "basis", "case"),
    ]
)
"""What goes with a verb to make one meaning: ``took his time``."""


def _has_meaning(form: str) -> bool:
    """Whether a frame gives the verb a meaning of its own: then this clause fills none, and says something else."""
    return form not in _OF_MANY_MEANINGS and any(
        frame.event in _TOLD for frame in frame_index().get(form, ()) if not frame.after and not frame.passive
    )


_CALLING = frozenset(["declared", "called", "styled", "considered", "proclaimed", "named", "proved", "described"])

_SAID = frozenset(["statement", "correspondence", "testimony"])

_OF_MANY_MEANINGS = frozenset(
    [
        "took",
        "received",
        "led",
        "won",
        "raised",
        "ran",
        "gave",
        "presented",
        "opened",
        "made",
        "handed",
        "brought",
        "removed",
        "offered",
        "signed",
    ]
)
"""Verbs a frame knows in one use of many: ``gave him a degree``, but ``gave $50,000 to the asylum``."""

_TOLD = frozenset(
    ["employment", "membership", "residence", "education", "appointment", "tenure", "marriage", "service"]
)


def _object(complements: Complements) -> Phrase | None:
    """What stands directly behind the verb; else what its first preposition introduces, a place or time apart."""
    direct = complements.slot("")
    if direct:
        at = complements.index(direct[0]) + 1
        behind = complements.phrases[at] if at < len(complements.phrases) else None
        is_more = [unit.lower for unit in direct[0].units] in (["more"], ["fewer"], ["less"], ["upwards"])
        return behind if is_more and behind is not None and behind.slot in ("than", "of") else direct[0]
    for phrase in complements.phrases:
        if phrase.slot in ("against", "for", "with", "into", "from", "to", "of", "on", "by", "through", "as", "over"):
            return phrase if any(unit.kind in (NAME, WORD, QUOTE, NUMBER) for unit in phrase.units) else None
    return None
