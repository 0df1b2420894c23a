-- Approvals of before were one person's: they stay visible and let nothing pass any more.
ALTER TABLE review_approval ADD COLUMN amount DECIMAL(19,2) DEFAULT 0 NOT NULL;
ALTER TABLE review_approval ADD COLUMN currency VARCHAR(3) DEFAULT 'CNY' NOT NULL;
ALTER TABLE review_approval ADD COLUMN expires_on VARCHAR(10) DEFAULT '1990-01-01' NOT NULL;
ALTER TABLE review_approval ADD COLUMN task VARCHAR(36) DEFAULT '' NOT NULL;
ALTER TABLE review_approval ADD COLUMN state VARCHAR(16) DEFAULT 'dropped' NOT NULL;
ALTER TABLE review_approval ADD COLUMN settled_by VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE review_approval ADD COLUMN settled_at BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE review_approval ADD COLUMN remarks VARCHAR(20000) DEFAULT '' NOT NULL;
