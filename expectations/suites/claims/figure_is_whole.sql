-- A figure has its words, and its value lies within its range.
-- severity: error
-- sets aside
select claim_id as row_key, concat_ws(' ', figure_text, figure_low, figure_value, figure_high) as reason
from claims
where (figure_text is null and coalesce(figure_value, figure_low, figure_high) is not null)
    or (figure_qualifier is not null and figure_text is null)
    or figure_low > figure_high or figure_value < figure_low or figure_value > figure_high
