"""What somebody is to somebody by a word and ``of`` or ``to``: ``an adviser to X and Y``, ``a pupil of X``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.dating import date_of
from pipelines.claims.prose.kinds import Phrase
from pipelines.claims.prose.phrases import Complements, person_of
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import NAME, index_of
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_PRIVATE = frozenset(
    [
        *("friend", "pupil", "disciple", "lover", "mistress", "companion", "protégé", "follower", "admirer"),
        *("student", "apprentice"),
    ]
)
"""What one is to a person only, so that a lone name is somebody's."""


def read_associate(
    discourse: Discourse,
    text: str,
    who: Who,
    phrase: Phrase,
    complements: Complements,
    setting: Setting | None = None,
) -> list[Statement]:
    """``an adviser to X and Y`` · ``a pupil of X``: the one is to the other what the word says."""
    subtype = lexicon.load("heads")["associates"].get(phrase.head)
    if subtype is None:
        return []
    named = [unit for unit in phrase.units if unit.kind == NAME] if any(u.lower == "of" for u in phrase.units) else []
    at = complements.index(phrase) + 1
    for following in complements.phrases[at:]:
        if (not named and following.slot != "to") or following.slot not in ("to", phrase.slot):
            break
        unit = person_of(following)
        if unit is None or following.link == ",":
            break
        named.append(unit)
    made: list[Statement] = []
    for unit in named[:4]:
        is_private = phrase.head in _PRIVATE
        other = discourse.resolve_owner(unit) if is_private else discourse.resolve_name(unit)
        if other is None or other.span is None or other.name == who.name:
            return made
        words = text[other.span.start : other.span.end]
        if other.person is None and len(words.split()) < 2 and other.span.start == unit.start and not is_private:
            return made
        head = next(u for u in phrase.units if u.lower.split()[-1] == phrase.head)
        parts = (
            Part("trigger", Span(head.start, head.end)),
            *who.parts(text),
            Part("object", other.span, None, other.name if words != other.name else None),
        )
        dated: Dated | None = None
        if setting is not None:
            dated, date_parts, _ = date_of(setting, complements, "association", is_person=True)
            parts = (*parts, *date_parts)
        stood = [part.span for part in parts if part.span is not None and part.part == "date"]
        begin = min(phrase.span.start, who.span.start if who.span is not None else head.start)
        quote = Span(min([begin, *(s.start for s in stood)]), max([other.span.end, *(s.end for s in stood)]))
        made.append(
            Statement(
                "association", who.name, quote, parts, "prose.associate_of", round(0.9 + who.sure, 3), subtype=subtype,
                when=dated.when if dated is not None else None,
            )
        )  # fmt: skip
    return made


def read_his_associate(
    discourse: Discourse, setting: Setting, who: Who, phrase: Phrase, complements: Complements
) -> list[Statement]:
    """``Karl Lund was his teacher`` · ``became her coach in 1984``: whose he is, the pronoun says."""
    known = lexicon.load("heads")["associates"]
    subtype = known.get(phrase.head) or ("other" if phrase.head in lexicon.words("heads", "of_somebody") else None)
    at = index_of(setting.units, phrase.first) - 1
    while at > setting.clause.verb and setting.units[at].lower not in ("his", "her"):
        at -= 1
    if subtype is None or phrase.article not in ("his", "her") or at <= setting.clause.verb:
        return []
    named = who.span or next(iter(who.antecedents), None)
    if named is None:
        return []
    owner = discourse.resolve_pronoun(setting.units[at], None)
    if owner is None or owner.name == who.name or any(unit.kind == NAME for unit in phrase.units):
        return []
    dated, date_parts, _ = date_of(setting, complements, "association", is_person=True)
    words = setting.text[named.start : named.end]
    head = phrase.units[-1] if phrase.units[-1].lower.split()[-1] == phrase.head else phrase.first
    parts = (
        Part("trigger", Span(head.start, head.end)), *owner.parts(setting.text),
        Part("object", named, None, who.name if words != who.name else None), *date_parts,
    )  # fmt: skip
    first = setting.units[0].start
    stood = [each.span for each in parts if each.span is not None and each.part not in ("antecedent", "date_anchor")]
    stood = [span for span in stood if span.start >= first] + [phrase.span]
    quote = Span(min(span.start for span in stood), max(span.end for span in stood))
    return [
        Statement(
            "association", owner.name, quote, parts, "prose.his_associate", round(0.88 + owner.sure, 3),
            subtype=subtype, when=dated.when if dated is not None else None,
        )
    ]  # fmt: skip
