"""Laws of ``contradictions``: each has its sides; those no one has explained are shown."""

from expectations.law import Law

LAWS = (
    Law(
        "contradictions",
        "has_two_sides",
        "Every contradiction has claims on at least two sides.",
        "error",
        """
        select judged.contradiction_id as row_key, count(contradiction_claims.claim_id) || ' claims' as reason
        from {batch} as judged
        left join contradiction_claims using (contradiction_id)
        group by judged.contradiction_id
        having count(contradiction_claims.claim_id) < 2
        """,
        "has_two_sides",
    ),
    Law(
        "contradictions",
        "lives_are_in_order",
        "No source's dates put an event of a life before the birth, after the death, or before what must precede it.",
        "warning",
        "select contradiction_id as row_key, evidence as reason from {batch} where kind = 'sequence'",
        "lives_are_in_order",
    ),
)
