-- An order's page and settlement ask for the receipts that were found for it.
CREATE INDEX finance_stray_receipt_order ON finance_stray_receipt (order_number);
