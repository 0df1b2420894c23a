-- What an administrator decided about rule sets, for one a policy that others than its default says. One that is weaker than
-- what stands waits in "asked" until a second person agrees.
CREATE TABLE engine_policy (
    subject VARCHAR(160) NOT NULL,
    stands VARCHAR(10) NOT NULL,
    asked VARCHAR(10) NOT NULL,
    person VARCHAR(64) NOT NULL,
    approved_by VARCHAR(64) NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT engine_policy_pk PRIMARY KEY (subject)
);

-- The day on which a version begins to decide by itself, and where it came from; '-' for none.
ALTER TABLE engine_version ADD COLUMN effective_from VARCHAR(10) DEFAULT '-' NOT NULL;
ALTER TABLE engine_version ADD COLUMN origin VARCHAR(400) DEFAULT '-' NOT NULL;
