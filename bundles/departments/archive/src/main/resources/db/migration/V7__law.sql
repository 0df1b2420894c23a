-- What was filed under shorter periods than the law's is kept as long as the law demands: statements ten years, the rest thirty.
UPDATE archive_item SET kept_months = 120, kept_until = (
    SELECT CAST(v.archive_year + 10 AS CHAR(4)) || '-12-31' FROM archive_volume v WHERE v.id = archive_item.volume)
  WHERE kind = 'finance.statement' AND kept_months BETWEEN 1 AND 119 AND destroyed_on = '';
UPDATE archive_item SET kept_months = 360, kept_until = (
    SELECT CAST(v.archive_year + 30 AS CHAR(4)) || '-12-31' FROM archive_volume v WHERE v.id = archive_item.volume)
  WHERE kind <> 'finance.statement' AND kept_months BETWEEN 1 AND 359 AND destroyed_on = '';
