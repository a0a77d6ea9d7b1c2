"""The closed lists of words that are stored. A word, once stored, keeps its meaning for ever.

Here stand words and nothing else; what triggers them in a text is data of ``pipelines/lexicon``.
"""

EVENT_TYPES: dict[str, str] = {
    event_type: family
    for family, event_types in {
        "life": "birth death marriage engagement kinship education residence attribute",
        "career": "employment membership appointment tenure departure retirement",
        "honours": "service battle promotion award",
        "justice": "accusation investigation arrest interrogation confession trial sentence imprisonment exile "
        "execution release acquittal expulsion reinstatement rehabilitation testimony purge",
        "public": "statement decision action correspondence publication association",
        "context": "happening",
    }.items()
    for event_type in event_types.split()
}
"""Every event type with the family it belongs to."""

FAMILIES = ("life", "career", "honours", "justice", "public", "context")

SUBTYPES: dict[str, tuple[str, ...]] = {
    "kinship": ("spouse", "child", "parent", "sibling", "in_law", "other"),
    "residence": ("move", "stay"),
    "attribute": (
        "citizenship", "ethnicity", "class", "occupation", "rank", "allegiance", "name", "character", "health",
    ),
    "membership": ("joined", "member", "left"),
    "departure": ("dismissed", "resigned", "transferred", "succeeded", "ended"),
    "rehabilitation": ("party", "judicial"),
    "association": ("patron", "ally", "rival", "adviser", "subordinate", "colleague", "other"),
}  # fmt: skip
"""The subtypes an event type may have; the types not named here have none."""

ALL_SUBTYPES = tuple(sorted({subtype for subtypes in SUBTYPES.values() for subtype in subtypes}))

MODALITIES = ("asserted", "alleged", "fabricated", "denied", "rumoured", "planned")

DATE_PRECISIONS = ("day", "month", "season", "part", "year", "decade", "century", "interval", "open")
DATE_QUALIFIERS = ("approximate", "uncertain", "before", "after")
CALENDARS = ("gregorian", "julian", "unstated")
DATE_BASES = ("explicit", "context", "inferred")

FIGURE_QUALIFIERS = ("over", "under", "nearly", "about", "at_least", "up_to")

PARTS = (
    "trigger", "subject", "antecedent", "object", "place", "date", "date_anchor", "figure", "speaker", "participant",
    "attribute",
)  # fmt: skip

PASSAGE_KINDS = (
    "title", "heading", "name_line", "field", "paragraph", "list_item", "reference", "notice", "debris", "blank",
)  # fmt: skip

GAP_KINDS = ("lost_words", "lost_date", "lost_quotation", "missing_number", "truncated", "empty_reference")

SOURCE_STATUSES = ("normalized", "quarantined", "duplicate", "withdrawn")
AUTHORSHIPS = ("human", "machine", "unstated")

TRANSACTION_KINDS = ("ingestion", "normalization", "ruling", "validation", "fixity check", "deaccession")

SUPPORT_METHODS = ("stated_in", "inline_marker", "matched")

ENTITY_KINDS = ("person", "group", "body", "office", "place", "award", "work", "happening")

EVENT_STATUSES = ("single", "corroborated", "disputed", "settled")
EVENT_PARTS = ("whole", "start", "end")
AGREEMENTS = ("agrees", "refines", "differs")
WITNESS_BASES = ("source", "shared_reference", "copied_words")

CONTRADICTION_KINDS = (
    "date", "duration", "place", "figure", "part_whole", "name", "object", "occurrence", "sequence",
)  # fmt: skip
CONTRADICTION_STRENGTHS = ("impossible", "tension")
EXPLANATIONS = (
    "calendar", "precision", "rounding", "granularity", "different_office", "different_stage", "different_scope",
    "digit_slip", "unexplained",
)  # fmt: skip
CONTRADICTION_STATUSES = ("open", "suggested", "explained", "ruled")

RULING_KINDS = ("merge", "distinct", "split", "prefer", "reject", "correct", "assert", "explain")
RULING_STATUSES = ("active", "withdrawn", "unmatched", "reopened", "refused")

REPLACED_KINDS = ("entity", "event")

SEVERITIES = ("error", "warning")
