-- The ids that entities would have had, had no ruling joined them to others.
insert into replaced_ids
select
    'e' || substr(sha256(arg_min(keyed.claim_id || ' ' || keyed.slot || ' ' || keyed.ordinal, keyed.came)), 1, 12),
    'entity',
    any_value(entity_keys.entity_id),
    $tx
from keyed
join entity_keys using (entity_key)
where keyed.own_key in (select from_key from united) or keyed.own_key in (select to_key from united)
group by keyed.own_key
having 'e' || substr(sha256(arg_min(keyed.claim_id || ' ' || keyed.slot || ' ' || keyed.ordinal, keyed.came)), 1, 12)
    <> any_value(entity_keys.entity_id)
