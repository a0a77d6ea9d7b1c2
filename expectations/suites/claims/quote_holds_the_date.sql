-- Words that give an explicit date name a year that the date's bounds touch, where they name any.
-- severity: error
-- check: dates_mean_what_they_say
-- sets aside
select claim_id as row_key, date_text || ' as ' || date_edtf as reason
from claims
where date_basis = 'explicit' and date_earliest is not null and date_latest is not null
    -- other eras count other years
    and not regexp_matches(date_text, '(?i)\b(b\.? ?c|a\. ?m|a\.? ?h|до н|an\b|anno mundi)')
    and regexp_matches(date_text, '(?:^|[^\d.,])1[0-9]{3}(?:$|[^\d,])')
    -- the year of another calendar may begin within ours
    and not list_bool_or(list_transform(
        regexp_extract_all(date_text, '\d{4}'),
        lambda named: named::integer between year(date_earliest) - 1 and year(date_latest) + 1
    ))
