-- What came and does not conform has a cause, a disposition and corrective measures like a machine; what was sent back before stays so.
ALTER TABLE production_nonconformity ADD COLUMN receipt_id VARCHAR(36) NOT NULL DEFAULT '';
ALTER TABLE production_delivery ADD COLUMN recovered DECIMAL(18, 3) NOT NULL DEFAULT 0;
ALTER TABLE production_delivery ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
-- Who is responsible is a person or a supplier; what was typed before stays as it was typed.
ALTER TABLE production_treatment ADD COLUMN supplier VARCHAR(32) NOT NULL DEFAULT '';
ALTER TABLE production_treatment ADD COLUMN rejected DECIMAL(18, 3) NOT NULL DEFAULT 0;
ALTER TABLE production_treatment ADD COLUMN defect VARCHAR(20000) NOT NULL DEFAULT '';
ALTER TABLE production_treatment ADD COLUMN inspected_by VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE production_treatment ADD COLUMN inspected_at BIGINT NOT NULL DEFAULT 0;
