CREATE TABLE logistics_pre_acceptance (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  serials VARCHAR(20000) NOT NULL,
  result VARCHAR(16) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  signed_on CHAR(10) NOT NULL,
  signatory VARCHAR(200) NOT NULL,
  authority VARCHAR(200) NOT NULL,
  document VARCHAR(64) NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at BIGINT NOT NULL,
  CONSTRAINT logistics_pre_acceptance_once UNIQUE (order_number, number)
);
