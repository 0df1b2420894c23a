CREATE TABLE finance_instalment (
  id VARCHAR(40) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  customer VARCHAR(32) NOT NULL,
  customer_name VARCHAR(200) NOT NULL,
  kind VARCHAR(64) NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  paid DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  waiting_for VARCHAR(400) NOT NULL,
  contract_due_on VARCHAR(10) NOT NULL,
  agreed_on VARCHAR(10) NOT NULL,
  due_on VARCHAR(10) NOT NULL,
  reminded_for VARCHAR(10) NOT NULL,
  last_receipt VARCHAR(10) NOT NULL,
  promised_on VARCHAR(10) NOT NULL,
  state VARCHAR(16) NOT NULL,
  level VARCHAR(16) NOT NULL,
  disputed INTEGER NOT NULL
);
CREATE INDEX finance_instalment_order ON finance_instalment (order_number, position);
CREATE INDEX finance_instalment_due ON finance_instalment (state, due_on, id);
CREATE INDEX finance_instalment_customer ON finance_instalment (customer, state, due_on);
CREATE TABLE finance_due_event (
  id VARCHAR(80) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  event VARCHAR(64) NOT NULL,
  happened_on CHAR(10) NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at BIGINT NOT NULL
);
CREATE INDEX finance_due_event_order ON finance_due_event (order_number);
CREATE TABLE finance_payment (
  id CHAR(36) NOT NULL PRIMARY KEY,
  receipt CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  received_on CHAR(10) NOT NULL,
  posted_by VARCHAR(64) NOT NULL,
  posted_at BIGINT NOT NULL,
  reversed_by VARCHAR(64) NOT NULL,
  reversed_at BIGINT NOT NULL,
  reversed_why VARCHAR(20000) NOT NULL
);
CREATE INDEX finance_payment_order ON finance_payment (order_number);
CREATE INDEX finance_payment_receipt ON finance_payment (receipt);
ALTER TABLE finance_exposure ADD COLUMN paid DECIMAL(19,2) DEFAULT 0 NOT NULL;
