-- What rulings that settle do to events and contradictions, and which a new witness reopens.
create or replace temp table heard_since as
-- claims of witnesses who had said nothing of the event when the ruling was made, and who differ now
with
made as (
    -- what the same run read after it recorded the ruling was known as well
    select settling.*, (
        select max(others.tx) from transactions as others
        where others.tx = settling.tx or others.run_id = own.run_id
    ) as known_tx
    from settling
    join transactions as own on own.tx = settling.tx
),
told as (
    select event_claims.event_id, event_claims.claim_id, event_claims.witness_id, event_claims.agreement,
        claim_order.first_tx, min(claim_order.first_tx) over (
            partition by event_claims.event_id, event_claims.witness_id
        ) as heard_tx
    from event_claims
    join claim_order using (claim_id)
    where event_claims.event_id in (
        select own.event_id from event_claims as own join settling on settling.claim_id = own.claim_id
    )
)
select made.ruling_id, min(told.claim_id) as claim_id
from made
join event_claims as own on own.claim_id = made.claim_id
join told on told.event_id = own.event_id and told.heard_tx > made.known_tx
where told.agreement = 'differs'
    or told.claim_id in (
        select sides.claim_id from contradiction_claims as sides
        join contradiction_claims as against using (contradiction_id)
        where against.claim_id in (made.claim_id, made.other_claim_id)
    )
group by made.ruling_id;

create or replace temp table explained_now as
select settling.ruling_id, contradictions.contradiction_id, settling.explanation
from settling
join contradiction_claims as one on one.claim_id = settling.claim_id
join contradiction_claims as other
    on other.contradiction_id = one.contradiction_id and other.claim_id = settling.other_claim_id
join contradictions on contradictions.contradiction_id = one.contradiction_id
where settling.kind = 'explain';

create or replace temp table settled_rulings as
select
    settling.ruling_id,
    case
        when settling.kind = 'explain' and explained_now.ruling_id is null then 'unmatched'
        when heard_since.ruling_id is not null then 'reopened'
        when settling.kind = 'prefer' and events.preferred_claim_id <> settling.claim_id then 'refused'
        else 'active'
    end as status,
    coalesce(heard_since.claim_id, others.ruling_id) as other
from settling
left join (select distinct ruling_id from explained_now) as explained_now using (ruling_id)
left join heard_since using (ruling_id)
left join event_claims on event_claims.claim_id = settling.claim_id
left join events on events.event_id = event_claims.event_id
left join settling as others on others.kind = 'prefer' and others.claim_id = events.preferred_claim_id
    and others.ruling_id <> settling.ruling_id;

update contradictions
set status = 'ruled', explanation = ruled.explanation, ruling_id = ruled.ruling_id
from (
    select contradiction_id, min(explanation) as explanation, min(ruling_id) as ruling_id
    from explained_now
    join settled_rulings using (ruling_id)
    where settled_rulings.status = 'active'
    group by contradiction_id
) as ruled
where ruled.contradiction_id = contradictions.contradiction_id;

-- what a ruling on the preferred value settles stays told as a contradiction, as ruled
update contradictions
set status = 'ruled', ruling_id = ruled.ruling_id
from (
    select against.contradiction_id, min(settling.ruling_id) as ruling_id
    from settling
    join settled_rulings using (ruling_id)
    join contradiction_claims as against on against.claim_id = settling.claim_id
    where settling.kind = 'prefer' and settled_rulings.status = 'active'
    group by against.contradiction_id
) as ruled
where ruled.contradiction_id = contradictions.contradiction_id and contradictions.ruling_id is null
    and contradictions.other_event_id is null;

update events
set status = 'settled'
from (
    select event_claims.event_id
    from settling
    join settled_rulings using (ruling_id)
    join event_claims using (claim_id)
    where settling.kind = 'prefer' and settled_rulings.status = 'active'
) as ruled
where ruled.event_id = events.event_id;
