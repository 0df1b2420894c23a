-- Raised budgets, and suppliers that are not approved, want a second person.
CREATE TABLE production_budget_proposal (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  ordinal INTEGER NOT NULL,
  amount DECIMAL(18, 2) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  state VARCHAR(16) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  proposed_at BIGINT NOT NULL,
  answered_by VARCHAR(64) NOT NULL,
  grounds VARCHAR(20000) NOT NULL
);
CREATE INDEX production_budget_proposal_order ON production_budget_proposal (order_number);
ALTER TABLE production_purchase ADD COLUMN override_reason VARCHAR(20000) NOT NULL DEFAULT '';
ALTER TABLE production_purchase ADD COLUMN supplier_by VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE production_purchase ADD COLUMN supplier_grounds VARCHAR(20000) NOT NULL DEFAULT '';
