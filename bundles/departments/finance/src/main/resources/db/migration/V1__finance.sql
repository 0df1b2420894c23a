CREATE TABLE finance_limit (
  customer VARCHAR(32) NOT NULL PRIMARY KEY,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  approver VARCHAR(64) NOT NULL,
  approved_at BIGINT NOT NULL,
  expires_on CHAR(10) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  version BIGINT NOT NULL
);
CREATE TABLE finance_exposure (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  customer VARCHAR(32) NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  revision INTEGER NOT NULL,
  closed SMALLINT NOT NULL
);
CREATE INDEX finance_exposure_customer ON finance_exposure (customer);
CREATE TABLE finance_evaluation (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  revision INTEGER NOT NULL,
  document VARCHAR(64) NOT NULL,
  report VARCHAR(20000) NOT NULL,
  opinion VARCHAR(20000) NOT NULL,
  evaluated_by VARCHAR(64) NOT NULL,
  evaluated_at BIGINT NOT NULL
);
CREATE INDEX finance_evaluation_order ON finance_evaluation (order_number);
CREATE TABLE finance_snapshot (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  revision INTEGER NOT NULL,
  approved SMALLINT NOT NULL,
  credit_limit DECIMAL(19,2) NOT NULL,
  exposure DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  taken_by VARCHAR(64) NOT NULL,
  taken_at BIGINT NOT NULL
);
CREATE INDEX finance_snapshot_order ON finance_snapshot (order_number);
