CREATE TABLE finance_receipt (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  customer VARCHAR(32) NOT NULL,
  payer VARCHAR(200) NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  credited DECIMAL(19,2) NOT NULL,
  credited_currency CHAR(3) NOT NULL,
  rate DECIMAL(19,8) NOT NULL,
  rate_on VARCHAR(10) NOT NULL,
  received_on CHAR(10) NOT NULL,
  voucher VARCHAR(64) NOT NULL,
  document VARCHAR(64) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  unallocated DECIMAL(19,2) NOT NULL,
  repaid DECIMAL(19,2) NOT NULL,
  repaid_why VARCHAR(20000) NOT NULL,
  repaid_by VARCHAR(64) NOT NULL,
  state VARCHAR(16) NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at BIGINT NOT NULL,
  CONSTRAINT finance_receipt_once UNIQUE (voucher)
);
CREATE INDEX finance_receipt_state ON finance_receipt (state, received_on, id);
CREATE INDEX finance_receipt_order ON finance_receipt (order_number);
CREATE INDEX finance_receipt_customer ON finance_receipt (customer, received_on);
CREATE INDEX finance_receipt_day ON finance_receipt (received_on, id);
