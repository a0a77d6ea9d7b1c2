-- The claim that carries a form of a name stands in the source that writes it so.
-- severity: error
select concat_ws(' ', judged.entity_id, judged.name, judged.source_id) as row_key, claims.source_path as reason
from entity_aliases as judged
join claims on claims.claim_id = judged.claim_id
where claims.source_id <> judged.source_id
