-- A legal hold binds every volume of its order.
ALTER TABLE archive_hold ADD COLUMN order_number VARCHAR(24) DEFAULT '' NOT NULL;
UPDATE archive_hold SET order_number = (SELECT v.order_number FROM archive_volume v WHERE v.id = archive_hold.volume);
CREATE INDEX archive_hold_order ON archive_hold (order_number, released_at);
