-- Every name to be judged by itself.
select distinct kind, name from mentions
union
select 'person', title from sources_read where title is not null
union
select 'person', object_text from claims
where event_type = 'attribute' and subtype = 'name' and object_text is not null
