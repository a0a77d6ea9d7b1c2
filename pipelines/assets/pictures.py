"""Pictures for the UI: the life with most dated events, its events in lanes by family."""

import base64
from collections.abc import Sequence
from importlib import resources
from typing import Any, NamedTuple

from pipelines.dates.calendars import day_from_ymd, ymd_from_day
from warehouse.contract.types import Day

LIFE = """
select
    person,
    family,
    label,
    date_diff('day', date '1970-01-01', date_earliest) as first_day,
    date_diff('day', date '1970-01-01', date_latest) as last_day
from $table
where date_earliest is not null and date_latest is not null and person_id = (
    select person_id from $table
    where date_earliest is not null and date_latest is not null and person_id is not null
    group by person_id order by count(*) desc, person_id limit 1
)
order by date_earliest, date_latest, label
"""
"""The events to draw: of ``timeline``, one person's; days as numbers, since Python's own end at the year 1."""

_WIDTH = 900
_LEFT = 130
_LANE = 22
_TOP = 52
_COLOURS = ("#8c2f39", "#33658a", "#4f772d", "#b5651d", "#5e548e", "#2a7f7f", "#7a6c5d", "#a23b72")


class Mark(NamedTuple):
    """An event as drawn: from where, how wide, and its words."""

    x: float
    width: float
    label: str


def draw_life(events: Sequence[dict[str, Any]]) -> str:
    """One person's events as an SVG; ``events`` have person, family, label, first_day and last_day, in days from
    1970-01-01.

    An event is as wide as its bounds are apart, so that what is uncertain looks so.
    """
    from jinja2 import Environment

    first = min(int(event["first_day"]) for event in events)
    last = max(int(event["last_day"]) for event in events) + 1
    scale = (_WIDTH - _LEFT - 24) / max(last - first, 1)
    families = sorted({event["family"] for event in events})
    lanes = []
    for number, family in enumerate(families):
        marks = [
            Mark(
                round(_LEFT + (int(event["first_day"]) - first) * scale, 1),
                round(max((int(event["last_day"]) - int(event["first_day"])) * scale, 3), 1),
                event["label"],
            )
            for event in events
            if event["family"] == family
        ]
        lanes.append(
            {"family": family, "y": _TOP + number * _LANE, "colour": _COLOURS[number % len(_COLOURS)], "marks": marks}
        )
    years = range(ymd_from_day(Day(first))[0], ymd_from_day(Day(last))[0] + 1)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500) if len(years) / step <= 14 or step == 500)
    ticks = [
        {"year": year if year > 0 else f"{1 - year} BC", "x": round(_LEFT + (day - first) * scale, 1)}
        for year in years
        if year % step == 0 and (day := day_from_ymd(year, 1, 1)) >= first
    ]
    template = Environment(autoescape=True).from_string(
        (resources.files("pipelines.assets") / "life.svg").read_text("utf-8")
    )
    return template.render(
        person=events[0]["person"], ticks=ticks, lanes=lanes, width=_WIDTH, height=_TOP + len(families) * _LANE + 20
    )


def to_markdown(svg: str) -> str:
    """An SVG as an image within Markdown, which is what the UI shows."""
    return f"![a life](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"
