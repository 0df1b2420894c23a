-- How long a part took is looked for by its name.
CREATE INDEX production_purchase_line_name ON production_purchase_line (name);
