-- One row a source whose latest reading stands: the source did not cease to count since, which retracts what was read.
with
latest as (
    select source_id, max(tx) as tx from log_readings group by source_id
),
ceased as (
    select source_id, max(tx) as tx
    from log_accessions
    where action = 'withdrawn' or duplicate_of is not null or problem is not null
    group by source_id
)
select entries.*
from log_readings as entries
semi join latest on latest.source_id = entries.source_id and latest.tx = entries.tx
anti join ceased on ceased.source_id = entries.source_id and ceased.tx > entries.tx
