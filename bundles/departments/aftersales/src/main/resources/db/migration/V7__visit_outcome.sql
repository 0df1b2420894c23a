-- A visit is held, or the customer is not reached, or declines (R-8.4); some are not planned from delivery on. is_held is 1 of whatever is over.
ALTER TABLE aftersales_visit ADD COLUMN outcome VARCHAR(16) DEFAULT '' NOT NULL;
ALTER TABLE aftersales_visit ADD COLUMN unplanned INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE aftersales_visit ADD COLUMN tries INTEGER DEFAULT 1 NOT NULL;
UPDATE aftersales_visit SET outcome = 'held' WHERE is_held = 1;
