-- The kinds of records (门类) and who keeps them: the parts of an archival code that a company sets. The row is locked while a number is taken.
CREATE TABLE archive_class (
  code VARCHAR(16) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  fonds VARCHAR(16) NOT NULL,
  office VARCHAR(16) NOT NULL,
  volumes BIGINT NOT NULL
);
INSERT INTO archive_class (code, name, fonds, office, volumes) VALUES ('XSDD', '设备销售订单 Equipment sales orders', 'Q001', 'XS', 0);
CREATE TABLE archive_kind (
  kind VARCHAR(100) NOT NULL PRIMARY KEY,
  role VARCHAR(100) NOT NULL,
  supplementary INTEGER NOT NULL,
  demanded INTEGER NOT NULL,
  position INTEGER NOT NULL
);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('entry.contract', 'sales.rep', 0, 1, 1);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('entry.order', 'sales.rep', 0, 1, 2);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('review.opinions', 'sales.head', 0, 1, 3);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('production.plan', 'production.planner', 0, 1, 4);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('production.inspection', 'production.inspector', 0, 1, 5);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('logistics.delivery-note', 'logistics.clerk', 0, 1, 6);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('logistics.acceptance', 'logistics.clerk', 0, 1, 7);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('finance.receipt', 'finance.clerk', 0, 1, 8);
INSERT INTO archive_kind (kind, role, supplementary, demanded, position) VALUES ('aftersales.record', 'aftersales.engineer', 1, 1, 9);
CREATE TABLE archive_series (
  series VARCHAR(80) NOT NULL PRIMARY KEY,
  last_number BIGINT NOT NULL
);
CREATE TABLE archive_volume (
  id CHAR(36) NOT NULL PRIMARY KEY,
  code VARCHAR(100) NOT NULL,
  series VARCHAR(80) NOT NULL,
  running BIGINT NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  part INTEGER NOT NULL,
  class_code VARCHAR(16) NOT NULL,
  period VARCHAR(8) NOT NULL,
  archive_year INTEGER NOT NULL,
  contract VARCHAR(64) NOT NULL,
  customer VARCHAR(32) NOT NULL,
  customer_name VARCHAR(400) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  filed_by VARCHAR(64) NOT NULL,
  filed_at BIGINT NOT NULL,
  CONSTRAINT archive_volume_code UNIQUE (code),
  CONSTRAINT archive_volume_running UNIQUE (series, running),
  CONSTRAINT archive_volume_part UNIQUE (order_number, part)
);
CREATE INDEX archive_volume_filed ON archive_volume (filed_at, id);
CREATE TABLE archive_item (
  id CHAR(36) NOT NULL PRIMARY KEY,
  volume CHAR(36) NOT NULL,
  position INTEGER NOT NULL,
  document VARCHAR(64) NOT NULL,
  kind VARCHAR(100) NOT NULL,
  name VARCHAR(400) NOT NULL,
  byte_count BIGINT NOT NULL,
  digest CHAR(64) NOT NULL,
  signed_by VARCHAR(64) NOT NULL,
  signed_at BIGINT NOT NULL,
  pages INTEGER NOT NULL,
  kept_months INTEGER NOT NULL,
  kept_until VARCHAR(10) NOT NULL,
  appraisal VARCHAR(36) NOT NULL,
  destroyed_on VARCHAR(10) NOT NULL,
  CONSTRAINT archive_item_document UNIQUE (document),
  CONSTRAINT archive_item_position UNIQUE (volume, position)
);
CREATE INDEX archive_item_kind ON archive_item (kind, volume);
CREATE INDEX archive_item_kept ON archive_item (destroyed_on, kept_until);
CREATE TABLE archive_term (
  term VARCHAR(64) NOT NULL,
  volume CHAR(36) NOT NULL,
  CONSTRAINT archive_term_pk PRIMARY KEY (term, volume)
);
CREATE INDEX archive_term_volume ON archive_term (volume, term);
