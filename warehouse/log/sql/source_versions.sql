-- One row a version of a source; last_tx is the transaction that replaced or withdrew it.
with
versions as (
    select
        source_id,
        version,
        arg_max(path, tx) as path,
        arg_max(sha256, tx) as sha256,
        arg_max(byte_count, tx) as byte_count,
        min(tx) as first_tx,
        max(tx) as latest_tx,
        arg_max(action, tx) as latest_action
    from log_accessions
    group by source_id, version
)
select
    source_id,
    version,
    path,
    sha256,
    byte_count,
    first_tx,
    coalesce(
        lead(first_tx) over (partition by source_id order by version),
        case when latest_action = 'withdrawn' then latest_tx end
    ) as last_tx
from versions
