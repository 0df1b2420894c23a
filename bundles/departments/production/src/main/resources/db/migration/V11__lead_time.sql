-- What was agreed with a supplier about how long a part takes.
CREATE TABLE production_lead_time (
  id CHAR(36) NOT NULL PRIMARY KEY,
  supplier VARCHAR(32) NOT NULL,
  part VARCHAR(200) NOT NULL,
  days INTEGER NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  agreed_by VARCHAR(64) NOT NULL,
  agreed_at BIGINT NOT NULL
);
CREATE INDEX production_lead_time_part ON production_lead_time (part);
CREATE INDEX production_lead_time_supplier ON production_lead_time (supplier);
