-- Claims of pages of fifteen, as read: names only. Two of ten pages tell a person again, under another form of the name. A
-- third of all persons bear one of 500 surnames; names of others stand on each page in full, as surname, with initials.
create table people as
select
    person,
    ['Alexey', 'Boris', 'Viktor', 'Grigory', 'Dmitry', 'Evgeny', 'Ivan', 'Konstantin', 'Lev', 'Mikhail', 'Nikolai', 'Oleg', 'Pavel',
        'Roman', 'Sergei', 'Timofey', 'Fyodor', 'Yuri', 'Yakov', 'Anton', 'Anna', 'Maria', 'Elena', 'Olga', 'Vera', 'Sofia', 'William',
        'Robert', 'Richard', 'Charles', 'Edward', 'Henry', 'Wilhelm', 'Heinrich', 'Otto', 'Karl', 'Antoine', 'Louis', 'Pedro',
        'Diego'][(hash(person, 'given') % 40)::integer + 1] as given,
    ['Ivanovich', 'Petrovich', 'Sergeyevich', 'Alexandrovich', 'Nikolaevich', 'Pavlovich', 'Borisovich', 'Lvovich', 'Dmitrievich',
        'Yakovlevich', 'Antonovich', 'Fyodorovich'][(hash(person, 'father') % 12)::integer + 1] as father,
    upper(left(stem, 1)) || substr(stem, 2) || ['ov', 'in', 'sky', 'enko', 'er', 'son', 'mann', 'etti'][(root % 8)::integer + 1] as surname,
    date '1800-01-01' + (hash(person, 'born') % 40000)::integer as born
from (
    select person, root,
        list_reduce(
            [['ba', 'ko', 'ri', 'mel', 'tar', 'shu', 'vo', 'zem', 'lu', 'gor', 'pe', 'nik', 'dro', 'su', 'fal', 'hor', 'ost', 'kar', 'bel',
                'yag'][((root // pow(20, place)::bigint) % 20)::integer + 1] for place in range(case when root < 500 then 2 else 4 end)],
            lambda one, other: one || other
        ) as stem
    from (
        select person, case when hash(person, 'common') % 3 = 0 then hash(person, 'root') % 500 else 500 + hash(person, 'root') % 160000 end::bigint
            as root
        from range(getvariable('pages') // 10 * 8 + 10) as made(person)
    )
);

create table pages as
select
    page,
    's' || substr(sha256(page::varchar), 1, 12) as source_id,
    page % 10 >= 8 as is_second,
    people.*
from range(getvariable('pages')) as made(page)
join people on people.person = (page // 10) * 8 + case when page % 10 >= 8 then page % 10 - 2 else page % 10 end;

create table titled as
select *, case when is_second then surname || ', ' || given || ' ' || father when hash(page) % 4 = 0 then given || ' ' || father || ' ' || surname
    else given || ' ' || surname end as title
from pages;

create table told as
select titled.*, slot, others.given as other_given, others.father as other_father, others.surname as other_surname, others.born as other_born
from titled
cross join range(15) as slots(slot)
-- slots 6 to 9 tell of one other person, 3 and 13 of two more
join people as others
    on others.person = hash(titled.page, case when slot between 6 and 9 then 6 else slot end) % (getvariable('pages') // 10 * 8);

create view sources_read as
select source_id, title, 'normalized' as status, null::varchar as subject_id from titled;

create view passages as
select 'p' || page as passage_id, source_id, 'en' as language from pages;

create view claims as
select
    'c' || lpad((page * 15 + slot)::varchar, 16, '0') as claim_id,
    source_id,
    'p' || page as passage_id,
    ['birth', 'death', 'appointment', 'tenure', 'membership', 'kinship', 'association', 'association', 'decision', 'decision', 'award',
        'residence', 'residence', 'correspondence', 'attribute'][slot + 1] as event_type,
    case slot when 4 then 'joined' when 5 then 'child' when 6 then 'ally' when 7 then 'rival' when 11 then 'move' when 12 then 'stay'
        when 14 then 'occupation' end as subtype,
    'asserted' as modality,
    false as is_quotation,
    null::bigint as reference_number,
    case slot when 8 then other_surname when 9 then left(other_given, 1) || '. ' || other_surname else title end as subject_text,
    null::varchar as subject_id,
    case slot
        when 2 then 'Secretary of the Board of Trade ' || hash(page, 'office') % 5000
        when 3 then 'Chairman of the City Committee of ' || other_surname
        when 4 then other_surname || ' Regional Committee'
        when 5 then ['Valery', 'Nina', 'Peter', 'Jane'][(hash(page, 'child') % 4)::integer + 1]
        when 6 then other_given || ' ' || other_surname
        when 7 then other_given || ' ' || other_father || ' ' || other_surname
        when 8 then 'a plan' when 9 then 'a reform'
        when 10 then ['Order of Lenin', 'Military Cross', 'Order of the Red Banner'][(hash(page, 'award') % 3)::integer + 1]
        when 13 then 'a letter' when 14 then 'engineer'
    end as object_text,
    null::varchar as object_id,
    case slot when 0 then 'Leningrad' when 11 then other_surname || 'burg, ' || ['Ohio', 'Texas', 'Iowa'][(hash(page, 'state') % 3)::integer + 1]
        when 12 then other_surname || 'burg' end as place_text,
    null::varchar as place_id,
    case when slot in (0, 1, 2, 3) then strftime(day, '%Y-%m-%d') end as date_edtf,
    case when slot in (0, 1, 2, 3) then day end as date_earliest,
    case when slot in (0, 1, 2, 3) then day end as date_latest
from (
    select *, born + (case slot when 0 then 0 when 1 then 22000 + (hash(person, 'died') % 4000) else 11000 + slot * 300 end)::integer as day
    from told
);

create view claim_order as
select 'c' || lpad(made.number::varchar, 16, '0') as claim_id, 1::bigint as first_tx, made.number + 1 as ordinal
from range(getvariable('pages') * 15) as made(number);

create view claim_parts as
select 'c' || lpad((page * 15 + slot)::varchar, 16, '0') as claim_id, 0::bigint as ordinal, 'subject' as part, null::varchar as role,
    case when slot % 3 = 0 then surname when slot % 3 = 1 then left(given, 1) || '. ' || surname else title end as text, title as value,
    null::varchar as entity_id
from told where slot not in (8, 9)
union all
select 'c' || lpad((page * 15 + slot)::varchar, 16, '0'), 1, 'participant', case slot when 3 then 'predecessor' else 'recipient' end,
    other_given || ' ' || other_surname, null, null
from told where slot in (3, 13);
