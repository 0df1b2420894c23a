-- Providers of electronic signatures that the company trusts, by the SHA-256 of their certificates.
CREATE TABLE logistics_provider (
  id CHAR(64) NOT NULL PRIMARY KEY,
  name VARCHAR(200) NOT NULL,
  subject VARCHAR(2000) NOT NULL,
  certificate VARCHAR(20000) NOT NULL,
  trusted_from CHAR(10) NOT NULL,
  trusted_until CHAR(10) NOT NULL,
  revoked_on VARCHAR(10) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  changed_by VARCHAR(64) NOT NULL,
  changed_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);
-- What stands in place of pen and seal, by shipment and acceptance.
CREATE TABLE logistics_proof (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  report_document VARCHAR(36) NOT NULL,
  report_digest CHAR(64) NOT NULL,
  signer VARCHAR(2000) NOT NULL,
  signed_at BIGINT NOT NULL,
  provider VARCHAR(64) NOT NULL,
  provider_name VARCHAR(200) NOT NULL
);
-- Deemed acceptance: the last day on which the customer can object, and the day on which silence became acceptance.
ALTER TABLE logistics_shipment ADD COLUMN objections_until VARCHAR(10) DEFAULT '' NOT NULL;
ALTER TABLE logistics_shipment ADD COLUMN deemed_on VARCHAR(10) DEFAULT '' NOT NULL;
