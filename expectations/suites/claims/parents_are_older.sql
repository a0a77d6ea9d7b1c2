-- A parent is older than the child, by as many years as people are.
-- severity: warning
-- check: ages_are_human
with pairs as (
    select claim_id, event_type, case subtype when 'child' then subject_id else object_id end as parent_id,
        case subtype when 'child' then object_id else subject_id end as child_id
    from claims
    where event_type = 'kinship' and subtype in ('child', 'parent') and modality = 'asserted'
)
select pairs.claim_id as row_key, 'parent born ' || parents.born_from || ', child born ' || children.born_to as reason
from pairs
join lives as parents on parents.subject_id = pairs.parent_id
join lives as children on children.subject_id = pairs.child_id
where children.born_to < parents.born_from + to_years((select youngest_parent::integer from limits))
    or children.born_from > parents.born_to + to_years((select oldest_parent::integer from limits))
