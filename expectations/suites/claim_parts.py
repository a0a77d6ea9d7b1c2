"""Laws of ``claim_parts``: their words stand where they say."""

from expectations.law import Law

LAWS = (
    Law(
        "claim_parts",
        "part_stands_at_its_offsets",
        "The words of every part stand at their offsets in the text as archived.",
        "error",
        """
        with texts as (select source_id, string_agg(text, '' order by ordinal) as text from passages group by source_id)
        select judged.claim_id || ' ' || judged.ordinal as row_key, judged.text as reason
        from {batch} as judged
        join claims using (claim_id)
        left join texts using (source_id)
        where judged.part_start is not null
            and substr(texts.text, judged.part_start + 1, judged.part_end - judged.part_start)
                is distinct from judged.text
        """,
        "parts_stand_where_they_say",
    ),
    Law(
        "claim_parts",
        "part_is_numbered",
        "The parts of a claim are numbered from 0 without gaps.",
        "error",
        """
        select claim_id as row_key, count(*) || ' parts up to ' || max(ordinal) as reason
        from {batch}
        group by claim_id
        having max(ordinal) <> count(*) - 1 or min(ordinal) <> 0
        """,
        "parts_stand_where_they_say",
    ),
)
