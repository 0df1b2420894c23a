-- The draft as it was when a change of a cleared order began: to be put back with its writers if the change is dropped (R-4.15).
CREATE TABLE entry_kept_field (
    order_number VARCHAR(32) NOT NULL,
    field VARCHAR(100) NOT NULL,
    content VARCHAR(20000) NOT NULL,
    written_by VARCHAR(64) NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (order_number, field)
);
