-- What production decided of machines that a change of their order makes others.
CREATE TABLE production_conformity (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  serial VARCHAR(40) NOT NULL,
  begun_under INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  verdict VARCHAR(16) NOT NULL,
  grounds VARCHAR(20000) NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  decided_at BIGINT NOT NULL
);
CREATE INDEX production_conformity_serial ON production_conformity (serial);
