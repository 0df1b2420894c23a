-- What comes is inspected; what came before was counted by who received it, and counts as inspected.
ALTER TABLE production_delivery ADD COLUMN order_number VARCHAR(24) NOT NULL DEFAULT '';
ALTER TABLE production_delivery ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE production_delivery ADD COLUMN material VARCHAR(200) NOT NULL DEFAULT '';
ALTER TABLE production_delivery ADD COLUMN state VARCHAR(16) NOT NULL DEFAULT 'inspected';
ALTER TABLE production_delivery ADD COLUMN plan_id VARCHAR(36) NOT NULL DEFAULT '';
ALTER TABLE production_delivery ADD COLUMN defect VARCHAR(20000) NOT NULL DEFAULT '';
ALTER TABLE production_delivery ADD COLUMN remarks VARCHAR(20000) NOT NULL DEFAULT '';
ALTER TABLE production_delivery ADD COLUMN inspected_by VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE production_delivery ADD COLUMN inspected_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX production_delivery_order ON production_delivery (order_number, ordinal);

UPDATE production_delivery SET
  order_number = (SELECT purchase.order_number FROM production_purchase purchase, production_purchase_line line
    WHERE line.purchase_id = purchase.id AND line.id = production_delivery.line_id),
  material = (SELECT line.name FROM production_purchase_line line WHERE line.id = production_delivery.line_id)
WHERE line_id IN (SELECT line.id FROM production_purchase_line line);

ALTER TABLE production_component ADD COLUMN delivery_id VARCHAR(36) NOT NULL DEFAULT '';
ALTER TABLE production_nonconformity ADD COLUMN delivery_id VARCHAR(36) NOT NULL DEFAULT '';
