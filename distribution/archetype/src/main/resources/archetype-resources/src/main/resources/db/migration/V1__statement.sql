-- What orders are for, and statements that were given, one line each. Days are ISO 8601.
CREATE TABLE ${unit}_purpose (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  purpose VARCHAR(20000) NOT NULL
);
CREATE TABLE ${unit}_statement (
  id VARCHAR(40) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  verdict VARCHAR(20) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  given_on CHAR(10) NOT NULL,
  given_by VARCHAR(64) NOT NULL
);
CREATE INDEX ${unit}_statement_order ON ${unit}_statement (order_number);
CREATE INDEX ${unit}_statement_day ON ${unit}_statement (given_on, id);
