-- What the company calls a kind that it demands; empty where a department has named it.
ALTER TABLE archive_kind ADD COLUMN name_en VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE archive_kind ADD COLUMN name_zh VARCHAR(200) DEFAULT '' NOT NULL;
