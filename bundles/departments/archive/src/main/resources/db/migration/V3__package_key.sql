-- The key pair that signs packages of volumes; one row, made at first use.
CREATE TABLE archive_key (
  id INTEGER NOT NULL PRIMARY KEY,
  open_half VARCHAR(200) NOT NULL,
  secret_half VARCHAR(200) NOT NULL,
  made_at BIGINT NOT NULL
);
