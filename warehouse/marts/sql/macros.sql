-- What every mart uses: the year, month and day a pair of bounds settles, null where it leaves them open.
create or replace macro settled_year(earliest, latest) as
    case when year(earliest) = year(latest) then year(earliest) end;
create or replace macro settled_month(earliest, latest) as
    case when year(earliest) = year(latest) and month(earliest) = month(latest) then month(earliest) end;
create or replace macro settled_day(earliest, latest) as
    case when earliest = latest then day(earliest) end;
-- Words as names are compared by: without case, accents and signs.
create or replace macro fold(words) as lower(strip_accents(words));

create or replace macro to_words(words) as
    list_filter(string_split_regex(fold(words), '[^\p{L}\p{N}]+'), lambda word: word <> '');
