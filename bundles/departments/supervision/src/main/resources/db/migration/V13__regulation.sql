CREATE INDEX supervision_acknowledged_by ON supervision_acknowledgement (person, version_number);
ALTER TABLE supervision_regulation ADD COLUMN interpreter VARCHAR(200) DEFAULT '' NOT NULL;
