CREATE TABLE entry_draft (
    order_number VARCHAR(32) NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    judged SMALLINT NOT NULL,
    source VARCHAR(200) NOT NULL,
    source_row VARCHAR(200) NOT NULL
);

-- one row for each field in force: who wrote it answers for it (R-3.7)
CREATE TABLE entry_field (
    order_number VARCHAR(32) NOT NULL,
    field VARCHAR(100) NOT NULL,
    content VARCHAR(20000) NOT NULL,
    written_by VARCHAR(64) NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (order_number, field)
);

CREATE TABLE entry_confirmation (
    order_number VARCHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    confirmed_by VARCHAR(64) NOT NULL,
    confirmed_at BIGINT NOT NULL,
    PRIMARY KEY (order_number, revision)
);

CREATE TABLE entry_error (
    id CHAR(36) NOT NULL PRIMARY KEY,
    order_number VARCHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    field VARCHAR(100) NOT NULL,
    wrong_value VARCHAR(20000) NOT NULL,
    right_value VARCHAR(20000) NOT NULL,
    entered_by VARCHAR(64) NOT NULL,
    entered_at BIGINT NOT NULL,
    confirmed_by VARCHAR(64) NOT NULL,
    found_by VARCHAR(64) NOT NULL,
    stage VARCHAR(64) NOT NULL,
    consequence VARCHAR(20000) NOT NULL,
    recorded_by VARCHAR(64) NOT NULL,
    recorded_at BIGINT NOT NULL
);

CREATE INDEX entry_error_order ON entry_error (order_number);

CREATE TABLE entry_need (
    id CHAR(36) NOT NULL PRIMARY KEY,
    customer VARCHAR(32) NOT NULL,
    customer_name VARCHAR(200) NOT NULL,
    channel VARCHAR(64) NOT NULL,
    model VARCHAR(200) NOT NULL,
    quantity VARCHAR(40) NOT NULL,
    parameters VARCHAR(20000) NOT NULL,
    delivery_date VARCHAR(10) NOT NULL,
    delivery_place VARCHAR(200) NOT NULL,
    other VARCHAR(20000) NOT NULL,
    representative VARCHAR(64) NOT NULL,
    order_number VARCHAR(32) NOT NULL,
    recorded_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE entry_channel (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    name_en VARCHAR(200) NOT NULL,
    name_zh VARCHAR(200) NOT NULL
);
