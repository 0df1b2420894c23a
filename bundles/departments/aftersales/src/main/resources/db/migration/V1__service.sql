-- Kinds of service that the company added to the regulation's (R-8.2); deadlines are those of the kind it is like.
CREATE TABLE aftersales_service_kind (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  name_en VARCHAR(200) NOT NULL,
  name_zh VARCHAR(200) NOT NULL,
  alike VARCHAR(32) NOT NULL
);

-- What the warranty clause of an order's contract says, as somebody read it (R-8.1).
CREATE TABLE aftersales_agreed_warranty (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  months INTEGER NOT NULL,
  read_by VARCHAR(64) NOT NULL,
  read_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);

-- Service cases (R-8.2, R-8.3). due_on is the last day of what is owed next; open is 1 until the case is resolved.
CREATE TABLE aftersales_case (
  id VARCHAR(40) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  serial VARCHAR(40) NOT NULL,
  customer VARCHAR(32) NOT NULL,
  customer_name VARCHAR(400) NOT NULL,
  kind VARCHAR(64) NOT NULL,
  alike VARCHAR(32) NOT NULL,
  need VARCHAR(20000) NOT NULL,
  asked_by VARCHAR(200) NOT NULL,
  asked_on CHAR(10) NOT NULL,
  opened_by VARCHAR(64) NOT NULL,
  opened_at BIGINT NOT NULL,
  in_warranty INTEGER NOT NULL,
  decision VARCHAR(36) NOT NULL,
  is_open INTEGER NOT NULL,
  due_on CHAR(10) NOT NULL,
  resolve_by CHAR(10) NOT NULL,
  response VARCHAR(20000) NOT NULL,
  responded_on VARCHAR(10) NOT NULL,
  responded_by VARCHAR(64) NOT NULL,
  work_done VARCHAR(20000) NOT NULL,
  parts VARCHAR(20000) NOT NULL,
  result VARCHAR(32) NOT NULL,
  resolved_on VARCHAR(10) NOT NULL,
  resolved_by VARCHAR(64) NOT NULL,
  confirmed_by VARCHAR(200) NOT NULL,
  document VARCHAR(36) NOT NULL
);
CREATE INDEX aftersales_case_order ON aftersales_case (order_number, position);
CREATE INDEX aftersales_case_due ON aftersales_case (is_open, due_on, id);
CREATE INDEX aftersales_case_new ON aftersales_case (opened_at, id);
CREATE INDEX aftersales_case_customer ON aftersales_case (customer, opened_at);
CREATE INDEX aftersales_case_serial ON aftersales_case (serial, opened_at);
