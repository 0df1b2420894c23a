-- Every version of every rule set that was ever proposed; kept for good, because decisions cite it.
CREATE TABLE engine_version (
    set_name VARCHAR(120) NOT NULL,
    digest CHAR(64) NOT NULL,
    version_number INTEGER NOT NULL,
    state VARCHAR(20) NOT NULL,
    changed_at BIGINT NOT NULL,
    person VARCHAR(64) NOT NULL,
    approved_by VARCHAR(64) NOT NULL,
    reason VARCHAR(2000) NOT NULL,
    edition VARCHAR(80) NOT NULL,
    files ${bytes} NOT NULL,
    classes ${bytes} NOT NULL,
    problems ${bytes} NOT NULL,
    CONSTRAINT engine_version_pk PRIMARY KEY (set_name, digest)
);
