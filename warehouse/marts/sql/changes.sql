-- One row a change of one claim, with what became of the claims' columns; relocations too.
select
    tx,
    recorded_at,
    action,
    cause,
    claim_id,
    source_path,
    event_type,
    subject_text,
    object_text,
    date_text,
    date_edtf,
    columns_changed,
    quote
from claim_history
