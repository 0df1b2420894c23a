CREATE TABLE finance_limit_proposal (
  customer VARCHAR(32) NOT NULL PRIMARY KEY,
  amount DECIMAL(19,2) NOT NULL,
  currency CHAR(3) NOT NULL,
  expires_on CHAR(10) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  proposed_at BIGINT NOT NULL
);
