ALTER TABLE supervision_regulation ADD COLUMN file_name VARCHAR(255) DEFAULT '' NOT NULL;
ALTER TABLE supervision_regulation ADD COLUMN file_type VARCHAR(100) DEFAULT '' NOT NULL;
ALTER TABLE supervision_regulation ADD COLUMN file_size BIGINT DEFAULT 0 NOT NULL;
