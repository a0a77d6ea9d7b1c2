-- No statement is told twice of the same words.
-- severity: warning
-- of one source
select claim_id as row_key, concat_ws(' ', event_type, subject_text, object_text, date_text) as reason
from claims
qualify row_number() over (
    partition by source_id, quote_start, quote_end, event_type, coalesce(subtype, ''), modality, subject_text,
        coalesce(object_text, ''), coalesce(place_text, ''), coalesce(date_text, ''), coalesce(figure_text, '')
    order by claim_id
) > 1
