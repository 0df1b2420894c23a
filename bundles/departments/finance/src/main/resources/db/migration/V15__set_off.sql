ALTER TABLE finance_payment ADD COLUMN kind VARCHAR(16) DEFAULT 'receipt' NOT NULL;
CREATE TABLE finance_set_off (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  agreement VARCHAR(64) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  proposed_at BIGINT NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  decided_at BIGINT NOT NULL,
  verdict VARCHAR(16) NOT NULL,
  remarks VARCHAR(20000) NOT NULL
);
CREATE INDEX finance_set_off_order ON finance_set_off (order_number);
