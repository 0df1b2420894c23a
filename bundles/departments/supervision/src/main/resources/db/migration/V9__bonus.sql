ALTER TABLE supervision_treatment_step ADD COLUMN bonus DECIMAL(5,2) DEFAULT 0 NOT NULL;
ALTER TABLE supervision_treatment_step ADD COLUMN proof VARCHAR(36) DEFAULT '' NOT NULL;
