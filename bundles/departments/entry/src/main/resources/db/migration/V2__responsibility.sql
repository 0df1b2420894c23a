-- Who answers for an entry error, and for how much of it (R-3.7). Errors of before are wholly the writer's.
ALTER TABLE entry_error ADD COLUMN reviewed_by VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE entry_error ADD COLUMN writer_share DECIMAL(5,2) DEFAULT 100 NOT NULL;
ALTER TABLE entry_error ADD COLUMN confirmer_share DECIMAL(5,2) DEFAULT 0 NOT NULL;
ALTER TABLE entry_error ADD COLUMN reviewer_share DECIMAL(5,2) DEFAULT 0 NOT NULL;
