CREATE TABLE finance_stray_receipt (
  id CHAR(36) NOT NULL PRIMARY KEY,
  payer VARCHAR(200) NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  received_on CHAR(10) NOT NULL,
  voucher VARCHAR(200) NOT NULL,
  contract VARCHAR(64) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  reported_by VARCHAR(64) NOT NULL,
  reported_at BIGINT NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  explanation VARCHAR(20000) NOT NULL,
  settled_by VARCHAR(64) NOT NULL,
  settled_at BIGINT NOT NULL,
  CONSTRAINT finance_stray_receipt_once UNIQUE (voucher)
);
