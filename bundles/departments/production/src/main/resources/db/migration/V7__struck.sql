-- By which plan a machine was made that was struck since: its steps stay in its file.
CREATE TABLE production_struck (
  serial VARCHAR(40) NOT NULL PRIMARY KEY,
  plan VARCHAR(36) NOT NULL,
  line INTEGER NOT NULL,
  piece INTEGER NOT NULL
);
