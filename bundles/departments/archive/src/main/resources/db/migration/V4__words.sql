-- Words with a digit in them are found by their ends too, four characters or more: of each number that is known already.
INSERT INTO archive_term (term, volume)
  SELECT DISTINCT SUBSTR(t.term, n.place), t.volume
  FROM archive_term t, (VALUES (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20), (21),
    (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37), (38), (39), (40),
    (41), (42), (43), (44), (45), (46), (47), (48), (49), (50), (51), (52), (53), (54), (55), (56), (57)) AS n (place)
  WHERE n.place <= LENGTH(t.term) - 3
  AND (t.term LIKE '%0%' OR t.term LIKE '%1%' OR t.term LIKE '%2%' OR t.term LIKE '%3%' OR t.term LIKE '%4%'
    OR t.term LIKE '%5%' OR t.term LIKE '%6%' OR t.term LIKE '%7%' OR t.term LIKE '%8%' OR t.term LIKE '%9%')
  AND NOT EXISTS (SELECT 1 FROM archive_term k WHERE k.term = SUBSTR(t.term, n.place) AND k.volume = t.volume);

-- What stands before and behind a bracket in the name of a customer is found together.
INSERT INTO archive_term (term, volume)
  SELECT DISTINCT SUBSTR(v.customer_name, n.place - 1, 1) || SUBSTR(v.customer_name, n.place + 1, 1), v.id
  FROM archive_volume v, (VALUES (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20), (21),
    (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37), (38), (39), (40),
    (41), (42), (43), (44), (45), (46), (47), (48), (49), (50), (51), (52), (53), (54), (55), (56), (57)) AS n (place)
  WHERE n.place < LENGTH(v.customer_name) AND SUBSTR(v.customer_name, n.place, 1) IN ('（', '）', '(', ')')
  AND NOT EXISTS (SELECT 1 FROM archive_term k
    WHERE k.term = SUBSTR(v.customer_name, n.place - 1, 1) || SUBSTR(v.customer_name, n.place + 1, 1) AND k.volume = v.id);
