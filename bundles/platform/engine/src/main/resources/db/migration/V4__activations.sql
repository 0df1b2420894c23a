-- Every time a version began to decide: who changed a number, when and why, also after others followed.
CREATE TABLE engine_activation (
    set_name VARCHAR(120) NOT NULL,
    activated_at BIGINT NOT NULL,
    digest CHAR(64) NOT NULL,
    version_number INTEGER NOT NULL,
    person VARCHAR(64) NOT NULL,
    approved_by VARCHAR(64) NOT NULL,
    reason VARCHAR(2000) NOT NULL,
    CONSTRAINT engine_activation_pk PRIMARY KEY (set_name, activated_at, digest)
);

-- Of earlier activations the last change of the version is what is known: for one that no longer decides the moment at
-- which the next one took its place, so it stands just before that.
INSERT INTO engine_activation (set_name, activated_at, digest, version_number, person, approved_by, reason)
SELECT set_name, CASE WHEN state = 'active' THEN changed_at ELSE changed_at - 1 END, digest, version_number, person, approved_by, reason
FROM engine_version WHERE version_number > 0;
