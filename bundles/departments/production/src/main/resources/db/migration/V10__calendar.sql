-- By which version of the calendar an order's operations were placed; empty of those placed before it was kept.
ALTER TABLE production_work_order ADD COLUMN calendar VARCHAR(64) NOT NULL DEFAULT '';
