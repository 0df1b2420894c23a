CREATE TABLE supervision_audit (
  id CHAR(36) NOT NULL PRIMARY KEY,
  audited_month CHAR(7) NOT NULL,
  due_on CHAR(10) NOT NULL,
  population INTEGER NOT NULL,
  decision VARCHAR(36) NOT NULL,
  planned_at BIGINT NOT NULL,
  missed_at BIGINT NOT NULL,
  done_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX supervision_audit_month ON supervision_audit (audited_month);
CREATE TABLE supervision_sample (
  id CHAR(36) NOT NULL PRIMARY KEY,
  audit_id CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  place INTEGER NOT NULL,
  decision VARCHAR(36) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  inspected_by VARCHAR(64) NOT NULL,
  inspected_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX supervision_sample_order ON supervision_sample (audit_id, order_number);
CREATE TABLE supervision_finding (
  id CHAR(36) NOT NULL PRIMARY KEY,
  code CHAR(8) NOT NULL,
  audit_id CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  matter VARCHAR(64) NOT NULL,
  clause VARCHAR(64) NOT NULL,
  rule_set VARCHAR(120) NOT NULL,
  rule_name VARCHAR(200) NOT NULL,
  reason_en VARCHAR(4000) NOT NULL,
  reason_zh VARCHAR(4000) NOT NULL,
  decision VARCHAR(36) NOT NULL,
  days INTEGER NOT NULL,
  found_at BIGINT NOT NULL,
  state VARCHAR(16) NOT NULL,
  opinion VARCHAR(20000) NOT NULL,
  opinion_by VARCHAR(64) NOT NULL,
  owner_role VARCHAR(64) NOT NULL,
  due_on VARCHAR(10) NOT NULL,
  evidence VARCHAR(20000) NOT NULL,
  done_by VARCHAR(64) NOT NULL,
  done_at BIGINT NOT NULL,
  verified_by VARCHAR(64) NOT NULL,
  verified_at BIGINT NOT NULL,
  remarks VARCHAR(20000) NOT NULL
);
CREATE INDEX supervision_finding_audit ON supervision_finding (audit_id);
CREATE INDEX supervision_finding_order ON supervision_finding (order_number, code);
CREATE INDEX supervision_finding_state ON supervision_finding (state, found_at);
