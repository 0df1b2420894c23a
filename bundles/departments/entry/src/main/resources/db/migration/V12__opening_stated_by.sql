-- Who states the totals does not sign them. Of totals that stand already it is not known.
ALTER TABLE entry_opening_total ADD COLUMN stated_by VARCHAR(64) DEFAULT '' NOT NULL;
