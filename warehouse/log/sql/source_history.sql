-- One row a source from one transaction that changed it to the next: what was recorded, and what its reading had found.
with
moments as (
    select source_id, tx from log_accessions
    union
    select source_id, tx from log_readings
),
recorded as (
    select
        moments.tx,
        lead(moments.tx) over (partition by moments.source_id order by moments.tx) as until_tx,
        min(moments.tx) over (partition by moments.source_id) as first_tx,
        accessions.* exclude (tx)
    from moments
    asof join log_accessions as accessions
        on accessions.source_id = moments.source_id and accessions.tx <= moments.tx
),
ceased as (
    select source_id, tx as ceased_tx
    from log_accessions
    where action = 'withdrawn' or duplicate_of is not null or problem is not null
),
last_reading as (
    select recorded.source_id, recorded.tx, readings.tx as reading_tx
    from recorded
    asof join log_readings as readings
        on readings.source_id = recorded.source_id and readings.tx <= recorded.tx
),
standing_reading as (
    -- a reading stands until its source ceases to count, or another version takes its place
    select last_reading.source_id, last_reading.tx, last_reading.reading_tx
    from last_reading
    asof left join ceased on ceased.source_id = last_reading.source_id and ceased.ceased_tx <= last_reading.tx
    where ceased.ceased_tx is null or ceased.ceased_tx < last_reading.reading_tx
)
select
    recorded.tx,
    recorded.until_tx,
    recorded.source_id,
    recorded.path,
    recorded.member,
    recorded.version,
    recorded.sha256,
    recorded.byte_count,
    recorded.media_type,
    readings.layout,
    readings.encoding,
    readings.language,
    readings.title,
    null::varchar as subject_id,
    coalesce(recorded.authorship, readings.authorship, 'unstated') as authorship,
    recorded.origin,
    recorded.licence,
    recorded.reference_code,
    readings.notice,
    case
        when recorded.action = 'withdrawn' then 'withdrawn'
        when recorded.duplicate_of is not null then 'duplicate'
        when recorded.problem is not null then 'quarantined'
        else coalesce(readings.status, 'quarantined')
    end as status,
    case
        when recorded.duplicate_of is not null then 'The same bytes as source ' || recorded.duplicate_of || '.'
        else coalesce(recorded.problem, readings.problem)
    end as problem,
    recorded.first_tx,
    recorded.tx as last_tx
from recorded
left join standing_reading
    on standing_reading.source_id = recorded.source_id and standing_reading.tx = recorded.tx
left join log_readings as readings
    on readings.source_id = recorded.source_id
    and readings.tx = standing_reading.reading_tx
    and readings.version = recorded.version
