-- A customer's service file shows what was improved for them (R-8.3). Improvements of before are those of the customer who was visited.
ALTER TABLE aftersales_improvement ADD COLUMN customer VARCHAR(32) DEFAULT '' NOT NULL;
UPDATE aftersales_improvement SET customer = (
  SELECT MIN(v.customer) FROM aftersales_visit v WHERE v.order_number = aftersales_improvement.order_number)
WHERE EXISTS (SELECT 1 FROM aftersales_visit v WHERE v.order_number = aftersales_improvement.order_number);
CREATE INDEX aftersales_improvement_customer ON aftersales_improvement (customer, planned_at);
