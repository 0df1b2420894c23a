-- By which day of the plan work was asked for: where that is another one, the deadline of the open task moves. Empty: not known yet.
ALTER TABLE production_requisition ADD COLUMN order_by VARCHAR(10) NOT NULL DEFAULT '';
ALTER TABLE production_piece ADD COLUMN presents_for VARCHAR(10) NOT NULL DEFAULT '';
