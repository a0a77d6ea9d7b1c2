-- One row a source: what the log recorded of it, and what its last reading found. The subject is resolved later.
select
    accessions.source_id,
    accessions.path,
    accessions.member,
    accessions.version,
    accessions.sha256,
    accessions.byte_count,
    accessions.media_type,
    readings.layout,
    readings.encoding,
    readings.language,
    readings.title,
    null::varchar as subject_id,
    coalesce(accessions.authorship, readings.authorship, 'unstated') as authorship,
    accessions.origin,
    accessions.licence,
    accessions.reference_code,
    readings.notice,
    case
        when accessions.action = 'withdrawn' then 'withdrawn'
        when accessions.duplicate_of is not null then 'duplicate'
        when accessions.problem is not null then 'quarantined'
        else coalesce(readings.status, 'quarantined')
    end as status,
    case
        when accessions.duplicate_of is not null then 'The same bytes as source ' || accessions.duplicate_of || '.'
        when accessions.action <> 'withdrawn' and accessions.problem is null and readings.source_id is null
            then 'It has not been read yet: only some sources were asked for; the next run of all reads it.'
        else coalesce(accessions.problem, readings.problem)
    end as problem,
    accessions.first_tx,
    greatest(accessions.last_tx, coalesce(readings.tx, 0)) as last_tx
from current_accessions as accessions
left join current_readings as readings
    on readings.source_id = accessions.source_id
    and readings.version = accessions.version
    and accessions.action <> 'withdrawn'
