"""What stands behind an office: where an envoy is sent, the region of a mayor's town, what else somebody was."""

from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.tokens import NAME
from pipelines.claims.statement import Span

_SENT = {
    "delegate",
    "deputy",
    "envoy",
    "ambassador",
    "representative",
    "legate",
    "nuncio",
    "plenipotentiary",
    "observer",
}


def is_sent_to(complements: Complements, phrase: Phrase) -> bool:
    """``a delegate to the 16th Congress of the Party``: whom a named country, court or congress receives."""
    at = complements.index(phrase) + 1
    following = complements.phrases[at] if at < len(complements.phrases) else None
    if following is None or following.slot != "to" or following.link:
        return False
    return phrase.head in _SENT and any(unit.kind == NAME for unit in following.units)


def _is_region_behind(phrase: Phrase) -> bool:
    """``Mayor of Boston, Lincolnshire, in 1925``: a name between commas that only says where the town lies."""
    is_lone = phrase.link == "," and len(phrase.units) == 1 and phrase.first.kind == NAME and not phrase.article
    return is_lone and is_place_like(phrase) and not any(fits(phrase, kind) for kind in ("office", "job", "membership"))


def further_predicates(complements: Complements, span: Span) -> list[Phrase]:
    """The predicates of the same ``was`` behind one, so that a date behind them is not its own."""
    behind = [each for each in complements.slot("") if each.span.start >= span.end and each.link != "run"]
    return [each for each in behind if not _is_region_behind(each)]
