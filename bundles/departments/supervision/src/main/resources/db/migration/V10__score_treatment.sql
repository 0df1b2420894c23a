ALTER TABLE supervision_score_item ADD COLUMN treatment VARCHAR(36) DEFAULT '' NOT NULL;
