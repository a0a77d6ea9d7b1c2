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
    date_earliest,
    date_latest,
    settled_year(date_earliest, date_latest) as date_year,
    settled_month(date_earliest, date_latest) as date_month,
    settled_day(date_earliest, date_latest) as date_day,
    columns_changed,
    quote
from claim_history
