CREATE INDEX entry_need_order ON entry_need (order_number);
