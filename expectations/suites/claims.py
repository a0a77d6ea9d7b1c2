"""Laws of ``claims``: where their words stand, what their dates mean, that each belongs to one event."""

from expectations.law import Law

_TEXTS = "texts as (select source_id, string_agg(text, '' order by ordinal) as text from passages group by source_id)"

LAWS = (
    Law(
        "claims",
        "quote_stands_at_its_offsets",
        "Every quote stands word for word at its offsets in the text as archived.",
        "error",
        f"""
        with {_TEXTS}
        select judged.claim_id as row_key, judged.quote as reason
        from {{batch}} as judged
        left join texts using (source_id)
        where substr(texts.text, judged.quote_start + 1, judged.quote_end - judged.quote_start)
            is distinct from judged.quote
        """,
        "quotes_stand_where_they_say",
    ),
    Law(
        "claims",
        "quote_begins_in_its_passage",
        "Every quote begins in the passage the claim names.",
        "error",
        """
        select judged.claim_id as row_key, judged.passage_id as reason
        from {batch} as judged
        join passages using (passage_id)
        where judged.quote_start < passages.passage_start or judged.quote_start >= passages.passage_end
            or passages.source_id <> judged.source_id
        """,
        "quotes_stand_where_they_say",
    ),
    Law(
        "claims",
        "digest_is_the_sources",
        "Every claim names the path, version and digest of its source's latest version.",
        "error",
        """
        select judged.claim_id as row_key, judged.source_path as reason
        from {batch} as judged
        join sources using (source_id)
        where judged.source_sha256 <> sources.sha256 or judged.source_version <> sources.version
            or judged.source_path <> sources.path
        """,
        "every_claim_has_its_source",
    ),
    Law(
        "claims",
        "source_is_normalized",
        "No claim rests on a source that is quarantined, doubled or withdrawn.",
        "error",
        """
        select judged.claim_id as row_key, sources.status as reason
        from {batch} as judged
        join sources using (source_id)
        where sources.status <> 'normalized'
        """,
        "every_claim_has_its_source",
    ),
    Law(
        "claims",
        "belongs_to_one_event",
        "Every claim belongs to exactly one event.",
        "error",
        """
        select judged.claim_id as row_key, count(event_claims.event_id) || ' events' as reason
        from {batch} as judged
        left join event_claims using (claim_id)
        group by judged.claim_id
        having count(event_claims.event_id) <> 1
        """,
        "belongs_to_one_event",
    ),
    Law(
        "claims",
        "bounds_are_those_of_the_edtf",
        "The bounds of every date are those its EDTF has.",
        "error",
        """
        select judged.claim_id as row_key, judged.date_edtf as reason
        from {batch} as judged
        left join edtf_bounds on edtf_bounds.edtf = judged.date_edtf
        where judged.date_edtf is not null and (
            edtf_bounds.edtf is null
            or edtf_bounds.earliest is distinct from judged.date_earliest
            or edtf_bounds.latest is distinct from judged.date_latest
        )
        """,
        "dates_mean_what_they_say",
    ),
    Law(
        "claims",
        "precision_fits_the_bounds",
        "A date of precision day is one day, of precision month at most 31 days, of precision year at most 366.",
        "error",
        """
        select claim_id as row_key, date_precision || ' ' || date_edtf as reason
        from {batch}
        where date_latest - date_earliest
                > case date_precision when 'day' then 0 when 'month' then 30 when 'year' then 365 end
            and date_edtf not like '[%'
        """,
        "dates_mean_what_they_say",
    ),
    Law(
        "claims",
        "date_words_are_read",
        "Every date's words were understood.",
        "warning",
        """
        select claim_id as row_key, date_text as reason
        from {batch}
        where date_text is not null and date_edtf is null
        """,
        "date_words_are_read",
    ),
    Law(
        "claims",
        "subtype_belongs_to_its_type",
        "A subtype stands only with the event type it belongs to.",
        "error",
        """
        select claim_id as row_key, event_type || ' ' || subtype as reason
        from {batch}
        where subtype is not null
            and event_type not in ('kinship', 'residence', 'attribute', 'membership', 'departure', 'rehabilitation',
                'association')
        """,
        "subtype_belongs_to_its_type",
    ),
    Law(
        "claims",
        "confidence_is_a_share",
        "Every confidence lies between 0 and 1.",
        "error",
        "select claim_id as row_key, confidence::varchar as reason from {batch} where confidence not between 0 and 1",
        "confidence_is_a_share",
    ),
)
