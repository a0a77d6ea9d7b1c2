"""Laws of ``citations``: numbers once and in order."""

from expectations.law import Law

LAWS = (
    Law(
        "citations",
        "numbers_are_in_order",
        "The reference numbers of a page stand once and in the order of the page.",
        "error",
        """
        select citation_id as row_key, reference_number || ' after ' || before as reason
        from (
            select
                citation_id, reference_number,
                lag(reference_number) over (partition by source_id order by citation_start) as before
            from {batch}
        )
        where reference_number <= before
        """,
        "numbers_are_in_order",
    ),
)
