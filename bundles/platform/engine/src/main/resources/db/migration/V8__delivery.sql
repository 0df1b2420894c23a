-- The rule sets that a company is delivered with, by digest: they begin to decide without a second person, also after a first start that
-- was interrupted. Written once, when no version was ever kept.
CREATE TABLE engine_delivery (
    set_name VARCHAR(120) NOT NULL,
    digest CHAR(64) NOT NULL,
    CONSTRAINT engine_delivery_pk PRIMARY KEY (set_name)
);
