-- Every jar that came through the door, and what became of it. What runs is read from here, whatever the framework has kept.
CREATE TABLE host_bundle (
    digest CHAR(64) NOT NULL,
    symbolic_name VARCHAR(200) NOT NULL,
    bundle_version VARCHAR(200) NOT NULL,
    state VARCHAR(20) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    signer VARCHAR(64) NOT NULL,
    signer_name VARCHAR(1000) NOT NULL,
    arrived_at BIGINT NOT NULL,
    arrived_by VARCHAR(64) NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by VARCHAR(64) NOT NULL,
    trouble VARCHAR(4000) NOT NULL,
    content ${bytes} NOT NULL,
    CONSTRAINT host_bundle_pk PRIMARY KEY (digest)
);

CREATE INDEX host_bundle_state ON host_bundle (state);

-- Keys of partners that an administrator compared once.
CREATE TABLE host_key (
    fingerprint CHAR(64) NOT NULL,
    key_name VARCHAR(1000) NOT NULL,
    trusted_at BIGINT NOT NULL,
    trusted_by VARCHAR(64) NOT NULL,
    CONSTRAINT host_key_pk PRIMARY KEY (fingerprint)
);
