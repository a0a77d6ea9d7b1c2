-- The tables with their entity ids filled in.
create or replace temp table mention_ids as
select keyed.claim_id, keyed.slot, keyed.ordinal, entity_keys.entity_id
from keyed
join entity_keys using (entity_key);

create or replace temp view claims_resolved as
select claims.* replace (
    subjects.entity_id as subject_id, objects.entity_id as object_id, places.entity_id as place_id
)
from claims
left join mention_ids as subjects on subjects.claim_id = claims.claim_id and subjects.slot = 'subject'
left join mention_ids as objects on objects.claim_id = claims.claim_id and objects.slot = 'object'
left join mention_ids as places on places.claim_id = claims.claim_id and places.slot = 'place';

create or replace temp view claim_parts_resolved as
select claim_parts.* replace (coalesce(
    participants.entity_id,
    case claim_parts.part
        when 'subject' then claims.subject_id
        when 'antecedent' then claims.subject_id
        when 'object' then claims.object_id
        when 'place' then claims.place_id
    end
) as entity_id)
from claim_parts
left join mention_ids as participants
    on participants.claim_id = claim_parts.claim_id
    and participants.slot = 'part'
    and participants.ordinal = claim_parts.ordinal
left join claims_resolved as claims on claims.claim_id = claim_parts.claim_id;

create or replace temp view sources_resolved as
with
subjects as (
    select person_names.source_id, min(entity_keys.entity_id) as entity_id
    from person_names
    join sources_read on sources_read.source_id = person_names.source_id and sources_read.title = person_names.name
    join entity_keys on entity_keys.entity_key = 'person ' || person_names.person_key
    group by person_names.source_id
)
select sources_read.* replace (subjects.entity_id as subject_id)
from sources_read
left join subjects using (source_id);
