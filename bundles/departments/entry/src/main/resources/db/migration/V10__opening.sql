-- The opening (期初建账): orders of another system wait here until two people have signed; then they are opened, once and for all.
CREATE TABLE entry_opening (
    number INTEGER NOT NULL PRIMARY KEY,
    as_of CHAR(10) NOT NULL,
    state VARCHAR(16) NOT NULL,
    begun_by VARCHAR(64) NOT NULL,
    begun_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    dropped_rows INTEGER NOT NULL,
    ended_at BIGINT NOT NULL
);

-- what the books of the other system say, customer by customer
CREATE TABLE entry_opening_total (
    opening INTEGER NOT NULL,
    customer VARCHAR(32) NOT NULL,
    currency CHAR(3) NOT NULL,
    orders INTEGER NOT NULL,
    receivable DECIMAL(19,2) NOT NULL,
    exposure DECIMAL(19,2) NOT NULL,
    PRIMARY KEY (opening, customer, currency)
);

CREATE TABLE entry_opening_evidence (
    opening INTEGER NOT NULL,
    digest CHAR(64) NOT NULL,
    name VARCHAR(400) NOT NULL,
    media_type VARCHAR(200) NOT NULL,
    byte_count BIGINT NOT NULL,
    brought_by VARCHAR(64) NOT NULL,
    brought_at BIGINT NOT NULL,
    PRIMARY KEY (opening, digest)
);

CREATE TABLE entry_opening_signature (
    opening INTEGER NOT NULL,
    role VARCHAR(64) NOT NULL,
    signed_by VARCHAR(64) NOT NULL,
    signed_at BIGINT NOT NULL,
    digest CHAR(64) NOT NULL,
    PRIMARY KEY (opening, role)
);

CREATE TABLE entry_opening_row (
    id CHAR(36) NOT NULL PRIMARY KEY,
    opening INTEGER NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_row VARCHAR(200) NOT NULL,
    contract VARCHAR(64) NOT NULL,
    contract_key VARCHAR(200) NOT NULL,
    customer VARCHAR(32) NOT NULL,
    customer_name VARCHAR(400) NOT NULL,
    state VARCHAR(16) NOT NULL,
    currency CHAR(3) NOT NULL,
    total DECIMAL(19,2) NOT NULL,
    receivable DECIMAL(19,2) NOT NULL,
    exposure DECIMAL(19,2) NOT NULL,
    brought_by VARCHAR(64) NOT NULL,
    brought_at BIGINT NOT NULL,
    order_number VARCHAR(32) NOT NULL,
    left_out VARCHAR(16) NOT NULL,
    CONSTRAINT entry_opening_row_once UNIQUE (opening, source, source_row)
);
CREATE INDEX entry_opening_row_place ON entry_opening_row (opening, contract, id);
CREATE INDEX entry_opening_row_contract ON entry_opening_row (opening, contract_key);

CREATE TABLE entry_opening_field (
    row_id CHAR(36) NOT NULL,
    field VARCHAR(100) NOT NULL,
    content VARCHAR(20000) NOT NULL,
    PRIMARY KEY (row_id, field)
);

-- what no two rows may carry: serial numbers of machines, numbers of invoices
CREATE TABLE entry_opening_number (
    opening INTEGER NOT NULL,
    kind VARCHAR(16) NOT NULL,
    number VARCHAR(40) NOT NULL,
    row_id CHAR(36) NOT NULL,
    PRIMARY KEY (opening, kind, number)
);
CREATE INDEX entry_opening_number_row ON entry_opening_number (row_id);
