CREATE TABLE finance_guarantee (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  guarantee_number VARCHAR(64) NOT NULL,
  bank VARCHAR(200) NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  expires_on CHAR(10) NOT NULL,
  document VARCHAR(64) NOT NULL,
  state VARCHAR(16) NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at BIGINT NOT NULL,
  ended_on VARCHAR(10) NOT NULL,
  ended_by VARCHAR(64) NOT NULL
);
CREATE INDEX finance_guarantee_order ON finance_guarantee (order_number, position);
