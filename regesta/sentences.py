"""Claims and changes of claims as sentences for people. Words from sources are made plain before they are shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from regesta.text import to_plain

_SHOWN = 120


def _cut(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def tell_claim(claim: Mapping[str, Any]) -> str:
    """What a claim states: ``tenure of Alexey Kuznetsov: First Secretary, Leningrad, 1945–1946``."""
    subtype = f" ({claim['subtype']})" if claim["subtype"] else ""
    details = [claim[name] for name in ("object_text", "place_text", "date_text", "figure_text") if claim[name]]
    told = f"{claim['event_type']}{subtype} of {claim['subject_text']}"
    return _cut(to_plain(f"{told}: {', '.join(details)}" if details else told))


def tell_columns(changed: Sequence[Mapping[str, Any]]) -> str:
    """What changed in a claim: ``date_edtf 1905 → 1905-02; place_text nothing → Borovichi``."""

    def value(words: str | None) -> str:
        return "nothing" if words is None else _cut(to_plain(words))

    return "; ".join(f"{one['column_name']} {value(one['before'])} → {value(one['after'])}" for one in changed)
