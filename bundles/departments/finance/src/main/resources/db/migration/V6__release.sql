CREATE TABLE finance_release (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  item VARCHAR(16) NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  expires_on CHAR(10) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  proposed_at BIGINT NOT NULL,
  state VARCHAR(16) NOT NULL,
  settled_by VARCHAR(64) NOT NULL,
  settled_at BIGINT NOT NULL,
  remarks VARCHAR(20000) NOT NULL
);
CREATE INDEX finance_release_order ON finance_release (order_number);
