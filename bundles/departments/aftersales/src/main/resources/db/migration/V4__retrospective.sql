-- What an order taught: held once, with points, and passed to leadership and departments, who confirm that they read it (R-8.6 to R-8.8).
CREATE TABLE aftersales_retrospective (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  customer_name VARCHAR(400) NOT NULL,
  held_on CHAR(10) NOT NULL,
  held_by VARCHAR(64) NOT NULL,
  held_at BIGINT NOT NULL,
  departments VARCHAR(2000) NOT NULL,
  participants VARCHAR(2000) NOT NULL,
  feedback VARCHAR(20000) NOT NULL,
  summary VARCHAR(20000) NOT NULL
);
CREATE INDEX aftersales_retrospective_new ON aftersales_retrospective (held_at, order_number);

CREATE TABLE aftersales_point (
  id VARCHAR(40) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  position INTEGER NOT NULL,
  matter VARCHAR(20000) NOT NULL,
  cause VARCHAR(20000) NOT NULL,
  suggestion VARCHAR(20000) NOT NULL,
  improvement VARCHAR(32) NOT NULL
);
CREATE INDEX aftersales_point_order ON aftersales_point (order_number, position);

CREATE TABLE aftersales_receipt (
  id VARCHAR(100) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  reader_role VARCHAR(64) NOT NULL,
  read_by VARCHAR(64) NOT NULL,
  read_at BIGINT NOT NULL,
  remark VARCHAR(20000) NOT NULL
);
CREATE INDEX aftersales_receipt_order ON aftersales_receipt (order_number, reader_role);
