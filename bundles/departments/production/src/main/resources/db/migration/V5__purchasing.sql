CREATE TABLE production_supplier (
  code VARCHAR(32) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  contact VARCHAR(200) NOT NULL,
  state VARCHAR(16) NOT NULL,
  approved_until CHAR(10) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  decided_at BIGINT NOT NULL,
  score DECIMAL(5, 2),
  version BIGINT NOT NULL
);
CREATE TABLE production_evaluation (
  id CHAR(36) NOT NULL PRIMARY KEY,
  supplier VARCHAR(32) NOT NULL,
  from_on CHAR(10) NOT NULL,
  until_on CHAR(10) NOT NULL,
  deliveries INTEGER NOT NULL,
  punctual DECIMAL(5, 2) NOT NULL,
  rejected DECIMAL(5, 2) NOT NULL,
  score DECIMAL(5, 2) NOT NULL,
  passes INTEGER NOT NULL,
  decision VARCHAR(36) NOT NULL,
  evaluated_by VARCHAR(64) NOT NULL,
  evaluated_at BIGINT NOT NULL
);
CREATE INDEX production_evaluation_of ON production_evaluation (supplier, evaluated_at);
CREATE TABLE production_requisition (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  slip INTEGER NOT NULL,
  need VARCHAR(200) NOT NULL,
  name VARCHAR(200) NOT NULL,
  specification VARCHAR(200) NOT NULL,
  quantity DECIMAL(18, 3) NOT NULL,
  unit VARCHAR(200) NOT NULL,
  needed_on CHAR(10) NOT NULL,
  state VARCHAR(16) NOT NULL,
  requested_by VARCHAR(64) NOT NULL,
  requested_at BIGINT NOT NULL
);
CREATE INDEX production_requisition_order ON production_requisition (order_number);
CREATE TABLE production_budget (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  amount DECIMAL(18, 2) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  set_by VARCHAR(64) NOT NULL,
  set_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);
CREATE TABLE production_purchase (
  id CHAR(36) NOT NULL PRIMARY KEY,
  contract VARCHAR(64) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  supplier VARCHAR(32) NOT NULL,
  signed_on CHAR(10) NOT NULL,
  due_on CHAR(10) NOT NULL,
  amount DECIMAL(18, 2) NOT NULL,
  document VARCHAR(36) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  state VARCHAR(16) NOT NULL,
  bought_by VARCHAR(64) NOT NULL,
  bought_at BIGINT NOT NULL,
  answered_by VARCHAR(64) NOT NULL,
  grounds VARCHAR(20000) NOT NULL,
  CONSTRAINT production_purchase_contract UNIQUE (contract)
);
CREATE INDEX production_purchase_order ON production_purchase (order_number);
CREATE INDEX production_purchase_due ON production_purchase (state, due_on, id);
CREATE TABLE production_purchase_line (
  id CHAR(36) NOT NULL PRIMARY KEY,
  purchase_id CHAR(36) NOT NULL,
  requisition_id CHAR(36) NOT NULL,
  position INTEGER NOT NULL,
  name VARCHAR(200) NOT NULL,
  quantity DECIMAL(18, 3) NOT NULL,
  unit VARCHAR(200) NOT NULL,
  price DECIMAL(18, 2) NOT NULL
);
CREATE INDEX production_purchase_line_of ON production_purchase_line (purchase_id);
CREATE TABLE production_delivery (
  id CHAR(36) NOT NULL PRIMARY KEY,
  supplier VARCHAR(32) NOT NULL,
  origin VARCHAR(40) NOT NULL,
  line_id VARCHAR(36) NOT NULL,
  batch VARCHAR(200) NOT NULL,
  due_on CHAR(10) NOT NULL,
  delivered_on CHAR(10) NOT NULL,
  ordered DECIMAL(18, 3) NOT NULL,
  received DECIMAL(18, 3) NOT NULL,
  rejected DECIMAL(18, 3) NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  recorded_at BIGINT NOT NULL
);
CREATE INDEX production_delivery_of ON production_delivery (supplier, delivered_on);
CREATE INDEX production_delivery_line ON production_delivery (line_id);
CREATE INDEX production_delivery_origin ON production_delivery (origin);
CREATE TABLE production_supply_problem (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  ordinal INTEGER NOT NULL,
  what VARCHAR(20000) NOT NULL,
  solution VARCHAR(20000) NOT NULL,
  reported_by VARCHAR(64) NOT NULL,
  reported_at BIGINT NOT NULL,
  solved_by VARCHAR(64) NOT NULL,
  solved_at BIGINT NOT NULL
);
CREATE INDEX production_supply_problem_order ON production_supply_problem (order_number);
