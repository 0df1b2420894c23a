-- Counts the changes of versions and policies, so that each node of a company notices those that another one made.
CREATE TABLE engine_epoch (
    id SMALLINT NOT NULL,
    epoch BIGINT NOT NULL,
    CONSTRAINT engine_epoch_pk PRIMARY KEY (id)
);
INSERT INTO engine_epoch (id, epoch) VALUES (1, 0);
