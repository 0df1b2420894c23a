-- The contract review before signing (R-4.17): its rounds are numbered apart from those of the joint review, and every round
-- keeps the digests of what it judged.
ALTER TABLE review_round ADD COLUMN stage VARCHAR(16) DEFAULT 'joint' NOT NULL;
ALTER TABLE review_round ADD COLUMN file_digest VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE review_round ADD COLUMN content_digest VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE review_round DROP CONSTRAINT review_round_once;
ALTER TABLE review_round ADD CONSTRAINT review_round_once_a_stage UNIQUE (order_number, stage, round_number);
