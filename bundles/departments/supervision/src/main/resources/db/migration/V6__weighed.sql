ALTER TABLE supervision_treatment ADD COLUMN weighed_at BIGINT DEFAULT 0 NOT NULL;
