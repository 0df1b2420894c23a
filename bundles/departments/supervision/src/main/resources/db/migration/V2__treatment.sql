CREATE TABLE supervision_treatment (
  id CHAR(36) NOT NULL PRIMARY KEY,
  code CHAR(8) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  concerned VARCHAR(64) NOT NULL,
  occasion VARCHAR(200) NOT NULL,
  rule_set VARCHAR(120) NOT NULL,
  rule_name VARCHAR(200) NOT NULL,
  clause VARCHAR(64) NOT NULL,
  reason_en VARCHAR(4000) NOT NULL,
  reason_zh VARCHAR(4000) NOT NULL,
  decision VARCHAR(36) NOT NULL,
  proposed INTEGER NOT NULL,
  proposed_at BIGINT NOT NULL,
  heard_until CHAR(10) NOT NULL,
  appeal_days INTEGER NOT NULL,
  decide_days INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  appeal_until VARCHAR(10) NOT NULL,
  final_points INTEGER NOT NULL,
  final_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX supervision_treatment_once ON supervision_treatment (order_number, concerned, occasion);
CREATE INDEX supervision_treatment_who ON supervision_treatment (concerned, proposed_at);
CREATE INDEX supervision_treatment_time ON supervision_treatment (proposed_at, id);
CREATE INDEX supervision_treatment_final ON supervision_treatment (final_at);
CREATE TABLE supervision_treatment_step (
  id CHAR(36) NOT NULL PRIMARY KEY,
  treatment CHAR(36) NOT NULL,
  step_kind VARCHAR(16) NOT NULL,
  words VARCHAR(20000) NOT NULL,
  measure VARCHAR(16) NOT NULL,
  points INTEGER NOT NULL,
  compensation DECIMAL(19,2) NOT NULL,
  taken_by VARCHAR(64) NOT NULL,
  taken_at BIGINT NOT NULL
);
CREATE INDEX supervision_treatment_step_of ON supervision_treatment_step (treatment, taken_at);
