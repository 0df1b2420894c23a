CREATE TABLE supervision_commendation (
  id CHAR(36) NOT NULL PRIMARY KEY,
  commended VARCHAR(64) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  evidence VARCHAR(20000) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  reward VARCHAR(200) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  proposed_at BIGINT NOT NULL,
  state VARCHAR(16) NOT NULL,
  approved_by VARCHAR(64) NOT NULL,
  approved_at BIGINT NOT NULL,
  remarks VARCHAR(20000) NOT NULL
);
CREATE INDEX supervision_commendation_time ON supervision_commendation (proposed_at, id);
