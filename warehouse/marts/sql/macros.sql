-- What every mart uses: the year, month and day a pair of bounds settles, null where it leaves them open.
create or replace macro settled_year(earliest, latest) as
    case when year(earliest) = year(latest) then year(earliest) end;
create or replace macro settled_month(earliest, latest) as
    case when year(earliest) = year(latest) and month(earliest) = month(latest) then month(earliest) end;
create or replace macro settled_day(earliest, latest) as
    case when earliest = latest then day(earliest) end;
-- Words as names are compared by: without case, accents and signs. Most texts hold no letter with an accent, and taking
-- accents off costs twenty times what looking for them does.
create or replace macro fold(words) as
    lower(
        if(regexp_matches(words, '[^\x{00}-\x{7F}«»‐-‧а-ик-яА-ИК-Я]'), strip_accents(words), words)
    );

-- The words of a name; between them stand spaces and signs, named by their ranges, as \p{L} takes milliseconds to compile.
create or replace macro to_words(words) as
    list_filter(
        string_split_regex(fold(words), '[\x{00}-/:-@\[-`{-\x{BF}\x{2000}-\x{2BFF}\x{3000}-\x{303F}]+'),
        lambda word: word <> ''
    );

-- The sentence of a text that holds a quote, which begins so many characters into it. A point ends none within a number
-- or an abbreviation such as "J. V.", "a.m.", "St." or "г.".
create or replace macro sentence_around(words, quote_at, quote) as
    trim(
        regexp_replace(
            regexp_extract(
                words[:quote_at],
                '(?:[ \x{A0}(](?:\p{L}|[а-яё]{2}|St|Dr|Mrs?|No)(?:\.\p{L}{1,2})*\.|\.[\p{L}\d,]|[^.!?\n])*$'
            ),
            '^["”»)\]]\s+', ''
        )
        || quote
        || if(
            suffix(quote, '.') or suffix(quote, '!') or suffix(quote, '?'),
            '',
            regexp_extract(
                substr(words, quote_at + length(quote) + 1),
                '^(?:[ \x{A0}(](?:\p{L}|[а-яё]{2}|St|Dr|Mrs?|No)(?:\.\p{L}{1,2})*\.|\.[\p{L}\d,]|[^.!?\n])*[.!?]*["”»]?'
            )
        )
    );

-- What happened, in a word or two: a subtype that says it alone, else the type.
create or replace macro happened(event_type, subtype, modality) as
    concat_ws(
        ' ',
        case modality when 'asserted' then null else modality end,
        case
            when subtype is null or subtype = 'other' then replace(event_type, '_', ' ')
            when event_type = 'rehabilitation' then subtype || ' rehabilitation'
            else replace(subtype, '_', ' ')
        end
    );
