CREATE TABLE logistics_carrier (
  id CHAR(36) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  modes VARCHAR(200) NOT NULL,
  licence VARCHAR(200) NOT NULL,
  contact VARCHAR(200) NOT NULL,
  phone VARCHAR(200) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  active INTEGER NOT NULL,
  changed_by VARCHAR(64) NOT NULL,
  changed_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT logistics_carrier_once UNIQUE (name)
);
CREATE TABLE logistics_ready (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  customer VARCHAR(400) NOT NULL,
  machines INTEGER NOT NULL,
  rounds INTEGER NOT NULL,
  since BIGINT NOT NULL
);
CREATE INDEX logistics_ready_since ON logistics_ready (since, order_number);
CREATE TABLE logistics_shipment (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  number INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  customer VARCHAR(400) NOT NULL,
  place VARCHAR(2000) NOT NULL,
  mode VARCHAR(32) NOT NULL,
  carrier VARCHAR(36) NOT NULL,
  carrier_name VARCHAR(200) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  planned_by VARCHAR(64) NOT NULL,
  planned_at BIGINT NOT NULL,
  decision VARCHAR(36) NOT NULL,
  released_by VARCHAR(64) NOT NULL,
  released_at BIGINT NOT NULL,
  held_since BIGINT NOT NULL,
  contract_number VARCHAR(200) NOT NULL,
  contract_document VARCHAR(36) NOT NULL,
  packing VARCHAR(20000) NOT NULL,
  insured VARCHAR(3) NOT NULL,
  insurance VARCHAR(2000) NOT NULL,
  waybill VARCHAR(200) NOT NULL,
  vehicle VARCHAR(200) NOT NULL,
  expected_on VARCHAR(10) NOT NULL,
  dispatched_on VARCHAR(10) NOT NULL,
  delivery_note VARCHAR(36) NOT NULL,
  heard_at BIGINT NOT NULL,
  silent_at BIGINT NOT NULL,
  arrived_on VARCHAR(10) NOT NULL,
  received_by VARCHAR(200) NOT NULL,
  receipt_document VARCHAR(36) NOT NULL,
  signed_on VARCHAR(10) NOT NULL,
  signatory VARCHAR(200) NOT NULL,
  authority VARCHAR(200) NOT NULL,
  seal VARCHAR(32) NOT NULL,
  original_at VARCHAR(200) NOT NULL,
  report_document VARCHAR(36) NOT NULL,
  report_digest VARCHAR(64) NOT NULL,
  report_by VARCHAR(64) NOT NULL,
  changed_at BIGINT NOT NULL,
  CONSTRAINT logistics_shipment_once UNIQUE (order_number, number)
);
CREATE INDEX logistics_shipment_state ON logistics_shipment (state, changed_at, id);
CREATE INDEX logistics_shipment_silent ON logistics_shipment (state, silent_at, id);
CREATE TABLE logistics_load (
  id CHAR(36) NOT NULL PRIMARY KEY,
  shipment_id CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  serial VARCHAR(40) NOT NULL,
  line INTEGER NOT NULL,
  model VARCHAR(200) NOT NULL,
  quantity DECIMAL(19,3) NOT NULL
);
CREATE INDEX logistics_load_shipment ON logistics_load (shipment_id);
CREATE INDEX logistics_load_serial ON logistics_load (serial);
CREATE INDEX logistics_load_order ON logistics_load (order_number);
CREATE TABLE logistics_track (
  id CHAR(36) NOT NULL PRIMARY KEY,
  shipment_id CHAR(36) NOT NULL,
  sequence_number INTEGER NOT NULL,
  place VARCHAR(200) NOT NULL,
  state VARCHAR(16) NOT NULL,
  expected_on VARCHAR(10) NOT NULL,
  words VARCHAR(20000) NOT NULL,
  heard_by VARCHAR(64) NOT NULL,
  heard_at BIGINT NOT NULL
);
CREATE INDEX logistics_track_shipment ON logistics_track (shipment_id, sequence_number);
CREATE TABLE logistics_incident (
  id CHAR(36) NOT NULL PRIMARY KEY,
  shipment_id CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  number INTEGER NOT NULL,
  kind VARCHAR(16) NOT NULL,
  words VARCHAR(20000) NOT NULL,
  reported_by VARCHAR(64) NOT NULL,
  reported_at BIGINT NOT NULL,
  resolution VARCHAR(20000) NOT NULL,
  closed_by VARCHAR(64) NOT NULL,
  closed_at BIGINT NOT NULL,
  CONSTRAINT logistics_incident_once UNIQUE (order_number, number)
);
CREATE INDEX logistics_incident_shipment ON logistics_incident (shipment_id);
CREATE TABLE logistics_telling (
  id CHAR(36) NOT NULL PRIMARY KEY,
  incident_id CHAR(36) NOT NULL,
  party VARCHAR(16) NOT NULL,
  whom VARCHAR(200) NOT NULL,
  means VARCHAR(16) NOT NULL,
  words VARCHAR(20000) NOT NULL,
  told_by VARCHAR(64) NOT NULL,
  told_at BIGINT NOT NULL
);
CREATE INDEX logistics_telling_incident ON logistics_telling (incident_id);
