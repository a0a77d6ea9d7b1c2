-- The dates in brackets after a name are that person's life, not the time of anything else.
-- severity: warning
-- check: dates_mean_what_they_say
-- of one source
with spans as (
    select claims.claim_id, claims.source_id, claims.event_type, claims.subject_text, claims.date_text,
        claim_parts.part_start, claim_parts.part_end
    from claims
    join claim_parts using (claim_id)
    where claim_parts.part = 'date' and claim_parts.part_start is not null and claims.date_text is not null
),
brackets as (
    select births.source_id, births.part_start as bracket_start, deaths.part_end as bracket_end
    from spans as births
    join spans as deaths
        on deaths.source_id = births.source_id and deaths.subject_text = births.subject_text
        and deaths.part_start between births.part_end and births.part_end + 3
    where births.event_type = 'birth' and deaths.event_type = 'death'
)
select spans.claim_id as row_key, spans.event_type || ' ' || spans.date_text as reason
from spans
semi join brackets
    on brackets.source_id = spans.source_id
    and spans.part_start <= brackets.bracket_start and spans.part_end >= brackets.bracket_end
where spans.event_type not in ('birth', 'death')
