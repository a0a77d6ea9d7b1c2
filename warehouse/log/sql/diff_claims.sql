-- One row an entry that leads from the claims that stand to those read anew, of the sources that were read.
with
standing as (
    select * from $standing semi join $sources using (source_id)
),
compared as (
    select
        case
            when standing.claim_id is null then 'assert'
            when fresh.claim_id is null then 'retract'
            when $content_differs or $parts_differ then 'restate'
            when $place_differs or fresh.parts is distinct from standing.parts then 'relocate'
        end as action,
        coalesce(fresh.claim_id, standing.claim_id) as claim_id,
        coalesce(fresh.source_id, standing.source_id) as source_id,
        $after,
        if(fresh.claim_id is null, standing.parts, fresh.parts) as parts
    from $fresh as fresh
    full join standing on standing.claim_id = fresh.claim_id
)
select action, cause, $columns, parts
from compared
join $sources using (source_id)
where action is not null
order by source_id, quote_start, claim_id
