"""Laws of ``passages``: they tile their source."""

from expectations.law import Law

LAWS = (
    Law(
        "passages",
        "passages_tile",
        "The passages of a source follow one another without gap or overlap, from 0.",
        "error",
        """
        select passage_id as row_key, 'begins at ' || passage_start || ', expected ' || expected as reason
        from (
            select
                passage_id, passage_start, ordinal,
                coalesce(lag(passage_end) over (partition by source_id order by ordinal), 0) as expected,
                row_number() over (partition by source_id order by ordinal) - 1 as place
            from {batch}
        )
        where passage_start <> expected or ordinal <> place
        """,
        "passages_tile",
    ),
    Law(
        "passages",
        "text_has_its_length",
        "The words of a passage are as long as its offsets say.",
        "error",
        """
        select passage_id as row_key, length(text) || ' characters' as reason
        from {batch}
        where length(text) <> passage_end - passage_start
        """,
        "passages_tile",
    ),
)
