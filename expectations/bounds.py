"""The limits of ``bounds.yml`` as values and as relations. Limits themselves stand there, each with its reason."""

from functools import cache
from importlib import resources
from typing import Any, cast

import yaml


@cache
def read_bounds() -> dict[str, Any]:
    """What ``bounds.yml`` says."""
    return cast(
        dict[str, Any], yaml.safe_load(resources.files("expectations").joinpath("bounds.yml").read_text("utf-8"))
    )


def to_relations() -> dict[str, dict[str, list[Any]]]:
    """The limits as small relations by name, each its columns with their values, as the laws use them."""
    lives = read_bounds()["lives"]
    ages = [(kind, rule["years"]) for rule in lives["youngest"] for kind in rule["event_types"]]
    reading = [
        (
            measure,
            bound["layout"],
            bound["lowest"],
            bound["highest"],
            bound["reason"],
            kept["least_rows"],
            kept["most_change"],
        )
        for measure, kept in read_bounds()["reading"].items()
        for bound in kept["bounds"]
    ]
    return {
        "limits": {
            "longest_life": [lives["longest_life"]["years"]],
            "youngest_parent": [lives["youngest_parent"]["years"]],
            "oldest_parent": [lives["oldest_parent"]["years"]],
            "handover_days": [lives["handover_days"]["days"]],
            "many_seats": [lives["many_seats"]["words"]],
        },
        "youngest": {"event_type": [kind for kind, _ in ages], "years": [years for _, years in ages]},
        "can_precede_birth": {"event_type": lives["can_precede_birth"]["event_types"]},
        "can_follow_death": {"event_type": lives["can_follow_death"]["event_types"]},
        "justice_order": {
            "first_type": [first for first, _ in lives["justice_order"]["pairs"]],
            "second_type": [second for _, second in lives["justice_order"]["pairs"]],
        },
        "measure_bounds": {
            name: [row[place] for row in reading]
            for place, name in enumerate(
                ("measure", "layout", "lowest", "highest", "reason", "least_rows", "most_change")
            )
        },
    }
