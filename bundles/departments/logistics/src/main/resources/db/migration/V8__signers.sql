-- For which customer an organisation signs that a provider names in its signers' certificates. Never forgotten.
CREATE TABLE logistics_signer (
  id CHAR(36) NOT NULL PRIMARY KEY,
  provider CHAR(64) NOT NULL,
  organisation VARCHAR(200) NOT NULL,
  customer VARCHAR(32) NOT NULL,
  state VARCHAR(16) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  decided_by VARCHAR(64) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  changed_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT logistics_signer_once UNIQUE (provider, organisation, customer)
);
-- For whom was signed; of what was taken in before nobody has written it down.
ALTER TABLE logistics_proof ADD COLUMN organisation VARCHAR(200) DEFAULT '' NOT NULL;
