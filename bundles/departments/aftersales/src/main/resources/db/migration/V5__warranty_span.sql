-- A warranty may end some months after arrival, if that is sooner; and from which words of the contract it was read (R-8.1, R-4.15). What was
-- read before has no digest, and is read once more.
ALTER TABLE aftersales_agreed_warranty ADD COLUMN from_arrival INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE aftersales_agreed_warranty ADD COLUMN clause_digest VARCHAR(64) DEFAULT '' NOT NULL;
