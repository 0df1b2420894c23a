CREATE TABLE production_centre (
  code VARCHAR(32) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  capacity DECIMAL(9,2) NOT NULL,
  closed INTEGER NOT NULL,
  version BIGINT NOT NULL
);
CREATE TABLE production_slot (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  operation CHAR(36) NOT NULL,
  centre VARCHAR(32) NOT NULL,
  busy_on VARCHAR(10) NOT NULL,
  hours DECIMAL(9,2) NOT NULL
);
CREATE INDEX production_slot_centre ON production_slot (centre, busy_on);
CREATE INDEX production_slot_order ON production_slot (order_number, busy_on);
CREATE TABLE production_plan (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  start_on VARCHAR(10) NOT NULL,
  finish_on VARCHAR(10) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  planned_by VARCHAR(64) NOT NULL,
  planned_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX production_plan_order ON production_plan (order_number, number);
CREATE TABLE production_operation (
  id CHAR(36) NOT NULL PRIMARY KEY,
  plan CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  standing INTEGER NOT NULL,
  line INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  step INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  centre VARCHAR(32) NOT NULL,
  hours DECIMAL(9,2) NOT NULL,
  hours_left DECIMAL(9,2) NOT NULL,
  planned_first VARCHAR(10) NOT NULL,
  planned_last VARCHAR(10) NOT NULL,
  expected_first VARCHAR(10) NOT NULL,
  expected_last VARCHAR(10) NOT NULL,
  finished_on VARCHAR(10) NOT NULL,
  confirmed_by VARCHAR(64) NOT NULL
);
CREATE INDEX production_operation_plan ON production_operation (plan);
CREATE INDEX production_operation_centre ON production_operation (standing, finished_on, centre, expected_last);
CREATE TABLE production_piece (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  line INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  quantity DECIMAL(15,3) NOT NULL,
  serial VARCHAR(40) NOT NULL
);
CREATE UNIQUE INDEX production_piece_order ON production_piece (order_number, line, piece);
CREATE INDEX production_piece_serial ON production_piece (serial);
CREATE TABLE production_material (
  id CHAR(36) NOT NULL PRIMARY KEY,
  plan CHAR(36) NOT NULL,
  need VARCHAR(36) NOT NULL,
  line INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  specification VARCHAR(200) NOT NULL,
  quantity DECIMAL(15,3) NOT NULL,
  unit VARCHAR(200) NOT NULL,
  needed_by VARCHAR(10) NOT NULL
);
CREATE INDEX production_material_plan ON production_material (plan);
CREATE TABLE production_work_order (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  plan CHAR(36) NOT NULL,
  number INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  released_on VARCHAR(10) NOT NULL,
  forecast_on VARCHAR(10) NOT NULL,
  told_on VARCHAR(10) NOT NULL,
  percent INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX production_work_order_open ON production_work_order (is_open, forecast_on, order_number);
CREATE TABLE production_progress (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  number INTEGER NOT NULL,
  percent INTEGER NOT NULL,
  forecast_on VARCHAR(10) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  reported_by VARCHAR(64) NOT NULL,
  reported_at BIGINT NOT NULL
);
CREATE INDEX production_progress_order ON production_progress (order_number, number);
