CREATE TABLE finance_penalty_term (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  side VARCHAR(16) NOT NULL,
  clause VARCHAR(64) NOT NULL,
  per_mille DECIMAL(9,4) NOT NULL,
  cap_percent DECIMAL(9,4) NOT NULL,
  grace_days INTEGER NOT NULL,
  grace_counts INTEGER NOT NULL,
  ends_with VARCHAR(64) NOT NULL,
  by_part INTEGER NOT NULL,
  set_by VARCHAR(64) NOT NULL,
  set_at BIGINT NOT NULL,
  CONSTRAINT finance_penalty_term_once UNIQUE (order_number, side)
);
CREATE TABLE finance_penalty_waiver (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  side VARCHAR(16) NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  proposed_at BIGINT NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  decided_at BIGINT NOT NULL,
  verdict VARCHAR(16) NOT NULL,
  remarks VARCHAR(20000) NOT NULL
);
CREATE INDEX finance_penalty_waiver_order ON finance_penalty_waiver (order_number);
