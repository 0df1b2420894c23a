CREATE TABLE supervision_regulation (
  version_number INTEGER NOT NULL PRIMARY KEY,
  title VARCHAR(200) NOT NULL,
  body VARCHAR(20000) NOT NULL,
  changes VARCHAR(4000) NOT NULL,
  effective_on CHAR(10) NOT NULL,
  digest CHAR(64) NOT NULL,
  published_by VARCHAR(64) NOT NULL,
  published_at BIGINT NOT NULL
);
CREATE TABLE supervision_acknowledgement (
  id CHAR(36) NOT NULL PRIMARY KEY,
  version_number INTEGER NOT NULL,
  person VARCHAR(64) NOT NULL,
  acknowledged_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX supervision_acknowledged_once ON supervision_acknowledgement (version_number, person);
