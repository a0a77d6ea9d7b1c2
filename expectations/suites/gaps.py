"""Laws of ``gaps``: each lies in its passage."""

from expectations.law import Law

LAWS = (
    Law(
        "gaps",
        "gap_lies_in_its_passage",
        "Every gap lies within the passage it is said to stand in.",
        "error",
        """
        select judged.gap_id as row_key, passages.passage_id as reason
        from {batch} as judged
        join passages using (passage_id)
        where judged.gap_start < passages.passage_start or judged.gap_end > passages.passage_end
        """,
        "gap_lies_in_its_passage",
    ),
)
