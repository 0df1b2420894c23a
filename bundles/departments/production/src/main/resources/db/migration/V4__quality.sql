CREATE TABLE production_inspection_plan (
  id CHAR(36) NOT NULL PRIMARY KEY,
  model VARCHAR(200) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  version INTEGER NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  set_by VARCHAR(64) NOT NULL,
  set_at BIGINT NOT NULL,
  CONSTRAINT production_inspection_plan_version UNIQUE (model, kind, version)
);
CREATE TABLE production_characteristic (
  id CHAR(36) NOT NULL PRIMARY KEY,
  plan_id CHAR(36) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  unit VARCHAR(200) NOT NULL,
  lower_limit DECIMAL(18, 6),
  upper_limit DECIMAL(18, 6)
);
CREATE INDEX production_characteristic_plan ON production_characteristic (plan_id);
CREATE TABLE production_inspection (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  serial VARCHAR(40) NOT NULL,
  model VARCHAR(200) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  attempt INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  plan_id VARCHAR(36) NOT NULL,
  defect VARCHAR(20000) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  presented_by VARCHAR(64) NOT NULL,
  presented_at BIGINT NOT NULL,
  inspected_by VARCHAR(64) NOT NULL,
  inspected_at BIGINT NOT NULL,
  CONSTRAINT production_inspection_attempt UNIQUE (serial, kind, attempt)
);
CREATE INDEX production_inspection_order ON production_inspection (order_number);
CREATE TABLE production_measured (
  id CHAR(36) NOT NULL PRIMARY KEY,
  inspection_id CHAR(36) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  unit VARCHAR(200) NOT NULL,
  lower_limit DECIMAL(18, 6),
  upper_limit DECIMAL(18, 6),
  measured DECIMAL(30, 10),
  conforms INTEGER NOT NULL
);
CREATE INDEX production_measured_inspection ON production_measured (inspection_id);
CREATE TABLE production_component (
  id CHAR(36) NOT NULL PRIMARY KEY,
  inspection_id CHAR(36) NOT NULL,
  serial VARCHAR(40) NOT NULL,
  name VARCHAR(200) NOT NULL,
  supplier VARCHAR(200) NOT NULL,
  batch VARCHAR(200) NOT NULL,
  batch_key VARCHAR(200) NOT NULL,
  recorded_at BIGINT NOT NULL
);
CREATE INDEX production_component_serial ON production_component (serial);
CREATE INDEX production_component_batch ON production_component (batch_key, id);
CREATE TABLE production_nonconformity (
  id CHAR(36) NOT NULL PRIMARY KEY,
  number VARCHAR(64) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  serial VARCHAR(40) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  what VARCHAR(20000) NOT NULL,
  state VARCHAR(16) NOT NULL,
  round INTEGER NOT NULL,
  opened_by VARCHAR(64) NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT NOT NULL,
  CONSTRAINT production_nonconformity_number UNIQUE (number)
);
CREATE INDEX production_nonconformity_order ON production_nonconformity (order_number);
CREATE INDEX production_nonconformity_serial ON production_nonconformity (serial);
CREATE INDEX production_nonconformity_open ON production_nonconformity (closed_at, opened_at, id);
CREATE TABLE production_treatment (
  id CHAR(36) NOT NULL PRIMARY KEY,
  nonconformity_id CHAR(36) NOT NULL,
  round INTEGER NOT NULL,
  cause VARCHAR(20000) NOT NULL,
  correction VARCHAR(20000) NOT NULL,
  corrective_action VARCHAR(20000) NOT NULL,
  disposition VARCHAR(16) NOT NULL,
  responsible VARCHAR(200) NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  decided_at BIGINT NOT NULL,
  done VARCHAR(20000) NOT NULL,
  done_by VARCHAR(64) NOT NULL,
  done_at BIGINT NOT NULL,
  verdict VARCHAR(16) NOT NULL,
  grounds VARCHAR(20000) NOT NULL,
  released_by VARCHAR(64) NOT NULL,
  released_at BIGINT NOT NULL
);
CREATE INDEX production_treatment_of ON production_treatment (nonconformity_id);
