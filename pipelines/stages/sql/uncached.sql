-- The versions that stand as read by this code (by any, where none is given), but whose passages have been forgotten.
with
kept as (
    select sha256, min(tx) as content_tx from log_contents group by sha256
)
select
    readings.source_id,
    accessions.path,
    accessions.member,
    readings.version,
    accessions.sha256,
    accessions.byte_count,
    kept.content_tx,
    null::varchar as cause
from current_readings as readings
join current_accessions as accessions using (source_id, version)
join kept on kept.sha256 = accessions.sha256
anti join cached_known on cached_known.source_id = readings.source_id and cached_known.version = readings.version
where readings.status = 'normalized'
    and accessions.action <> 'withdrawn'
    and accessions.duplicate_of is null
    and accessions.problem is null
    and readings.fingerprint = coalesce($fingerprint, readings.fingerprint)
order by kept.content_tx, accessions.path, accessions.member, readings.source_id
