CREATE TABLE supervision_score (
  id CHAR(36) NOT NULL PRIMARY KEY,
  scored_month CHAR(7) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  subject VARCHAR(64) NOT NULL,
  points INTEGER NOT NULL,
  decision VARCHAR(36) NOT NULL,
  digest CHAR(64) NOT NULL,
  counted_at BIGINT NOT NULL,
  confirmed_by VARCHAR(64) NOT NULL,
  confirmed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX supervision_score_once ON supervision_score (scored_month, kind, subject);
CREATE INDEX supervision_score_subject ON supervision_score (subject, scored_month);
CREATE TABLE supervision_score_item (
  id CHAR(36) NOT NULL PRIMARY KEY,
  score_id CHAR(36) NOT NULL,
  name VARCHAR(64) NOT NULL,
  good INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  percent_good DECIMAL(5,1) NOT NULL,
  points INTEGER NOT NULL,
  reason_en VARCHAR(4000) NOT NULL,
  reason_zh VARCHAR(4000) NOT NULL
);
CREATE INDEX supervision_score_item_of ON supervision_score_item (score_id);
CREATE TABLE supervision_score_event (
  id CHAR(36) NOT NULL PRIMARY KEY,
  score_id CHAR(36) NOT NULL,
  name VARCHAR(64) NOT NULL,
  order_number VARCHAR(24) NOT NULL,
  happened_at BIGINT NOT NULL,
  kind VARCHAR(100) NOT NULL,
  good INTEGER NOT NULL,
  decision VARCHAR(36) NOT NULL
);
CREATE INDEX supervision_score_event_of ON supervision_score_event (score_id);
