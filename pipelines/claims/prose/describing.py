"""Forms in -ing before an office: a part of its name (``acting Minister``) or what leads to it (``becoming mayor``)."""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import NAME, WORD, Unit


def calls_office(units: list[Unit], at: int) -> bool:
    """Whether a form in -ing only describes the office behind it: ``managing director``, ``presiding judge``."""
    following = units[at + 1] if at + 1 < len(units) else None
    if (
        following is None
        or following.kind not in (WORD, NAME)
        or (following.kind == NAME and units[at].lower not in DESCRIBING)
    ):
        return False
    if units[at].lower in _LEADING_TO:
        return False
    said = following.lower.split()[-1]  # "was acting Minister of Trade"
    return any(said in lexicon.words("heads", key) for key in ("office", "rank", "job", "membership"))


_LEADING_TO = {
    "becoming",
    "being",
    "remaining",
    "appointing",
    "electing",
    "naming",
    "making",
    "succeeding",
    "replacing",
}
"""Forms in -ing whose object the office behind them is: ``becoming mayor in 1946``."""


DESCRIBING = {
    "acting", "commanding", "consulting", "contributing", "corresponding", "founding", "managing", "operating",
    "practicing", "practising", "presiding", "prosecuting", "recording", "ruling", "sitting", "supervising",
    "visiting",
}  # fmt: skip
"""Forms in -ing that open an entry as a part of an office: ``prosecuting attorney 1851-53``."""
