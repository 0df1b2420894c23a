-- More customers than a form has rows for are stated in parts.
ALTER TABLE entry_opening_total ADD COLUMN part INTEGER DEFAULT 1 NOT NULL;
