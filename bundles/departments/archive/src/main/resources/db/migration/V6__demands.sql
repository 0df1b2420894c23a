-- Since when the company demands a kind: orders that were completed before owe none. What is demanded today always was.
ALTER TABLE archive_kind ADD COLUMN since VARCHAR(10) DEFAULT '1990-01-01' NOT NULL;
ALTER TABLE archive_kind ADD COLUMN name_en VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE archive_kind ADD COLUMN name_zh VARCHAR(200) DEFAULT '' NOT NULL;

-- Orders whose later documents wait for what is missing beside them.
CREATE TABLE archive_waiting (
  order_number VARCHAR(24) NOT NULL PRIMARY KEY,
  documents INTEGER NOT NULL,
  since VARCHAR(10) NOT NULL
);
