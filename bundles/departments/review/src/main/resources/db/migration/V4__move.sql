-- Rounds that a rule administrator has moved to other versions than they stand on, one row for each round and time.
CREATE TABLE review_move (
  id CHAR(36) NOT NULL PRIMARY KEY,
  round_id CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  round_number INTEGER NOT NULL,
  stage VARCHAR(16) NOT NULL,
  stood VARCHAR(100) NOT NULL,
  sets VARCHAR(8000) NOT NULL,
  asked_by VARCHAR(64) NOT NULL,
  asked_at BIGINT NOT NULL,
  state VARCHAR(16) NOT NULL,
  settled_at BIGINT NOT NULL
);
CREATE INDEX review_move_round ON review_move (round_id);
CREATE INDEX review_move_asked ON review_move (asked_at);
