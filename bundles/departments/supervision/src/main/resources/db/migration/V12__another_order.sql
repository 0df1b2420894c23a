ALTER TABLE supervision_sample ADD COLUMN replaced_why VARCHAR(20000) DEFAULT '' NOT NULL;
ALTER TABLE supervision_sample ADD COLUMN replaced_by VARCHAR(64) DEFAULT '' NOT NULL;
