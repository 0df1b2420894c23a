-- What each submitted order counts for in the report by channel and month of signing (R-3.1).
CREATE TABLE entry_counted (
    order_number VARCHAR(32) NOT NULL PRIMARY KEY,
    channel VARCHAR(64) NOT NULL,
    signed_month CHAR(7) NOT NULL,
    currency CHAR(3) NOT NULL,
    total DECIMAL(19,2) NOT NULL
);
CREATE INDEX entry_counted_month ON entry_counted (signed_month, channel);
