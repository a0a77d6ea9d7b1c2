-- Every name to be judged by itself, and every form of one that stands in a source for it.
select distinct kind, name from mentions
union
select 'person', title from sources_read where title is not null
union
select 'person', object_text from claims
where event_type = 'attribute' and subtype = 'name' and object_text is not null
union
select 'person', text from claim_parts
where (part in ('subject', 'antecedent') or (part in ('object', 'participant') and value is not null))
    and regexp_matches(text, '^\p{Lu}')
