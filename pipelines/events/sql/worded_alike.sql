-- Prose and references of its page that name the same days, months, years, figures and words. Of the object all words count
-- that are to be found; of the other words of its sentence the rare ones, where little is wanting. Weights are summed as
-- decimals, so that the order of rows changes no sum.
create or replace temp table word_hits as
select
    prose_texts.came, prose_texts.kind, rare_words.citation_id, rare_words.word, rare_words.weight,
    case when prose_keys.written = rare_words.written then prose_keys.written
        else prose_keys.written || ' (' || rare_words.written || ')' end as written
from prose_texts
join prose_keys using (text)
join rare_words
    on rare_words.source_id = prose_texts.source_id and rare_words.word = prose_keys.key and rare_words.kind = 'word';

create or replace temp table shared_things as
with
said as (
    select came, source_id, 'day' as kind, date_edtf as word from prose_told where low = high
    union all
    select came, source_id, 'day_of_year', strftime(low, '%m-%d') from prose_told where low = high
    union all
    select came, source_id, 'month', unnest(list_distinct(regexp_extract_all(date_edtf, '\b\d{4}-(?:0[1-9]|1[0-2])\b')))
    from prose_told
    where is_fine
    union all
    select came, source_id, 'figure', figure_value::hugeint::varchar from prose_told where figure_value >= 1000
    union all
    select came, source_id, 'year', unnest(years) from prose_told
    union all
    select came, source_id, 'event', support_events.ring
    from prose_told
    join support_events on support_events.event_type in (prose_told.event_type, prose_told.event_type || ':' || subtype)
)
select said.came, rare_words.citation_id, said.kind, count(*) as times, min(said.word) as word, sum(rare_words.weight::decimal(18, 9))::double as weight
from said
join rare_words
    on rare_words.source_id = said.source_id and rare_words.word = said.word
    and rare_words.kind = case said.kind when 'event' then 'word' else said.kind end
group by all
union all
select came, citation_id, kind, count(*), string_agg(distinct written, ', ' order by written),
    sum(weight::decimal(18, 9))::double
from word_hits
group by all;

create or replace temp table object_weights as
-- how much there is to be found of an object and its figure
with
found as (
    select came, count(*) as times, sum(weight::decimal(18, 9))::double as weight
    from (select distinct came, word, weight from word_hits where kind = 'object')
    group by came
),
sizes as (
    select text, count(*) as size from prose_keys group by text
)
select
    prose_told.came,
    found.weight + (sizes.size - found.times + (prose_told.figure_value is not null)::integer) * page_sizes.weight as weight
from found
join prose_told using (came)
join sizes on sizes.text = prose_told.object_text
join page_sizes using (source_id);

create or replace temp table weighed_things as
with
scored as (
    select
        shared_things.*,
        case kind
            when 'day' then $named_day
            when 'day_of_year' then $named_day_of_year
            when 'month' then $named_month
            when 'figure' then $named_figure
            when 'year' then case when times > 1 and times = length(years) then $named_span
                else $named_year * shared_things.weight / length(years) / case when is_fine then 2 else 1 end end
            when 'event' then $named_event * shared_things.weight
            when 'place' then $named_place * least(shared_things.weight, 1)
            when 'who' then $named_person * least(shared_things.weight, 1)
            else $shared_words * least(shared_things.weight, 1) * (shared_things.weight / object_weights.weight) ** 2
                * case times when 1 then $one_word else 1 end
        end as score,
        kind in ('day', 'day_of_year', 'month', 'year') as is_date,
        prose_told.date_edtf is not null as is_dated,
        prose_told.who is not null as is_named
    from shared_things
    join prose_told using (came)
    left join object_weights using (came)
),
told_days as (
    select *, bool_or(kind = 'day') over (partition by came, citation_id) as has_day from scored
)
select
    came,
    citation_id,
    coalesce(max(score) filter (is_date), case
        when not any_value(is_dated) then 0
        when citation_id in (select citation_id from reference_words where kind = 'year') then -$other_dates
        else -$untold_words
    end)
        + coalesce(sum(score::decimal(18, 9)) filter (not is_date), 0)::double
        -- who is another than the page is about stands in it by name
        - case when any_value(is_named) and not bool_or(kind = 'who') then $unnamed_person else 0 end as score,
    string_agg(
        case kind
            when 'day' then 'the day ' || word
            when 'day_of_year' then 'that day of the year'
            when 'month' then 'the month ' || word
            when 'figure' then 'the figure ' || word
            when 'year' then 'the year ' || word || case when times > 1 then ' and others of its years' else '' end
            when 'event' then 'what happened'
            else case times when 1 then 'the word ' else 'the words ' end || word
        end,
        ' and ' order by kind
    ) filter (kind = 'day' or not is_date or not has_day) as evidence
from told_days
group by came, citation_id;

create or replace temp table nearly_alike as
-- where the other words of the sentence can decide
select weighed_things.came, weighed_things.citation_id, prose_told.source_id, prose_told.quote as text
from weighed_things
join prose_told using (came)
left join told_alike using (came, citation_id)
where weighed_things.score + coalesce(told_alike.score, 0) between $least - $quote_words and $least;
