CREATE TABLE review_preliminary (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  revision INTEGER NOT NULL,
  submitted_on CHAR(10) NOT NULL,
  needed SMALLINT NOT NULL,
  decision VARCHAR(36) NOT NULL,
  signed_on VARCHAR(10) NOT NULL,
  passed_by VARCHAR(64) NOT NULL,
  passed_at BIGINT NOT NULL,
  CONSTRAINT review_preliminary_once UNIQUE (order_number, revision)
);
CREATE TABLE review_finding (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  revision INTEGER NOT NULL,
  item VARCHAR(64) NOT NULL,
  by_rules VARCHAR(16) NOT NULL,
  by_head VARCHAR(16) NOT NULL,
  reason_en VARCHAR(2000) NOT NULL,
  reason_zh VARCHAR(2000) NOT NULL,
  approval VARCHAR(36) NOT NULL
);
CREATE INDEX review_finding_order ON review_finding (order_number);
CREATE TABLE review_approval (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  revision INTEGER NOT NULL,
  item VARCHAR(64) NOT NULL,
  reason VARCHAR(20000) NOT NULL,
  approved_by VARCHAR(64) NOT NULL,
  approved_at BIGINT NOT NULL
);
CREATE INDEX review_approval_order ON review_approval (order_number);
CREATE TABLE review_issue (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  revision INTEGER NOT NULL,
  kind VARCHAR(16) NOT NULL,
  asker VARCHAR(64) NOT NULL,
  task VARCHAR(36) NOT NULL,
  answer_task VARCHAR(36) NOT NULL,
  question VARCHAR(20000) NOT NULL,
  raised_by VARCHAR(64) NOT NULL,
  raised_at BIGINT NOT NULL,
  answer VARCHAR(20000) NOT NULL,
  answered_by VARCHAR(64) NOT NULL,
  answered_at BIGINT NOT NULL,
  resolution VARCHAR(20000) NOT NULL,
  resolved_by VARCHAR(64) NOT NULL,
  resolved_at BIGINT NOT NULL
);
CREATE INDEX review_issue_order ON review_issue (order_number);
CREATE TABLE review_round (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  round_number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  state VARCHAR(16) NOT NULL,
  opened_at BIGINT NOT NULL,
  closed_at BIGINT NOT NULL,
  decision VARCHAR(36) NOT NULL,
  sets VARCHAR(8000) NOT NULL,
  CONSTRAINT review_round_once UNIQUE (order_number, round_number)
);
CREATE INDEX review_round_state ON review_round (state);
CREATE TABLE review_opinion (
  id CHAR(36) NOT NULL PRIMARY KEY,
  round_id CHAR(36) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  round_number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  department VARCHAR(64) NOT NULL,
  role_name VARCHAR(64) NOT NULL,
  task VARCHAR(36) NOT NULL,
  state VARCHAR(16) NOT NULL,
  verdict VARCHAR(16) NOT NULL,
  remarks VARCHAR(20000) NOT NULL,
  signed_term SMALLINT NOT NULL,
  findings ${text} NOT NULL,
  given_by VARCHAR(64) NOT NULL,
  received_at BIGINT NOT NULL,
  given_at BIGINT NOT NULL
);
CREATE INDEX review_opinion_round ON review_opinion (round_id);
CREATE INDEX review_opinion_order ON review_opinion (order_number);
CREATE TABLE review_solution (
  id CHAR(36) NOT NULL PRIMARY KEY,
  order_number VARCHAR(24) NOT NULL,
  opinion CHAR(36) NOT NULL,
  department VARCHAR(64) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  words VARCHAR(20000) NOT NULL,
  document VARCHAR(64) NOT NULL,
  state VARCHAR(16) NOT NULL,
  proposed_by VARCHAR(64) NOT NULL,
  proposed_at BIGINT NOT NULL,
  settled_by VARCHAR(64) NOT NULL,
  settled_at BIGINT NOT NULL,
  remarks VARCHAR(20000) NOT NULL
);
CREATE INDEX review_solution_order ON review_solution (order_number);
