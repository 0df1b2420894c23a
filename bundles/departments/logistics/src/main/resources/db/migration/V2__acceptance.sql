CREATE TABLE logistics_item (
  id CHAR(36) NOT NULL PRIMARY KEY,
  shipment_id CHAR(36) NOT NULL,
  revision INTEGER NOT NULL,
  position INTEGER NOT NULL,
  serial VARCHAR(40) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  name VARCHAR(2000) NOT NULL,
  expected VARCHAR(2000) NOT NULL,
  reason_en VARCHAR(2000) NOT NULL,
  reason_zh VARCHAR(2000) NOT NULL,
  finding VARCHAR(8) NOT NULL,
  remark VARCHAR(2000) NOT NULL,
  found_by VARCHAR(64) NOT NULL,
  found_at BIGINT NOT NULL
);
CREATE INDEX logistics_item_shipment ON logistics_item (shipment_id, revision, position);
CREATE TABLE logistics_objection (
  id CHAR(36) NOT NULL PRIMARY KEY,
  shipment_id CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  number INTEGER NOT NULL,
  item VARCHAR(36) NOT NULL,
  words VARCHAR(20000) NOT NULL,
  owner VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  raised_by VARCHAR(64) NOT NULL,
  raised_at BIGINT NOT NULL,
  solution VARCHAR(20000) NOT NULL,
  solved_by VARCHAR(64) NOT NULL,
  solved_at BIGINT NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  settled_by VARCHAR(64) NOT NULL,
  settled_at BIGINT NOT NULL,
  CONSTRAINT logistics_objection_once UNIQUE (order_number, number)
);
CREATE INDEX logistics_objection_shipment ON logistics_objection (shipment_id);
