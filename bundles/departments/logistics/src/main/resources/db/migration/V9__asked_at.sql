-- At which order somebody owes the decision on who signs for its customer; empty where no acceptance waits for it.
ALTER TABLE logistics_signer ADD COLUMN asked_at VARCHAR(24) DEFAULT '' NOT NULL;
