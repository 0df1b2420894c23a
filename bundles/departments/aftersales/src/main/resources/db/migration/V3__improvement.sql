-- What is to be done better, by whom, until when, and who saw that it was done (R-8.5).
CREATE TABLE aftersales_improvement (
  id VARCHAR(60) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  subject VARCHAR(32) NOT NULL,
  origin VARCHAR(32) NOT NULL,
  what VARCHAR(20000) NOT NULL,
  owner_role VARCHAR(64) NOT NULL,
  due_on CHAR(10) NOT NULL,
  planned_by VARCHAR(64) NOT NULL,
  planned_at BIGINT NOT NULL,
  attempt INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  done VARCHAR(20000) NOT NULL,
  done_by VARCHAR(64) NOT NULL,
  done_on VARCHAR(10) NOT NULL,
  verified_by VARCHAR(64) NOT NULL,
  verified_on VARCHAR(10) NOT NULL,
  remarks VARCHAR(20000) NOT NULL
);
CREATE INDEX aftersales_improvement_order ON aftersales_improvement (order_number, planned_at);
CREATE INDEX aftersales_improvement_due ON aftersales_improvement (is_open, due_on, id);
CREATE INDEX aftersales_improvement_new ON aftersales_improvement (planned_at, id);
