-- The versions to read: received, whole, no doubles, and not yet read by this code; or, where a run reads only some
-- sources, those of them, read by this code or not.
with
kept as (
    select sha256, min(tx) as content_tx from log_contents group by sha256
)
select
    accessions.source_id,
    accessions.path,
    accessions.member,
    accessions.version,
    accessions.sha256,
    accessions.byte_count,
    kept.content_tx,
    case
        when readings.source_id is null then 'new source'
        when readings.version <> accessions.version then 'new version'
        when readings.fingerprint <> $fingerprint then 'newer reading'
        when accessions.action in ('moved', 'returned') and readings.tx < accessions.last_tx then 'moved'
        else 'newer reading'
    end as cause
from current_accessions as accessions
join kept on kept.sha256 = accessions.sha256
left join current_readings as readings using (source_id)
where accessions.action <> 'withdrawn'
    and accessions.duplicate_of is null
    and accessions.problem is null
    and (len($only) = 0 or exists (
        from unnest($only) as wanted(pattern)
        where accessions.path glob pattern or accessions.path = pattern or starts_with(accessions.path, pattern || '/')
            -- a member of a container is named as if the container were a folder
            or accessions.path || '/' || accessions.member glob pattern
            or accessions.path || '/' || accessions.member = pattern
    ))
    and (
        len($only) > 0
        or readings.source_id is null
        or readings.version <> accessions.version
        or readings.fingerprint <> $fingerprint
        -- moved, or back again: the claims name the path, or were retracted
        or (accessions.action in ('moved', 'returned') and readings.tx < accessions.last_tx)
    )
-- as their bytes lie in the log, so that each batch reads a stretch of it
order by kept.content_tx, accessions.path, accessions.member, accessions.source_id
