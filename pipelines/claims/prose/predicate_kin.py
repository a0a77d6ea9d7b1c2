"""Kin told of with ``was``: ``was the son of X and Y``; and the statement that any predicate makes."""

from pipelines.claims.prose.kin_names import INVERSE
from pipelines.claims.prose.kinds import Phrase, is_head
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import NAME, WORD
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def read_kinship(
    discourse: Discourse, setting: Setting, who: Who, phrase: Phrase, complements: Complements, subtype: str
) -> list[Statement]:
    """``was the son of X and Y``: for the subject, X and Y are the parents."""
    text = setting.text
    made = []
    run = complements.slot("")
    place = run.index(phrase)
    named = [unit for unit in phrase.units if unit.kind == NAME]
    for following in run[place + 1 :]:
        last = following.units[-1]
        is_titled = last.kind == NAME and len(last.lower.split()) > 1 and following.article == "the"
        if following.link == "and" and len(following.units) > 1 and _is_calling(following) and len(named) == 1:
            continue  # "son of Karl Lund, a miller and Methodist preacher, and Ellen Ward"
        if following.link == "and" and (following.first.kind == NAME or is_titled):
            named.append(last if is_titled else following.first)  # "and the athlete Mariama Kamara"
        elif following.link == "," and following.first.kind == WORD and _is_calling(following) and len(named) == 1:
            continue  # "son of James Kerr, minister of Muckhart, and Elspeth Drummond"
        else:
            break
    for following in complements.phrases[complements.index(phrase) + 1 :]:
        if following.slot == "of" and following.first.kind == NAME and len(named) == 1:
            named.append(following.first)  # "child of the boyar X and of Y"
    for unit in named[:2]:
        other = discourse.resolve_name(unit)
        behind = phrase.units[phrase.units.index(unit) + 1 :] if unit in phrase.units else []
        if other is None and not (behind and behind[0].kind == WORD):
            other = discourse.resolve_owner(unit)  # "a son of the high chief Keawe"
        if other is None or other.span is None or other.name == who.name:
            continue
        if len(behind) > 1 and behind[0].lower == "of" and behind[1].kind == NAME and " " not in other.name.strip():
            whole = Span(other.span.start, behind[1].end)  # "daughter of Count Burchard of Querne"
            other = Who(text[whole.start : whole.end], None, whole)
        at = other.span or phrase.span
        words = text[at.start : at.end]
        head = next(u for u in phrase.units if u.lower.split()[-1] == phrase.head)
        parts = [
            Part("trigger", Span(head.start, head.end)), *who.parts(text),
            Part("object", at, None, other.name if words != other.name else None),
        ]  # fmt: skip
        made.append(make_predicate(setting, who, "kinship", INVERSE[subtype], "predicate.kin", 0.92, parts, None))
    return made


def is_called(complements: Complements, phrase: Phrase) -> bool:
    """``was a Nigerian bishop`` · ``was an abolitionist, Methodist minister and editor``: a calling, no office held."""
    is_listed = phrase.link == "," and not phrase.article and complements.slot("")[0].article in ("a", "an")
    return (phrase.article in ("a", "an") or is_listed) and not any(unit.lower == "of" for unit in phrase.units)


def names_behind(complements: Complements, phrase: Phrase) -> bool:
    """``his brother was the lawyer and poet Karl Lund``: whether a name stands behind the second calling."""
    behind = complements.phrases[complements.index(phrase) + 1 :][:1]
    return any(each.link == "and" and each.units[-1].kind == NAME for each in behind)


def _is_calling(phrase: Phrase) -> bool:
    return any(is_head(phrase.head, key) for key in ("job", "office", "occupation"))


def make_predicate(
    setting: Setting, who: Who, event: str, subtype: str | None, rule: str, confidence: float, parts: list[Part],
    dated: Dated | None,
) -> Statement:  # fmt: skip
    """The statement of one predicate, its quote from its first part to its last."""
    first = setting.units[0].start
    spans = [
        part.span for part in parts
        if part.span is not None and part.part not in ("antecedent", "date_anchor") and part.span.start >= first
    ]  # fmt: skip
    quote = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Statement(
        event, who.name, quote, tuple(parts), rule, round(confidence + who.sure, 3), subtype=subtype,
        modality=setting.modality, when=dated.when if dated is not None else None,
    )  # fmt: skip
