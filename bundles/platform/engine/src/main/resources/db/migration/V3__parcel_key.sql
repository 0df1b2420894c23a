-- The key pair that signs exported rule sets; one row, made at first use.
CREATE TABLE engine_key (
    id INTEGER NOT NULL,
    open_half VARCHAR(200) NOT NULL,
    secret_half VARCHAR(200) NOT NULL,
    made_at BIGINT NOT NULL,
    CONSTRAINT engine_key_pk PRIMARY KEY (id)
);
