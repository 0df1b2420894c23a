CREATE TABLE production_delay (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  number INTEGER NOT NULL,
  cause VARCHAR(32) NOT NULL,
  explanation VARCHAR(20000) NOT NULL,
  promised_on VARCHAR(10) NOT NULL,
  delivery_on VARCHAR(10) NOT NULL,
  noticed_by VARCHAR(64) NOT NULL,
  noticed_at BIGINT NOT NULL,
  acknowledged_by VARCHAR(64) NOT NULL,
  acknowledged_at BIGINT NOT NULL,
  passed_on VARCHAR(10) NOT NULL,
  contact VARCHAR(200) NOT NULL,
  means VARCHAR(32) NOT NULL,
  response VARCHAR(20000) NOT NULL,
  passed_by VARCHAR(64) NOT NULL
);
CREATE UNIQUE INDEX production_delay_order ON production_delay (order_number, number);
