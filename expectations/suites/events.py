"""Laws of ``events``: their counts, their preferred claim; and of lives, which sources may break."""

from expectations.law import Law

LAWS = (
    Law(
        "events",
        "counts_are_those_of_its_claims",
        "An event counts as many claims as belong to it, and its preferred claim is one of them.",
        "error",
        """
        select judged.event_id as row_key, judged.claim_count || ' claims, ' || count(event_claims.claim_id) as reason
        from {batch} as judged
        left join event_claims using (event_id)
        group by judged.event_id, judged.claim_count, judged.preferred_claim_id
        having judged.claim_count <> count(event_claims.claim_id)
            or not coalesce(bool_or(event_claims.claim_id = judged.preferred_claim_id), false)
        """,
        "counts_are_those_of_its_claims",
    ),
    Law(
        "events",
        "lives_are_of_human_length",
        "Nobody lives longer than 120 years.",
        "warning",
        """
        select deaths.event_id as row_key, births.date_edtf || ' to ' || deaths.date_edtf as reason
        from {batch} as deaths
        join events as births on births.subject_id = deaths.subject_id and births.event_type = 'birth'
        where deaths.event_type = 'death'
            and date_diff('year', births.date_latest, deaths.date_earliest) > 120
        """,
        "lives_are_possible",
    ),
    Law(
        "events",
        "offices_are_held_from_fourteen",
        "Nobody holds an office before the age of 14 (hereditary ones aside, the reader is probably wrong).",
        "warning",
        """
        select tenures.event_id as row_key, births.date_edtf || ' and ' || tenures.date_edtf as reason
        from {batch} as tenures
        join events as births on births.subject_id = tenures.subject_id and births.event_type = 'birth'
        where tenures.event_type = 'tenure'
            and coalesce(tenures.date_start_latest, tenures.date_latest) < births.date_earliest + interval 14 year
        """,
        "lives_are_possible",
    ),
)
