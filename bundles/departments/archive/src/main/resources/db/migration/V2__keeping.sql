CREATE TABLE archive_check (
  id CHAR(36) NOT NULL PRIMARY KEY,
  volume CHAR(36) NOT NULL,
  checked_by VARCHAR(64) NOT NULL,
  checked_at BIGINT NOT NULL,
  documents INTEGER NOT NULL,
  altered VARCHAR(4000) NOT NULL
);
CREATE INDEX archive_check_volume ON archive_check (volume, checked_at);
CREATE TABLE archive_consultation (
  id CHAR(36) NOT NULL PRIMARY KEY,
  volume CHAR(36) NOT NULL,
  person VARCHAR(64) NOT NULL,
  consulted_on CHAR(10) NOT NULL,
  consulted_at BIGINT NOT NULL,
  purpose VARCHAR(20000) NOT NULL
);
CREATE INDEX archive_consultation_volume ON archive_consultation (volume, consulted_at);
CREATE TABLE archive_hold (
  id CHAR(36) NOT NULL PRIMARY KEY,
  volume CHAR(36) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  set_by VARCHAR(64) NOT NULL,
  set_at BIGINT NOT NULL,
  release_reason VARCHAR(20000) NOT NULL,
  released_by VARCHAR(64) NOT NULL,
  released_at BIGINT NOT NULL
);
CREATE INDEX archive_hold_volume ON archive_hold (volume, released_at);
CREATE TABLE archive_appraisal (
  id CHAR(36) NOT NULL PRIMARY KEY,
  volume CHAR(36) NOT NULL,
  state VARCHAR(16) NOT NULL,
  opinion VARCHAR(20000) NOT NULL,
  appraised_by VARCHAR(64) NOT NULL,
  appraised_at BIGINT NOT NULL,
  decision VARCHAR(20000) NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  decided_at BIGINT NOT NULL,
  register_document VARCHAR(64) NOT NULL,
  first_witness VARCHAR(64) NOT NULL,
  first_witness_at BIGINT NOT NULL,
  second_witness VARCHAR(64) NOT NULL,
  second_witness_at BIGINT NOT NULL
);
CREATE INDEX archive_appraisal_volume ON archive_appraisal (volume, appraised_at);
CREATE INDEX archive_appraisal_state ON archive_appraisal (appraised_at, id);
