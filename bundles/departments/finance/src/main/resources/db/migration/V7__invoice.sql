CREATE TABLE finance_invoice (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  customer_name VARCHAR(200) NOT NULL,
  instalment INTEGER NOT NULL,
  kind VARCHAR(16) NOT NULL,
  code VARCHAR(12) NOT NULL,
  number VARCHAR(20) NOT NULL,
  issued_on CHAR(10) NOT NULL,
  currency CHAR(3) NOT NULL,
  net DECIMAL(19,2) NOT NULL,
  tax DECIMAL(19,2) NOT NULL,
  reverses VARCHAR(36) NOT NULL,
  document VARCHAR(64) NOT NULL,
  received_on VARCHAR(10) NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at BIGINT NOT NULL,
  CONSTRAINT finance_invoice_once UNIQUE (code, number)
);
CREATE INDEX finance_invoice_order ON finance_invoice (order_number);
CREATE INDEX finance_invoice_day ON finance_invoice (issued_on, id);
CREATE TABLE finance_invoice_rate (
  id CHAR(36) NOT NULL PRIMARY KEY,
  invoice CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  rate DECIMAL(9,4) NOT NULL,
  net DECIMAL(19,2) NOT NULL,
  tax DECIMAL(19,2) NOT NULL
);
CREATE INDEX finance_invoice_rate_order ON finance_invoice_rate (order_number);
CREATE TABLE finance_invoice_request (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  running INTEGER NOT NULL,
  instalment INTEGER NOT NULL,
  kind VARCHAR(16) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  asked_by VARCHAR(64) NOT NULL,
  asked_at BIGINT NOT NULL,
  done INTEGER NOT NULL,
  CONSTRAINT finance_invoice_request_once UNIQUE (order_number, running)
);
CREATE TABLE finance_invoicing_term (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  instalment INTEGER NOT NULL,
  invoice_first INTEGER NOT NULL,
  set_by VARCHAR(64) NOT NULL,
  set_at BIGINT NOT NULL,
  CONSTRAINT finance_invoicing_term_once UNIQUE (order_number, instalment)
);
