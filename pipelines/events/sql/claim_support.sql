-- Ties between claims and the numbered references that back them: stated in the reference, marked on the page, or matched
-- by what both tell: the events and the words of prose with references of their own page, counted together.
create or replace temp table quoted_alike as
select
    nearly_alike.came,
    nearly_alike.citation_id,
    $quote_words * least(sum(rare_words.weight::decimal(18, 9))::double / 2, 1) as score,
    'and of the sentence ' || string_agg(quote_keys.written, ', ' order by quote_keys.written) as evidence
from nearly_alike
join quote_keys using (text)
join rare_words
    on rare_words.citation_id = nearly_alike.citation_id and rare_words.kind = 'word' and rare_words.word = quote_keys.key
    and rare_words.weight >= $rare
anti join word_hits
    on word_hits.came = nearly_alike.came and word_hits.citation_id = nearly_alike.citation_id
    and word_hits.word = rare_words.word
group by nearly_alike.came, nearly_alike.citation_id;

create or replace temp table claim_support as
with
found as (
    select
        came, citation_id, least(sum(score::decimal(18, 9))::double, 0.99)::double as score,
        string_agg(evidence, '; ' order by score desc, evidence) as evidence
    from (
        from told_alike
        union all
        select
            came, citation_id, weighed_things.score + coalesce(quoted_alike.score, 0),
            'the reference names ' || concat_ws(' ', weighed_things.evidence, quoted_alike.evidence)
        from weighed_things
        left join quoted_alike using (came, citation_id)
    )
    group by came, citation_id
    having sum(score::decimal(18, 9)) >= $least
),
matched as (
    select
        told.claim_id, found.citation_id, citations.reference_number, 'matched' as method, found.score,
        upper(found.evidence[1]) || substr(found.evidence, 2) || '.' as evidence
    from found
    join told using (came)
    join citations using (citation_id)
    qualify row_number() over (partition by found.came order by found.score desc, citations.reference_number) <= $most_ties
)
select claim_id, citation_id, reference_number, method, score, evidence
from stated
union all by name
from matched;
