CREATE TABLE finance_contact (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  step VARCHAR(16) NOT NULL,
  contacted_on CHAR(10) NOT NULL,
  person VARCHAR(200) NOT NULL,
  means VARCHAR(16) NOT NULL,
  said VARCHAR(20000) NOT NULL,
  promised_on VARCHAR(10) NOT NULL,
  document VARCHAR(64) NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at BIGINT NOT NULL
);
CREATE INDEX finance_contact_order ON finance_contact (order_number);
CREATE TABLE finance_hardship (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  customer VARCHAR(32) NOT NULL,
  position INTEGER NOT NULL,
  said VARCHAR(20000) NOT NULL,
  proposed_plan VARCHAR(16) NOT NULL,
  proposed_on VARCHAR(10) NOT NULL,
  reported_by VARCHAR(64) NOT NULL,
  reported_at BIGINT NOT NULL,
  opinion VARCHAR(20000) NOT NULL,
  opinion_by VARCHAR(64) NOT NULL,
  decided_plan VARCHAR(16) NOT NULL,
  decided_on VARCHAR(10) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  decided_at BIGINT NOT NULL
);
CREATE INDEX finance_hardship_order ON finance_hardship (order_number);
CREATE INDEX finance_hardship_customer ON finance_hardship (customer, decided_plan);
