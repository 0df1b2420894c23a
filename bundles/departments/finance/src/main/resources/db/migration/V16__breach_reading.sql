CREATE TABLE finance_breach_reading (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  nothing INTEGER NOT NULL,
  read_by VARCHAR(64) NOT NULL,
  read_at BIGINT NOT NULL
);
