-- Ties between claims and the numbered references that back them: stated in the reference, marked on the page, or matched
-- by what both tell. Matched are claims of prose with references of their own page, in two ways: a claim read from the
-- reference is in the same event and does not contradict it, or the reference's words have its day, figure and names.
create or replace temp macro name_skeleton(letters) as (
    -- the first letter and the consonants, in letters that Cyrillic and Latin share: Микояна and Mikoyan are mkn
    left(letters, 1) || left(regexp_replace(substr(letters, 2), '[aeiouyj]', '', 'g'), 4)
);

create or replace temp macro latin_letters(word) as (
    replace(replace(replace(replace(replace(replace(replace(replace(replace(
        translate(lower(word), 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїє', 'abvgdeezziiklmnoprstufhccssyyyeuaiie'),
        'shch', 's'), 'zh', 'z'), 'kh', 'h'), 'ts', 'c'), 'tch', 'c'), 'ch', 'c'), 'sh', 's'), 'ph', 'f'), 'w', 'v')
);

create or replace temp table stated as
with
marked as (
    -- the reference a claim stands in or carries, and all whose marks stand with it
    select came, claim_id, reference_number, source_id, passage_kind from told where reference_number is not null
    union
    select told.came, told.claim_id, try_cast(claim_parts.value as bigint), told.source_id, told.passage_kind
    from claim_parts
    join told using (claim_id)
    where claim_parts.part = 'attribute' and claim_parts.role = 'reference'
)
select
    marked.came,
    marked.claim_id,
    citations.citation_id,
    citations.reference_number,
    citations.source_id,
    case when marked.passage_kind = 'reference' then 'stated_in' else 'inline_marker' end as method,
    1.0::double as score,
    case
        when marked.passage_kind = 'reference' then 'The words stand in the reference itself.'
        else 'The page marks the words with [' || citations.reference_number || '].'
    end as evidence
from marked
join citations on citations.source_id = marked.source_id and citations.reference_number = marked.reference_number;

create or replace temp table told_alike as
-- prose and a claim read from a reference of the same page that tell the same event and do not exclude each other
with
pairs as (
    select
        prose.came, quoted.came as quoted_came, stated.citation_id,
        prose.date_edtf as prose_edtf,
        prose.date_edtf = quoted.date_edtf and prose.low = prose.high as is_day,
        coalesce(prose.date_edtf = quoted.date_edtf, false) as is_date,
        prose.low is not null and quoted.low is not null as are_dated,
        coalesce(quoted.low <= prose.high and prose.low <= quoted.high, true) as is_within,
        coalesce(prose.place_id = quoted.place_id, false) as is_place,
        coalesce(prose.object_id = quoted.object_id or lower(prose.object_text) = lower(quoted.object_text), false) as is_object,
        coalesce(prose.figure_value = quoted.figure_value, false) as is_figure,
        prose.event_type,
        prose_group.group_key = quoted_group.group_key as is_event
    from stated
    join told as quoted on quoted.came = stated.came
    join grouped as quoted_group on quoted_group.came = quoted.came
    join told as prose
        on prose.source_id = quoted.source_id and prose.group_type = quoted.group_type
        and prose.subject_id = quoted.subject_id
    join grouped as prose_group on prose_group.came = prose.came
    where stated.method = 'stated_in' and prose.passage_kind <> 'reference'
        -- the same event, or one of its kind with the same date: what it is called differs
        and (prose_group.group_key = quoted_group.group_key or prose.date_edtf = quoted.date_edtf)
),
scored as (
    select
        came,
        citation_id,
        case when is_event then $same_event else $same_kind end
            -- a reference that tells no day backs no day
            - case when prose_edtf is not null and not are_dated then $untold_date else 0 end + case when is_day then $same_day when is_date then $same_date when are_dated then $within_date else 0 end
            + case when is_place then $same_place else 0 end + case when is_object then $same_object else 0 end
            + case when is_figure then $same_figure else 0 end as score,
        concat_ws(', ',
            'the reference tells ' || case when is_event then 'the same event' else 'something of the kind' end
                || ' (' || event_type || ')',
            case when is_date then 'with the same date ' || prose_edtf when are_dated then 'with a date that fits' end,
            case when is_place then 'the same place' end,
            case when is_object then 'the same words for it' end,
            case when is_figure then 'the same figure' end) as evidence
    from pairs
    where is_within
)
select came, citation_id, max(score) as score, arg_max(evidence, (score, evidence)) as evidence
from scored
group by came, citation_id;

create or replace temp table reference_words as
-- what the words of a reference name: days, figures, and names by their consonants
with
texts as (
    select citation_id, source_id, coalesce(snippet, title) as said, concat_ws(' ', title, snippet) as text
    from citations
    where coalesce(snippet, title) is not null
),
days as (
    select citation_id, source_id, unnest(list_concat(
        regexp_extract_all(lower(said), '\d{1,2} \p{L}{3,9}\.? \d{4}'),
        list_transform(
            regexp_extract_all(lower(said), '\p{L}{3,9} \d{1,2}(?:st|nd|rd|th)?, \d{4}'),
            lambda one: regexp_replace(one, '^(\p{L}+) (\d+)(?:st|nd|rd|th)?,', '\2 \1')
        )
    )) as day
    from texts
),
months as (
    select unnest($months) as pattern, unnest(range(1, 13)) as month
)
select
    citation_id, source_id, 'day' as kind,
    format('{:04d}-{:02d}-{:02d}', split_part(day, ' ', 3)::integer, month::integer, split_part(day, ' ', 1)::integer) as word
from days
join months on regexp_matches(split_part(day, ' ', 2), '^(' || pattern || ')')
union
select citation_id, source_id, 'figure', unnest(list_concat(
    list_transform(
        regexp_extract_all(said, '\d{1,3}(?:[,. \x{a0}]\d{3})+'), lambda one: regexp_replace(one, '[^0-9]', '', 'g')
    ),
    list_transform(
        regexp_extract_all(lower(said), '\d+ (?:тыс|thousand)'), lambda one: regexp_extract(one, '\d+') || '000'
    )
))
from texts
union
select citation_id, source_id, 'year', unnest(regexp_extract_all(said, '\b1\d{3}\b'))
from texts
union
select citation_id, source_id, 'name', skeleton
from (
    select citation_id, source_id, name_skeleton(letters) as skeleton
    from (
        select citation_id, source_id, latin_letters(name) as letters
        from (select citation_id, source_id, unnest(regexp_extract_all(text, '\p{Lu}\p{Ll}{3,}')) as name from texts)
    )
)
where length(skeleton) >= 3;

create or replace temp table rare_words as
-- a name or year that stands in many references of a page tells little
select *, count(*) over (partition by source_id, kind, word) as times
from reference_words
qualify case kind when 'name' then times <= 4 when 'year' then times <= 8 else true end;

create or replace temp table worded_alike as
with
prose as (
    select came, claim_id, source_id, subject_id, object_text, place_text, date_edtf, low, high, figure_value
    from told
    where passage_kind <> 'reference' and source_id in (select source_id from rare_words)
),
named as (
    select came, source_id, object_text as text from prose where object_text is not null
    union all
    select came, source_id, place_text from prose where place_text is not null
    union all
    -- whom the page is about stands in all its references
    select prose.came, prose.source_id, claims.subject_text
    from prose
    join sources_resolved using (source_id)
    join claims using (claim_id)
    where prose.subject_id <> sources_resolved.subject_id
),
skeletons as (
    -- each wording once
    select text, list_distinct(list_filter(
        list_transform(
            list_transform(regexp_extract_all(text, '\p{Lu}\p{Ll}{3,}'), lambda name: latin_letters(name)),
            lambda letters: name_skeleton(letters)
        ),
        lambda skeleton: length(skeleton) >= 3
    )) as names
    from (select distinct text from named)
),
said as (
    select came, source_id, 'day' as kind, date_edtf as word from prose where low = high
    union all
    select came, source_id, 'figure', figure_value::hugeint::varchar from prose where figure_value >= 1000
    union all
    select came, source_id, 'year', unnest(list_distinct(regexp_extract_all(date_edtf, '\b1\d{3}\b'))) from prose
    where low < high
    union all
    select distinct came, source_id, 'name', name
    from (select named.came, named.source_id, unnest(skeletons.names) as name from named join skeletons using (text))
    where name in (select word from rare_words where kind = 'name')
),
shared as (
    select said.came, rare_words.citation_id, said.kind, count(*) as times, min(said.word) as word, min(rare_words.times) as rarest
    from said
    join rare_words using (source_id, kind, word)
    group by all
)
select
    came,
    citation_id,
    sum(case kind when 'day' then $named_day when 'figure' then $named_figure when 'year' then $named_year * least(times, 2) else $shared_name * least(times, 2) + case when rarest <= 2 then $rare_name else 0 end end) as score,
    'the reference names ' || string_agg(
        case kind when 'day' then 'the day ' || word when 'figure' then 'the figure ' || word
            when 'year' then case times when 1 then 'the year ' || word else 'both years' end
            else case times when 1 then 'one name' else times || ' names' end || ' of it' end,
        ' and ' order by kind
    ) as evidence
from shared
group by came, citation_id;

create or replace temp table claim_support as
with
found as (
    select came, citation_id, least(sum(score), 0.99)::double as score, string_agg(evidence, '; ' order by score desc, evidence) as evidence
    from (from told_alike union all from worded_alike)
    group by came, citation_id
    having sum(score) >= $least
),
matched as (
    select told.claim_id, found.citation_id, citations.reference_number, 'matched' as method, found.score,
        upper(found.evidence[1]) || substr(found.evidence, 2) || '.' as evidence
    from found
    anti join stated as own on own.came = found.came and own.citation_id = found.citation_id
    join told using (came)
    join citations using (citation_id)
    qualify row_number() over (partition by found.came order by found.score desc, citations.reference_number) <= $most_ties
)
select claim_id, citation_id, reference_number, method, score, evidence
from stated
union all by name
from matched;
