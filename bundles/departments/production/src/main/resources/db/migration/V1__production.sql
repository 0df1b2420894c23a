CREATE TABLE production_exception (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  revision INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  description VARCHAR(20000) NOT NULL,
  solution VARCHAR(20000) NOT NULL,
  delivery_on VARCHAR(10) NOT NULL,
  task VARCHAR(36) NOT NULL,
  by_production VARCHAR(64) NOT NULL,
  by_sales VARCHAR(64) NOT NULL,
  reported_at BIGINT NOT NULL,
  settled_at BIGINT NOT NULL
);
CREATE INDEX production_exception_order ON production_exception (order_number);
