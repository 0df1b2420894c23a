-- With which change of versions a row was written, so that a node reads what is new to it, not the whole history.
ALTER TABLE engine_version ADD COLUMN epoch BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX engine_version_epoch ON engine_version (epoch);
