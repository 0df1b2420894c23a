CREATE TABLE finance_settlement (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  figures VARCHAR(2000) NOT NULL,
  finance_by VARCHAR(64) NOT NULL,
  finance_at BIGINT NOT NULL,
  sales_by VARCHAR(64) NOT NULL,
  sales_at BIGINT NOT NULL,
  handed_by VARCHAR(64) NOT NULL,
  handed_at BIGINT NOT NULL,
  handed_remarks VARCHAR(20000) NOT NULL
);
